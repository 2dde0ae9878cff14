import * as z from 'zod/mini';

/**
 * The messages between the add-on (and whoever else calls) and the functions. One schema a message; the add-on
 * bundles the answers, so it uses the small build of zod and nothing else. What is asked is in a file of its own,
 * because the add-on checks no requests and must stay small.
 */
export * from './contract-requests.ts';

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
      columns: z.optional(z.array(z.string())),
    }),
  ),
  /** Names these losses, for `confirmDeletions`; '' where none waits. */
  question: z.string(),
});
export const monitorAnswer = z.object(reconcileFields);

export const reportAnswer = z.object({
  status: z.enum(['unchanged', 'published', 'draft']),
  /** 0 for a draft. */
  number: z.number(),
  /** `yyyy-MM-dd`. */
  asOf: z.string(),
  /** Tab of the report in the workbook. */
  sheetId: z.number(),
  sheetTitle: z.string(),
  findings: findingCounts,
  message: z.string(),
});

/** `value` is what `report` takes: of a form its name, of a span the object as JSON text. */
const choices = z.array(z.object({ value: z.string(), title: z.string() }));

/** What a report may be asked for, and the reports that the workbook has, the latest first. */
export const reportsAnswer = z.object({
  /** `yyyy-MM-dd`. */
  today: z.string(),
  forms: choices,
  spans: choices,
  /** For a card; of very many only the first. */
  schools: z.array(z.string()),
  reports: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      /** Russian: of which span and day. */
      about: z.string(),
      state: z.enum(['formed', 'signed', 'recalled']),
      stateText: z.string(),
      /** Null where its tab stands no longer. */
      sheetId: z.nullable(z.number()),
    }),
  ),
  /** Null where there are no older ones. */
  before: z.nullable(z.number()),
});

export const reportFileAnswer = z.object({
  name: z.string(),
  type: z.string(),
  /** The file in base64. */
  content: z.string(),
  message: z.string(),
});

export const reportStateAnswer = z.object({
  status: z.enum(['unchanged', 'changed']),
  number: z.number(),
  state: z.enum(['formed', 'signed', 'recalled']),
  /** What people have said of it, oldest first. */
  changes: z.array(
    z.object({
      state: z.enum(['signed', 'recalled']),
      on: z.optional(z.string()),
      at: z.string(),
      by: z.string(),
      role: z.string(),
      paperNumber: z.optional(z.string()),
      paperDate: z.optional(z.string()),
      reason: z.optional(z.string()),
    }),
  ),
  message: z.string(),
});

const historyEntry = z.object({
  revision: z.number(),
  at: z.string(),
  moment: z.string(),
  by: z.string(),
  what: z.string(),
  cells: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
});

export const historyAnswer = z.object({
  title: z.string(),
  /** From the newest to the oldest. */
  entries: z.array(historyEntry),
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

export const expandAnswer = z.object({
  status: z.enum(['planned', 'expanded', 'unchanged']),
  /** Rows that are missing, or that were added. */
  count: z.number(),
  message: z.string(),
});

export const importAnswer = z.object({
  status: z.enum(['planned', 'imported', 'unchanged']),
  /** Measures that are new, or that were appended. */
  count: z.number(),
  /** Of the file, where there are several to choose from. */
  tables: z.array(z.string()),
  message: z.string(),
});

export const rowAnswer = z.object({
  title: z.string(),
  /** Worst first. */
  findings: z.array(
    z.object({
      severity: z.enum(['error', 'overdue', 'warning', 'reminder']),
      title: z.string(),
      column: z.nullable(z.string()),
      message: z.string(),
      advice: z.string(),
    }),
  ),
  /** Null where the row has none: it is of another worksheet, or names no known measure. */
  deadline: z.nullable(
    z.object({
      phrase: z.string(),
      explanation: z.string(),
      dates: z.array(z.string()),
      state: z.nullable(z.string()),
    }),
  ),
  /** The latest change; null where the row was not accepted yet. */
  latest: z.nullable(historyEntry),
});

export const deletedAnswer = z.object({
  worksheet: z.string(),
  /** The latest first; `rowId` is what `restore` takes as its target. */
  rows: z.array(
    z.object({ rowId: z.string(), name: z.string(), moment: z.string(), isDeleted: z.boolean() }),
  ),
  count: z.number(),
  message: z.string(),
});

/** Of every command's answer what the add-on shows of those that it only tells. */
export const toldAnswer = z.object({ status: z.enum(['unchanged', 'changed']), message: z.string() });

/** Every answer other than 200. `message` is Russian: what is wrong, what to do. */
export const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export type HistoryAnswer = z.infer<typeof historyAnswer>;
export type RestoreAnswer = z.infer<typeof restoreAnswer>;
export type ImportAnswer = z.infer<typeof importAnswer>;
export type ExpandAnswer = z.infer<typeof expandAnswer>;
export type RowAnswer = z.infer<typeof rowAnswer>;
export type DeletedAnswer = z.infer<typeof deletedAnswer>;
export type ToldAnswer = z.infer<typeof toldAnswer>;
export type SyncAnswer = z.infer<typeof syncAnswer>;
export type MonitorAnswer = z.infer<typeof monitorAnswer>;
export type ReportAnswer = z.infer<typeof reportAnswer>;
export type ReportsAnswer = z.infer<typeof reportsAnswer>;
export type ReportFileAnswer = z.infer<typeof reportFileAnswer>;
export type ReportStateAnswer = z.infer<typeof reportStateAnswer>;
export type ErrorAnswer = z.infer<typeof errorAnswer>;
