import { z } from 'zod';

/** What `measure-report.ts` does: the report on a workbook that stands synchronised. */
export const reportTaskSchema = z.object({
  url: z.string(),
  countsUrl: z.string(),
  storeFile: z.string(),
  workbookId: z.string(),
  /** Where the report's value is left as JSON. */
  documentFile: z.string(),
});

/** What `measure-report-file.ts` does: one file of the report that `measure-report.ts` left beside the store. */
export const fileTaskSchema = z.object({ documentFile: z.string(), kind: z.enum(['xlsx', 'docx']) });

export type FileTask = z.infer<typeof fileTaskSchema>;

export const fileMeasureSchema = z.object({
  ms: z.number(),
  /** Processor time. */
  cpuMs: z.number(),
  sizeMb: z.number(),
  /** The most memory that the process ever held, MB. */
  peakMb: z.number(),
});

export type FileMeasure = z.infer<typeof fileMeasureSchema>;

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
