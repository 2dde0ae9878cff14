import type { PlantedBug } from './plant.ts';

/** What goes wrong between the plan and the sheet. */
export const WIRE_BUGS: readonly PlantedBug[] = [
  {
    name: 'write-by-stale-column',
    mimics: 'n8n 1736: a write by position while somebody moves columns',
    patches: [
      {
        file: 'functions/use-cases/sync/writing/guard-edits.ts',
        find: "if (guard === 'trust') return [];",
        replace: 'return [];',
      },
    ],
  },
  {
    name: 'whole-row-written',
    mimics: 'AppSheet: the row is written back as a whole',
    patches: [
      {
        file: 'functions/use-cases/sync/writing/plan-edits.ts',
        find: "return owner === 'server' && index !== undefined ? [",
        replace: 'return owner !== undefined && index !== undefined ? [',
      },
      {
        file: 'functions/use-cases/sync/writing/plan-edits.ts',
        find: 'return row.server[key] ?? null;',
        replace: 'return row.server[key] ?? row.staff[key] ?? null;',
      },
    ],
  },
  {
    name: 'leftovers-stay',
    mimics: "ours: the server's cells stay beside a cleared row",
    patches: [
      {
        file: 'functions/use-cases/sync/writing/plan-edits.ts',
        find: 'for (const row of table.leftovers) for (const column of columns) want(column, row, null);',
        replace: '',
      },
    ],
  },
  {
    name: 'ids-not-healed',
    mimics: 'ours: an id is written beside new rows only, never put right',
    patches: [
      {
        file: 'functions/use-cases/sync/writing/plan-edits.ts',
        find: 'if (cell !== standingCell(key, row)) wanted',
        replace:
          "if (cell !== standingCell(key, row) && (key !== 'id' || standingCell(key, row) === null)) wanted",
      },
    ],
  },
];
