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
        find: "if (column.owner !== 'server' || index === undefined) return [];",
        replace: 'if (index === undefined) return [];',
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
        find: 'return [...wanted, ...cleared]',
        replace: 'return [...wanted, ...cleared.slice(0, 0)]',
      },
    ],
  },
  {
    name: 'ids-not-healed',
    mimics: 'ours: an id is written beside new rows only, never put right',
    patches: [
      {
        file: 'functions/use-cases/sync/writing/plan-edits.ts',
        find: 'filter(({ cell, standing }) => cell !== standing)',
        replace:
          "filter(({ cell, standing }) => cell !== standing && (column.key !== 'id' || standing === null))",
      },
    ],
  },
];
