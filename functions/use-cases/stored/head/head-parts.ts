import * as z from 'zod';
import type { ReportAggregates } from '../../../domain/report/report-aggregates.ts';
import { REPORT_FORMS } from '../../../domain/report/report-document.ts';
import { STAFF_WORKSHEETS } from '../../../domain/records/worksheet-key.ts';
import { storedDay } from '../encoding/stored-day.ts';

/** What the head is made of: what was lost, seen, moved or reported. */

export const severityCounts = z.object({
  error: z.number(),
  overdue: z.number(),
  warning: z.number(),
  reminder: z.number(),
});

/** `ArchivedReport` of the workbook. */
export const listedReport = z.object({
  number: z.number().int(),
  form: z.enum(REPORT_FORMS),
  date: storedDay,
  asOf: storedDay,
  span: z.string().optional(),
  subject: z.string().optional(),
});

export const reportReference = z.object({ number: z.number(), inputHash: z.string() });

export const aggregatesValue = z.custom<ReportAggregates>(
  (value) => typeof value === 'object' && value !== null,
);

export const storedAggregates = z.object({
  number: z.number().int(),
  documentHash: z.string(),
  value: aggregatesValue,
});

export const selfCheck = z.object({
  /** The latest revision that was looked at. */
  revision: z.number().int(),
  /** The instant, ISO 8601 in UTC. */
  at: z.string(),
  /** Where the next comparison begins: the rows after this revision had this hash. */
  anchor: z.object({ revision: z.number().int(), hash: z.string(), historyHash: z.string().optional() }),
  /** Russian: what does not agree; null where all is well. */
  problem: z.string().nullable(),
});

export const heldLosses = z.object({
  /** Rows that vanished, and how many may go unasked. */
  rows: z.number(),
  limit: z.number(),
  /** Which rows those are (`digestOfRows`): a yes is for them alone. Absent where none vanished. */
  digest: z.string().optional(),
  /** What people call the first of them. */
  names: z.array(z.string()).optional(),
  /** Columns that were emptied, with the number of cells that held something. */
  columns: z.array(z.object({ column: z.string(), cells: z.number() })).optional(),
});

export const shownCell = z.object({
  text: z.string(),
  format: z.enum(['as_it_is', 'percent', 'date', 'time', 'scientific']),
});

export const birth = z.object({
  worksheet: z.enum(STAFF_WORKSHEETS),
  /** Numbers of the rows, the second included. */
  from: z.number().int(),
  to: z.number().int(),
  /** The instant, ISO 8601 in UTC, and whose call brought them in. */
  at: z.string(),
  by: z.string(),
});

/** `Postponement` of the domain. */
export const postponement = z.object({ on: storedDay.nullable(), to: storedDay.nullable() });

/** How the columns of a worksheet stood when it was last read whole (`Places`). */
export const places = z.object({ headerRow: z.number().int(), columns: z.array(z.string()) });

export const tooLargeRow = z.object({
  rowId: z.string(),
  /** As UTF-8. */
  bytes: z.number(),
});
