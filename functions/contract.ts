import * as z from 'zod/mini';

/**
 * The messages between the add-on (and whoever else calls) and the functions. One schema a message; the add-on
 * bundles this file, so it uses the small build of zod and nothing else.
 */

const workbookId = z.string().check(z.minLength(1), z.maxLength(200));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));

export const syncRequest = z.strictObject({
  workbookId,
  /** A person has confirmed the deletions that the brake holds. */
  confirmDeletions: z.optional(z.boolean()),
});

/** `today` is honoured only where the installation allows it (locally, for repeatable runs). */
export const monitorRequest = z.strictObject({ workbookId, today: z.optional(isoDate) });

export const reportRequest = z.strictObject({ workbookId, today: z.optional(isoDate) });

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

/** `braked`: worksheets whose vanished rows wait for a person's word. */
export const syncAnswer = z.object({
  ...reconcileFields,
  braked: z.array(z.object({ worksheet: z.string(), rows: z.number() })),
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

/** Every answer other than 200. `message` is Russian: what is wrong, what to do. */
export const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export type SyncRequest = z.infer<typeof syncRequest>;
export type MonitorRequest = z.infer<typeof monitorRequest>;
export type ReportRequest = z.infer<typeof reportRequest>;
export type SyncAnswer = z.infer<typeof syncAnswer>;
export type MonitorAnswer = z.infer<typeof monitorAnswer>;
export type ReportAnswer = z.infer<typeof reportAnswer>;
export type ErrorAnswer = z.infer<typeof errorAnswer>;
