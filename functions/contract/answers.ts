import * as z from 'zod/mini';
import { findingCounts } from './answer-fields.ts';
import {
  formsAnswer,
  reportAnswer,
  reportFileAnswer,
  reportsAnswer,
  reportStateAnswer,
} from './report-answers.ts';

const reconcileFields = {
  status: z.enum(['unchanged', 'changed']),
  revision: z.number(),
  counts: z.object({ create: z.number(), update: z.number(), delete: z.number(), restore: z.number() }),
  findings: findingCounts,
  /** Russian, to be shown as it stands. */
  message: z.string(),
};

const historyEntry = z.object({
  revision: z.number(),
  at: z.string(),
  moment: z.string(),
  by: z.string(),
  what: z.string(),
  cells: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
});

const answers = {
  /** `braked`: worksheets whose vanished rows or emptied columns (by title) wait for a person's word. */
  sync: z.object({
    ...reconcileFields,
    braked: z.array(
      z.object({
        worksheet: z.string(),
        rows: z.number(),
        columns: z.optional(z.array(z.string())),
      }),
    ),
    /** Russian: what waits, the first ten rows by their names; '' where nothing does. */
    held: z.string(),
    /** Names these losses, for `confirmDeletions`; '' where none waits. */
    question: z.string(),
  }),

  /** `day`: the one that was assessed. */
  monitor: z.object({ ...reconcileFields, day: z.optional(z.string()) }),

  report: reportAnswer,
  reports: reportsAnswer,
  'report-file': reportFileAnswer,
  forms: formsAnswer,
  'form-file': reportFileAnswer,
  'report-state': reportStateAnswer,

  expand: z.object({
    status: z.enum(['planned', 'expanded', 'unchanged']),
    /** Rows that are missing, or that were added. */
    count: z.number(),
    message: z.string(),
  }),

  period: z.object({
    status: z.enum(['planned', 'turned', 'unchanged']),
    /** The first day of the period that comes. */
    next: z.string(),
    /** What is still open in the one that ends. */
    open: z.number(),
    message: z.string(),
  }),

  import: z.object({
    status: z.enum(['planned', 'imported', 'unchanged']),
    /** Measures that are new, or that were appended. */
    count: z.number(),
    /** Of the file, where there are several to choose from. */
    tables: z.array(z.string()),
    /** Whose plan it may be, beside the municipality's. */
    schools: z.array(z.string()),
    message: z.string(),
  }),

  row: z.object({
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
  }),

  history: z.object({
    title: z.string(),
    /** From the newest to the oldest. */
    entries: z.array(historyEntry),
    cursor: z.nullable(z.number()),
    message: z.string(),
  }),

  letters: z.object({
    /** The latest first; `id` is what the same function takes as `letter`. */
    letters: z.array(
      z.object({
        id: z.string(),
        moment: z.string(),
        to: z.string(),
        subject: z.string(),
        /** Russian: sent, waiting, refused and why. */
        state: z.string(),
      }),
    ),
    /** What the one that was asked for says, as plain text; null where none was, or it is not kept any more. */
    text: z.nullable(z.string()),
    message: z.string(),
  }),

  calendars: z.object({
    /** `url`: '' where it was shown once already; only its fingerprint is kept. */
    feeds: z.array(z.object({ whose: z.string(), since: z.string(), url: z.string() })),
    message: z.string(),
  }),

  access: z.object({
    status: z.enum(['unchanged', 'changed']),
    /** Leaders first. `since`, `by`: '' where nobody has kept it. */
    members: z.array(
      z.object({
        email: z.string(),
        role: z.string(),
        title: z.string(),
        since: z.string(),
        by: z.string(),
      }),
    ),
    /** Those that may be given. */
    roles: z.array(z.object({ role: z.string(), title: z.string() })),
    message: z.string(),
  }),

  deleted: z.object({
    worksheet: z.string(),
    /** The latest first; `rowId` is what `restore` takes as its target. */
    rows: z.array(
      z.object({ rowId: z.string(), name: z.string(), moment: z.string(), isDeleted: z.boolean() }),
    ),
    count: z.number(),
    message: z.string(),
  }),

  restore: z.object({
    status: z.enum(['planned', 'restored', 'unchanged']),
    /** Rows that come back, cells that differ, rows that are newer than the point. */
    counts: z.object({ additions: z.number(), differences: z.number(), newer: z.number() }),
    /** The tab that lists the differences; null where there are none. */
    tab: z.nullable(z.object({ sheetId: z.number(), title: z.string() })),
    message: z.string(),
  }),
};

export type FunctionName = keyof typeof answers;

export type AnswerOf<Name extends FunctionName> = Frozen<z.output<(typeof answers)[Name]>>;

type Frozen<Value> = { readonly [Key in keyof Value]: Frozen<Value[Key]> };

/** To a hint, with the status 202: what the pass before it has held back, as `sync` words it. */
export const hintAnswer = z.object({ held: z.string(), question: z.string() });

/**
 * What each function answers, under the names of `FUNCTIONS`. The add-on bundles these, so they use the small build of
 * zod and nothing else.
 */
export const ANSWERS: { readonly [Name in FunctionName]: z.ZodMiniType<AnswerOf<Name>> } = answers;

/** Every answer other than 200. `message` is Russian: what is wrong, what to do. */
export const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
