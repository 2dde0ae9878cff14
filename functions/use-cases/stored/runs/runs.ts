import { addDays, daysBetween, type CalendarDate } from '../../../domain/dates/dates.ts';
import type { Changes, RunMark } from '../../../domain/monitor/compare-marks.ts';
import type { JsonObject, Store, StoreWrite } from '../../ports/store.ts';
import { hashOf } from '../encoding/canonical-json.ts';
import { packText, unpackText } from '../encoding/packed-text.ts';
import { parseStored } from '../encoding/parse-stored.ts';
import { marksList, runDocument, type LastRun, type RunDocument } from './run-state.ts';

/** So many days have a document each; the next one takes the place of the oldest. */
export const RUNS_KEPT = 400;
const EPOCH: CalendarDate = '2020-01-01';
/** More than any workbook that people still read has; the rest counts as one. */
const MAX_MARKS = 3_000;
const MAX_LISTED = 100;

/** By the day's number in a ring, so that what is old is written over and nothing has to be swept. */
export function runKey(workbookId: string, day: CalendarDate): string {
  const slot = ((daysBetween(EPOCH, day) % RUNS_KEPT) + RUNS_KEPT) % RUNS_KEPT;
  return `workbooks/${workbookId}/runs/${String(slot).padStart(3, '0')}`;
}

/** Equal where the findings are the same ones, whatever order and words they have. */
export function digestMarks(marks: readonly RunMark[]): string {
  return hashOf(marks.map(({ key, severity }) => `${severity} ${key}`).sort()).slice(0, 16);
}

export function planRunWrite(
  workbookId: string,
  run: Omit<LastRun, 'marks' | 'setBackFrom' | 'tookMs' | 'lagMs'> & { readonly by: string },
  { marks, changes }: { readonly marks: readonly RunMark[]; readonly changes: Changes },
): StoreWrite {
  const { day, at, by, since, missed, figures } = run;
  const listed = (texts: readonly string[]) => texts.slice(0, MAX_LISTED);
  const document: RunDocument = {
    day,
    at,
    by,
    since,
    missed,
    figures,
    fresh: listed(changes.fresh),
    gone: listed(changes.gone),
    worse: listed(changes.worse),
    changes: run.changes,
    marks: [...packText(JSON.stringify(marks.slice(0, MAX_MARKS)))],
  } satisfies Record<keyof RunDocument, unknown>;
  return { kind: 'put', key: runKey(workbookId, day), data: document as unknown as JsonObject };
}

/** One store read. Undefined where the document of that day is not kept any more. */
export async function readMarks(
  store: Store,
  workbookId: string,
  day: CalendarDate,
): Promise<readonly RunMark[] | undefined> {
  const [stored] = await store.getMany([runKey(workbookId, day)]);
  if (!stored) return undefined;
  const run = parseStored(runDocument, stored);
  return run.day === day ? marksList.parse(JSON.parse(unpackText(run.marks))) : undefined;
}

/**
 * The runs of the last `days` days on which something came or went, latest first: one store read a day. A day without
 * a document changed nothing.
 */
export async function readRuns(
  store: Store,
  workbookId: string,
  { until, days }: { readonly until: CalendarDate; readonly days: number },
): Promise<readonly RunDocument[]> {
  const wanted = Array.from({ length: Math.min(days, RUNS_KEPT) }, (_, back) => addDays(until, -back));
  const documents = await store.getMany(wanted.map((day) => runKey(workbookId, day)));
  return documents.flatMap((document, at) => {
    const run = document && parseStored(runDocument, document);
    return run && run.day === wanted[at] ? [run] : [];
  });
}
