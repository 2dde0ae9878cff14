import { daysBetween, type CalendarDate } from '../dates/dates.ts';
import { isProof } from '../records/evidence.ts';
import { findOccurrence } from './find-occurrence.ts';
import type { DueOccurrence } from './due-occurrence.ts';
import { factDate, type MeasureAssessment } from './obligation.ts';
import type { Period } from '../dates/period.ts';
import type { Execution } from '../records/records.ts';

/**
 * Why a row stands for no occurrence: its label names another time than all of them, or several, or nothing that is
 * understood; its work lies before the period; the school does not owe what it is for; or it stands for another period
 * that the workbook was or will be kept in, where it counts.
 */
export type UnplacedReason =
  'label_none' | 'label_several' | 'label_unread' | 'before_period' | 'not_owed' | 'other_period';

export interface UnplacedExecution {
  readonly execution: Execution;
  readonly reason: UnplacedReason;
}

export interface ExecutionMatch {
  /** By position in `occurrences`; a measure without a date has one place, 0. */
  readonly byOccurrence: ReadonlyMap<number, Execution>;
  /** Rows that repeat an obligation already answered by another. */
  readonly repeats: readonly { readonly execution: Execution; readonly of: Execution }[];
  readonly unplaced: readonly UnplacedExecution[];
}

export interface MatchScope {
  readonly assessment: MeasureAssessment;
  readonly period: Period;
  /** By position in `occurrences`. */
  readonly isOwed: (at: number) => boolean;
}

/**
 * Gives each row of one school and measure to an occurrence: first all rows that name one; then, of those that are
 * still free, by the day of the work — that in whose window it lies, else the nearest; last, to the first that is free,
 * the rows that say neither. Where several rows are for one, that counts which is done and proved, else the first
 * entered; the others repeat it. `executions` in the order of entry.
 */
export function matchExecutions(executions: readonly Execution[], scope: MatchScope): ExecutionMatch {
  if (executions.length === 0) return NOTHING;
  const match: Matching = { byOccurrence: new Map(), repeats: [], unplaced: [] };
  const rows = executions.length === 1 ? executions : executions.toSorted((a, b) => worthOf(a) - worthOf(b));
  const unlabelled = rows.filter((execution) => !placeLabelled(execution, scope, match));
  const undated = unlabelled.filter((execution) => !placeByDate(execution, scope, match));
  for (const execution of undated) place(execution, firstFree(scope, match), match);
  return match;
}

const NOTHING: ExecutionMatch = { byOccurrence: new Map(), repeats: [], unplaced: [] };

interface Matching {
  readonly byOccurrence: Map<number, Execution>;
  readonly repeats: { execution: Execution; of: Execution }[];
  readonly unplaced: UnplacedExecution[];
}

/** What is done and proved before what is done, that before the rest. */
function worthOf({ mark, evidence }: Execution): number {
  if (mark !== 'выполнено') return 2;
  return isProof(evidence) ? 0 : 1;
}

function place(execution: Execution, at: number | undefined, match: Matching): void {
  if (at === undefined) {
    match.unplaced.push({ execution, reason: 'not_owed' });
    return;
  }
  const holder = match.byOccurrence.get(at);
  if (holder) match.repeats.push({ execution, of: holder });
  else match.byOccurrence.set(at, execution);
}

/** False where the row says nothing that could bind it. */
function placeLabelled(execution: Execution, scope: MatchScope, match: Matching): boolean {
  const { assessment, period, isOwed } = scope;
  const { occurrences } = assessment;
  if (execution.occurrence.trim() === '' || occurrences.length === 0) return false;
  const named = findOccurrence(assessment, execution.occurrence);
  const reason = (): UnplacedReason | undefined => {
    if (named.kind !== 'one') return `label_${named.kind}`;
    if (!named.saysYear && isBeforePeriod(execution, occurrences, period)) return 'before_period';
    return isOwed(named.at) ? undefined : 'not_owed';
  };
  // Where there is one occurrence only, a word that is not understood leaves nothing to choose.
  if (named.kind === 'unread' && occurrences.length === 1) return false;
  const why = reason();
  if (why) match.unplaced.push({ execution, reason: why });
  else if (named.kind === 'one') place(execution, named.at, match);
  return true;
}

/** False where the row says no day. */
function placeByDate(execution: Execution, scope: MatchScope, match: Matching): boolean {
  const { assessment, period } = scope;
  const day = factDate(execution);
  if (day === undefined) return false;
  if (isBeforePeriod(execution, assessment.occurrences, period)) {
    match.unplaced.push({ execution, reason: 'before_period' });
    return true;
  }
  const nearest = nearestPlaces(day, scope);
  place(execution, nearest.find((at) => !match.byOccurrence.has(at)) ?? nearest[0], match);
  return true;
}

/** In whose window the day lies; where it lies in none, all that are owed, the nearest first. */
function nearestPlaces(day: CalendarDate, { assessment, isOwed }: MatchScope): readonly number[] {
  const { occurrences } = assessment;
  if (occurrences.length <= 1) return isOwed(0) ? [0] : [];
  const within = [...occurrences.keys()].filter((at) => distance(day, occurrences[at]) === 0);
  if (within.length > 0) return within.filter((at) => isOwed(at));
  return [...occurrences.keys()]
    .filter((at) => isOwed(at))
    .sort((a, b) => distance(day, occurrences[a]) - distance(day, occurrences[b]));
}

function firstFree({ assessment, isOwed }: MatchScope, { byOccurrence }: Matching): number | undefined {
  const owed = placesIn(assessment.occurrences).filter((at) => isOwed(at));
  return owed.find((at) => !byOccurrence.has(at)) ?? owed[0];
}

function placesIn(occurrences: readonly DueOccurrence[]): readonly number[] {
  return occurrences.length === 0 ? [0] : [...occurrences.keys()];
}

/** Days from the day to the window; 0 within it. */
function distance(day: CalendarDate, occurrence: DueOccurrence | undefined): number {
  if (!occurrence) return 0;
  const { start, end } = occurrence;
  if (start !== null && day < start) return daysBetween(day, start);
  return day > end ? daysBetween(end, day) : 0;
}

/** Work that was done before the period and before all windows is another period's. */
function isBeforePeriod(
  execution: Execution,
  occurrences: readonly DueOccurrence[],
  period: Period,
): boolean {
  const { mark, doneOn: day } = execution;
  if (mark !== 'выполнено' || day === undefined || day >= period.start) return false;
  return occurrences.every((occurrence) => distance(day, occurrence) > 0);
}
