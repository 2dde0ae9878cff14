import { z } from 'zod';

/** What `measure.ts` does, as many times as said: each time is measured by itself. */
export const taskSchema = z.object({
  job: z.enum(['shnor', 'rowByRow', 'fetchAndHash']),
  times: z.number().int().positive(),
  /** Before each pass a cell of another row is typed anew, unmeasured. */
  withEdit: z.boolean(),
  url: z.string(),
  countsUrl: z.string(),
  storeFile: z.string(),
  workbookId: z.string(),
  /** Of every sheet that a pass of ours reads, and of «Исполнение». */
  sheetIds: z.array(z.number()),
  executionsId: z.number(),
});

export type Task = z.infer<typeof taskSchema>;

export const measureSchema = z.object({
  /** Of the median pass. */
  ms: z.number(),
  /** Processor time of this process in that pass. */
  cpuMs: z.number(),
  /** Calls of the Sheets API by method, in the last pass. */
  calls: z.record(z.string(), z.number()),
  reads: z.number(),
  writes: z.number(),
  /** The most memory that the process ever held, MB. */
  peakMb: z.number(),
});

export type Measure = z.infer<typeof measureSchema>;
