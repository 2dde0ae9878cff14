import * as z from 'zod';
import { storedDay as day } from '../encoding/stored-day.ts';

/** What the head keeps of runs; a file of its own, for the head is what it stands in. */

export const runFigures = z.object({
  total: z.number(),
  due: z.number(),
  done: z.number(),
  late: z.number(),
  overdue: z.number(),
  week: z.number(),
  month: z.number(),
  waiting: z.number(),
});

/** How many findings came, went and got worse. */
const changes = z.object({ fresh: z.number(), gone: z.number(), worse: z.number() });
/** Days on which nobody looked. */
const missed = z.object({ start: day, end: day });

const lastRun = z.object({
  day,
  /** The instant of its end, ISO 8601 in UTC, and how long it went until then. */
  at: z.string(),
  tookMs: z.number(),
  /** Milliseconds after the appointed moment at which it began; null for a run that a person asked for. */
  lagMs: z.number().nullable(),
  figures: runFigures,
  /** Since the run of the day `since`; null at the first run. */
  changes: changes.nullable(),
  since: day.nullable(),
  /** Before this one. */
  missed: missed.nullable(),
  /** The last run had claimed this later day: a clock had been wrong. */
  setBackFrom: day.nullable(),
  /** What the findings are known by: equal digests, equal findings. `day` names the document that lists them. */
  marks: z.object({ digest: z.string(), day }),
});

const trendPoint = runFigures
  .pick({ due: true, done: true, late: true, overdue: true, waiting: true })
  .extend({ day });

export const runState = z.object({ last: lastRun, trend: z.array(trendPoint).readonly() });

export const severity = z.enum(['error', 'overdue', 'warning', 'reminder']);

export const runDocument = z.object({
  day,
  at: z.string(),
  by: z.string(),
  since: day.nullable(),
  missed: missed.nullable(),
  figures: runFigures,
  /** Russian, worst first, the first hundred of each; `changes` counts them all. */
  fresh: z.array(z.string()),
  gone: z.array(z.string()),
  worse: z.array(z.string()),
  changes: changes.nullable(),
  /** All findings as marks, packed. */
  marks: z.array(z.string()),
});

export const marksList = z.array(
  z.object({ key: z.string(), place: z.string(), severity, text: z.string() }),
);

export type RunState = z.infer<typeof runState>;
export type LastRun = z.infer<typeof lastRun>;
export type RunDocument = z.infer<typeof runDocument>;
