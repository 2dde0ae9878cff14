import * as z from 'zod/mini';

/**
 * The messages between the add-on (and whoever else calls) and the functions. One schema a message; the add-on
 * bundles this file, so it uses the small build of zod and nothing else.
 */

const workbookId = z.string().check(z.minLength(1), z.maxLength(200));
const target = z.string().check(z.minLength(1), z.maxLength(200));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));

/** Entries of a row's history in one answer. */
export const MAX_HISTORY_ENTRIES = 100;

export const syncRequest = z.strictObject({
  workbookId,
  /** A person has confirmed the deletions that the brake holds. */
  confirmDeletions: z.optional(z.boolean()),
});

/** `today` is honoured only where the installation allows it (locally, for repeatable runs). */
export const monitorRequest = z.strictObject({ workbookId, today: z.optional(isoDate) });

export const reportRequest = z.strictObject({ workbookId, today: z.optional(isoDate) });

/** `row`: an id (`e17-4fa`) or a place (`Исполнение!12`); absent: the latest revisions of the whole workbook. */
export const historyRequest = z.strictObject({
  workbookId,
  row: z.optional(target),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_HISTORY_ENTRIES))),
  /** From an earlier answer: what is older is wanted. */
  cursor: z.optional(z.int().check(z.minimum(1))),
});

/** At most one of `revision` and `at` (`2026-11-20 14:00` by the workbook's clock). */
export const restoreRequest = z
  .strictObject({
    workbookId,
    /** A row (`e17-4fa`, `Исполнение!12`), a worksheet (`Исполнение`); absent: the whole workbook. */
    target: z.optional(target),
    revision: z.optional(z.int().check(z.minimum(1))),
    at: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
    /** A person has seen what would be done and said yes. */
    confirm: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ revision, at }) => revision === undefined || at === undefined, { path: ['revision', 'at'] }),
  );

const findingCounts = z.object({
  error: z.number(),
  overdue: z.number(),
  warning: z.number(),
  reminder: z.number(),
});

const reconcileFields = {
  status: z.enum(['unchanged', 'changed']),
  revision: z.number(),
  counts: z.object({ create: z.number(), update: z.number(), delete: z.number(), restore: z.number() }),
  findings: findingCounts,
  /** Russian, to be shown as it stands. */
  message: z.string(),
};

/** `braked`: worksheets whose vanished rows or emptied columns (by title) wait for a person's word. */
export const syncAnswer = z.object({
  ...reconcileFields,
  braked: z.array(
    z.object({
      worksheet: z.string(),
      rows: z.number(),
      columns: z.optional(z.readonly(z.array(z.string()))),
    }),
  ),
});
export const monitorAnswer = z.object(reconcileFields);

export const reportAnswer = z.object({
  status: z.enum(['unchanged', 'published']),
  number: z.number(),
  asOf: isoDate,
  /** Tab of the report in the workbook. */
  sheetId: z.number(),
  sheetTitle: z.string(),
  findings: findingCounts,
  message: z.string(),
});

export const historyAnswer = z.object({
  title: z.string(),
  /** From the newest to the oldest. */
  entries: z.array(
    z.object({
      revision: z.number(),
      at: z.string(),
      moment: z.string(),
      by: z.string(),
      what: z.string(),
      cells: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  cursor: z.nullable(z.number()),
  message: z.string(),
});

export const restoreAnswer = z.object({
  status: z.enum(['planned', 'restored', 'unchanged']),
  /** Rows that come back, cells that differ, rows that are newer than the point. */
  counts: z.object({ additions: z.number(), differences: z.number(), newer: z.number() }),
  /** The tab that lists the differences; null where there are none. */
  tab: z.nullable(z.object({ sheetId: z.number(), title: z.string() })),
  message: z.string(),
});

/** Every answer other than 200. `message` is Russian: what is wrong, what to do. */
export const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export type SyncRequest = z.infer<typeof syncRequest>;
export type MonitorRequest = z.infer<typeof monitorRequest>;
export type ReportRequest = z.infer<typeof reportRequest>;
export type HistoryRequest = z.infer<typeof historyRequest>;
export type RestoreRequest = z.infer<typeof restoreRequest>;
export type HistoryAnswer = z.infer<typeof historyAnswer>;
export type RestoreAnswer = z.infer<typeof restoreAnswer>;
export type SyncAnswer = z.infer<typeof syncAnswer>;
export type MonitorAnswer = z.infer<typeof monitorAnswer>;
export type ReportAnswer = z.infer<typeof reportAnswer>;
export type ErrorAnswer = z.infer<typeof errorAnswer>;
