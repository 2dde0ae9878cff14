import * as z from 'zod/mini';
import { today } from './request-fields.ts';

/** What a schedule asks of `monitor` and `sync`: the same of all workbooks, so without `workbookId`. */
export const sweepRequest = z.strictObject({ today });

const failure = z.object({ workbookId: z.string(), title: z.string(), code: z.string(), reason: z.string() });

export const sweepAnswer = z.object({
  /** All that are registered. */
  workbooks: z.number(),
  /** Whose turn it is now. */
  due: z.number(),
  /** Put into the queue; in it already; carried out at once, where there is no queue. */
  queued: z.number(),
  known: z.number(),
  done: z.number(),
  /** The first twenty; `failedCount` counts them all. */
  failed: z.array(failure),
  failedCount: z.number(),
  /** Workbooks that whoever asks is no service member of; whose stored head cannot be read. */
  closed: z.number(),
  damaged: z.number(),
  /** Workbooks without a run of today although their morning is long over. */
  late: z.number(),
  message: z.string(),
});

export type SweepAnswer = z.output<typeof sweepAnswer>;
