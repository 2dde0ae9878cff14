import * as z from 'zod/mini';

/** What the functions are asked, one schema each. */

const workbookId = z.string().check(z.minLength(1), z.maxLength(200));
const target = z.string().check(z.minLength(1), z.maxLength(200));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));

/** Entries of a row's history in one answer. */
export const MAX_HISTORY_ENTRIES = 100;

export const syncRequest = z.strictObject({
  workbookId,
  /** The `question` of the answer to which a person says yes: to no other losses. */
  confirmDeletions: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});

/** `today` is honoured only where the installation allows it (locally, for repeatable runs). */
export const monitorRequest = z.strictObject({ workbookId, today: z.optional(isoDate) });

const year = z.int().check(z.minimum(1900), z.maximum(2999));

/** Which part of the period is reported on. */
const span = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('period') }),
  z.strictObject({
    kind: z.literal('quarter'),
    year,
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.strictObject({ kind: z.literal('month'), year, month: z.int().check(z.minimum(1), z.maximum(12)) }),
]);

/** Absent: the full report, as of today, on the whole period. */
export const reportRequest = z.strictObject({
  workbookId,
  today: z.optional(isoDate),
  form: z.optional(z.enum(['full', 'brief', 'overdue', 'data_bank', 'school_card'])),
  /** Nothing later than this day is looked at. */
  asOf: z.optional(isoDate),
  span: z.optional(span),
  /** Of a card: the school as it is named on «Школы». */
  school: z.optional(target),
  /** No number, nothing stored: the tab «Черновик отчёта». */
  draft: z.optional(z.boolean()),
});

/** `before`: from an earlier answer, older reports are wanted. */
export const reportsRequest = z.strictObject({
  workbookId,
  today: z.optional(isoDate),
  before: z.optional(z.int().check(z.minimum(1))),
});

export const reportFileRequest = z.strictObject({
  workbookId,
  number: z.int().check(z.minimum(1)),
  kind: z.enum(['docx', 'xlsx']),
});

/** `paper` or `reason`, or neither: then the answer tells how the report stands. */
export const reportStateRequest = z
  .strictObject({
    workbookId,
    number: z.int().check(z.minimum(1)),
    today: z.optional(isoDate),
    /** The paper that was signed. */
    paper: z.optional(z.strictObject({ number: z.string().check(z.maxLength(1000)), date: isoDate })),
    /** Why the report is taken back. */
    reason: z.optional(z.string().check(z.maxLength(10_000))),
  })
  .check(
    z.refine(({ paper, reason }) => paper === undefined || reason === undefined, {
      path: ['paper', 'reason'],
    }),
  );

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

/** Of a file in base64: 5 MB. */
const MAX_FILE_TEXT = 7_000_000;

/** A foreign plan; without `confirm` the answer tells what would be appended. */
export const importRequest = z.strictObject({
  workbookId,
  /** With its ending, which tells the kind: .xlsx, .csv, .docx. */
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  /** The file in base64. */
  content: z.string().check(z.maxLength(MAX_FILE_TEXT)),
  /** Only this table of the file. */
  table: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
  confirm: z.optional(z.boolean()),
});

/** Without `confirm` the answer tells what would be appended. */
export const expandRequest = z.strictObject({ workbookId, confirm: z.optional(z.boolean()) });

/** `row`: a place (`Исполнение!12`). */
export const rowRequest = z.strictObject({ workbookId, row: target });

/** `worksheet`: the title of a tab that staff own. */
export const deletedRequest = z.strictObject({ workbookId, worksheet: target });

export type SyncRequest = z.infer<typeof syncRequest>;
export type MonitorRequest = z.infer<typeof monitorRequest>;
export type ReportRequest = z.infer<typeof reportRequest>;
export type ReportsRequest = z.infer<typeof reportsRequest>;
export type ReportFileRequest = z.infer<typeof reportFileRequest>;
export type ReportStateRequest = z.infer<typeof reportStateRequest>;
export type HistoryRequest = z.infer<typeof historyRequest>;
export type RestoreRequest = z.infer<typeof restoreRequest>;
export type ImportRequest = z.infer<typeof importRequest>;
export type ExpandRequest = z.infer<typeof expandRequest>;
export type RowRequest = z.infer<typeof rowRequest>;
export type DeletedRequest = z.infer<typeof deletedRequest>;
