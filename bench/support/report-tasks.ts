import { z } from 'zod';

/** What `measure-report.ts` does: the report on a workbook that stands synchronised. */
export const reportTaskSchema = z.object({
  url: z.string(),
  countsUrl: z.string(),
  storeFile: z.string(),
  workbookId: z.string(),
});

export type ReportTask = z.infer<typeof reportTaskSchema>;

export const reportMeasureSchema = z.object({
  /** Looking whether the workbook has changed, twice, and assessing it. */
  checkMs: z.number(),
  /** Composing the value, hashing and storing it. */
  composeMs: z.number(),
  /** Laying out the tab and writing it. */
  showMs: z.number(),
  /** Processor time of this process in these two: a busy machine does not lengthen it. */
  cpuMs: z.number(),
  /** Calls of the Sheets API by method. */
  calls: z.record(z.string(), z.number()),
  reads: z.number(),
  writes: z.number(),
  /** The value as JSON. */
  valueMb: z.number(),
  /** The most memory that the process ever held, MB. */
  peakMb: z.number(),
});

export type ReportMeasure = z.infer<typeof reportMeasureSchema>;
