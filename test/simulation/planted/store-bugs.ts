import type { PlantedBug } from './plant.ts';

/** What goes wrong between the plan and the store. */
export const STORE_BUGS: readonly PlantedBug[] = [
  {
    name: 'no-fence',
    mimics: 'AppSheet: the last writer wins, a slow old reader overwrites a newer one',
    patches: [
      {
        file: 'functions/use-cases/stored/plan-commit.ts',
        find: 'data: headToJson(head), ifVersion: version };',
        replace: "data: headToJson(head), ...(version === 'absent' && { ifVersion: version }) };",
      },
    ],
  },
  {
    name: 'revision-read-late',
    mimics: 'ours: the revision is read after the sheet',
    patches: [
      {
        file: 'functions/use-cases/sync/run-pass.ts',
        find: 'commitParts(deps.store, input, stored.version)',
        replace: "commitParts(deps.store, input, (await readMemberHead(deps, request, 'sync.run')).version)",
      },
    ],
  },
  {
    name: 'echo',
    mimics: 'ours: the digest is that of the sheet before our own write',
    patches: [
      {
        file: 'functions/use-cases/sync/writing/plan-sheets.ts',
        find: 'digestAfter(sheet, edits)',
        replace: 'digestOfSheet(sheet)',
      },
    ],
  },
  {
    name: 'history-without-before',
    mimics: 'AppSheet: the old value is not kept',
    patches: [
      {
        file: 'functions/use-cases/stored/plan-writes.ts',
        find: '      cells,\n      // A chain',
        replace:
          '      cells: Object.fromEntries(Object.entries(cells).map(([key, [, after]]) => [key, [null, after]])),\n      // A chain',
      },
    ],
  },
  {
    name: 'history-chain-cut',
    mimics: "promise 2: a row's life cannot be followed",
    patches: [
      {
        file: 'functions/use-cases/stored/plan-writes.ts',
        find: '?.get(change.rowId)?.revision ?? null,',
        replace: "?.get(change.rowId)?.[change.kind === 'restore' ? 'isDeleted' : 'revision'] ? 1 : null,",
      },
    ],
  },
  {
    name: 'early-digest',
    mimics: 'ours: a split commit claims the digests before its last part',
    patches: [
      {
        file: 'functions/use-cases/stored/plan-commit.ts',
        find: '{ ...rest, digests: {}, monitoredOn',
        replace: '{ ...rest, monitoredOn',
      },
      {
        file: 'functions/use-cases/stored/plan-commit.ts',
        find: 'const MAX_PART_BYTES = 5_000_000;',
        replace: 'const MAX_PART_BYTES = 200;',
      },
    ],
  },
  {
    name: 'deleted-row-forgotten',
    mimics: 'promise 2: a deleted row leaves the store',
    patches: [
      {
        file: 'functions/use-cases/stored/plan-writes.ts',
        find: 'for (const { change } of entries) rows.set(change.rowId, acceptedRow(change, rows, step.revision));',
        replace: `for (const { change } of entries)
      if (change.kind === 'delete') rows.delete(change.rowId);
      else rows.set(change.rowId, acceptedRow(change, rows, step.revision));`,
      },
    ],
  },
  {
    name: 'report-twice',
    mimics: 'Pipedream 4835: the same request twice makes two reports of the same data',
    patches: [
      {
        file: 'functions/use-cases/report/register-report.ts',
        find: 'if (known !== undefined) return {',
        replace: 'if (known === -1) return {',
      },
      {
        file: 'functions/use-cases/stored/reports/reports.ts',
        find: "data: { number }, ifVersion: 'absent' }",
        replace: 'data: { number } }',
      },
    ],
  },
];
