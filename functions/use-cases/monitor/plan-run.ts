import type { Assessment } from '../../domain/assessment/assessed.ts';
import type { CalendarDate } from '../../domain/dates/dates.ts';
import { compareMarks, marksOf, type Changes, type RunMark } from '../../domain/monitor/compare-marks.ts';
import { compareWithLast, daysMissed } from '../../domain/monitor/days-missed.ts';
import { countFigures } from '../../domain/monitor/run-figures.ts';
import { pastPoints } from '../../domain/monitor/past-points.ts';
import { addPoint, toPoint } from '../../domain/monitor/trend.ts';
import type { Store, StoreWrite } from '../ports/store.ts';
import type { Head } from '../stored/head/head.ts';
import type { LastRun, RunState } from '../stored/runs/run-state.ts';
import { digestMarks, planRunWrite, readMarks } from '../stored/runs/runs.ts';

interface RunRequest {
  readonly workbookId: string;
  readonly by: string;
  readonly head: Head;
  readonly assessment: Assessment;
  /** Instants, ISO 8601 in UTC: when the run began, when it was appointed for, and now. */
  readonly startedAt: string;
  readonly scheduledAt?: string | undefined;
  readonly at: string;
}

export interface RunPlan {
  readonly state: RunState;
  /** The run's own document; none where the findings are those of the run before. */
  readonly writes: readonly StoreWrite[];
}

/**
 * The run as it is to be kept: in the head, whose write costs nothing more, and where findings came or went in a
 * document of its own. Reads the findings of the run before only then: an unchanged day stays at one read and one write.
 */
export async function planRun(store: Store, request: RunRequest): Promise<RunPlan> {
  const { head, assessment } = request;
  const { today } = assessment;
  const figures = countFigures(assessment);
  const trend = addPoint(head.runs?.trend ?? pastPoints(assessment), toPoint(today, figures));
  const before = head.runs?.last;
  const times = timesOf(request);
  // Asked for again on the same day: the figures are of now, what the day brought stays as it was told.
  if (before?.day === today) return { state: { last: { ...before, ...times, figures }, trend }, writes: [] };
  const marks = marksOf(assessment.findings);
  const digest = digestMarks(marks);
  const isSame = before?.marks.digest === digest;
  const changes = isSame ? NO_CHANGES : await compare(store, request.workbookId, { before, marks });
  const run = {
    day: today,
    ...times,
    figures,
    changes: changes ? countChanges(changes) : null,
    since: changes ? (before?.day ?? null) : null,
    missed: daysMissed(head.monitoredOn, today) ?? null,
    setBackFrom: setBackFrom(head, today),
  };
  const last: LastRun = { ...run, marks: isSame && before ? before.marks : { digest, day: today } };
  if (isSame) return { state: { last, trend }, writes: [] };
  const write = planRunWrite(
    request.workbookId,
    { ...run, by: request.by },
    { marks, changes: changes ?? NO_CHANGES },
  );
  return { state: { last, trend }, writes: [write] };
}

const NO_CHANGES: Changes = { fresh: [], gone: [], worse: [] };

/** Undefined where there is nothing to compare with. */
async function compare(
  store: Store,
  workbookId: string,
  { before, marks }: { readonly before: LastRun | undefined; readonly marks: readonly RunMark[] },
): Promise<Changes | undefined> {
  if (!before) return undefined;
  const standing = await readMarks(store, workbookId, before.marks.day);
  return standing && compareMarks(standing, marks);
}

function countChanges({ fresh, gone, worse }: Changes): NonNullable<LastRun['changes']> {
  return { fresh: fresh.length, gone: gone.length, worse: worse.length };
}

function timesOf({ startedAt, scheduledAt, at }: RunRequest): Pick<LastRun, 'at' | 'tookMs' | 'lagMs'> {
  const started = Date.parse(startedAt);
  const lagMs = scheduledAt === undefined ? null : Math.max(0, started - Date.parse(scheduledAt));
  return { at, tookMs: Math.max(0, Date.parse(at) - started), lagMs };
}

function setBackFrom({ monitoredOn }: Head, today: CalendarDate): CalendarDate | null {
  const last = monitoredOn;
  return last !== null && compareWithLast(last, today) === 'set_back' ? last : null;
}
