import type { Assessment } from '../assessment/assessed.ts';
import type { MeasureAssessment, Obligation } from '../assessment/obligation.ts';
import { daysBetween } from '../dates/dates.ts';
import { isComing } from '../monitor/run-figures.ts';
import { responsibleFor } from '../reminders/find-people.ts';
import { compareMeasureNumbers } from '../records/regulation.ts';
import { MUNICIPALITY, ROOM, type BurningLine, type BurningLines } from './overview.ts';

/** So many lines are left to what comes however much is overdue: both are asked for at once. */
const LEAST_COMING = 2;
/** What is due later is no matter of this overview. */
const HORIZON_DAYS = 366;

export const NOBODY = 'Ответственный не указан';

/** What is overdue, the longest first, and the nearest terms: by name, as many as there is room for. */
export function composeBurning(assessment: Assessment): BurningLines {
  const { obligations, today } = assessment;
  const overdue = lineMaker(
    assessment,
    obligations.filter(({ state }) => state === 'overdue'),
  );
  const coming = lineMaker(
    assessment,
    obligations.filter((each) => isComing(each, today, HORIZON_DAYS)),
  );
  const next = coming(ROOM.lines);
  const room = ROOM.lines - Math.min(next.length, LEAST_COMING);
  const late = overdue(room);
  // One line says how many others there are.
  const shown = late.length > room ? late.slice(0, room - 1) : late;
  const hidden = late.slice(shown.length);
  const left = ROOM.lines - shown.length - (hidden.length > 0 ? 1 : 0);
  return {
    overdue: shown,
    hiddenOverdue: hidden.reduce((sum, { schools }) => sum + schools.length, 0),
    coming: coming(left).slice(0, left),
  };
}

function byUrgency(a: BurningLine, b: BurningLine): number {
  return b.overdueDays - a.overdueDays || compareMeasureNumbers(a.measure.number, b.measure.number);
}

/**
 * Makes one line of all schools that owe the same by the same day: of each responsible one, and where there are more
 * of these lines than there is room for, of all of them one together.
 */
function lineMaker(
  { measures, today }: Assessment,
  those: readonly Obligation[],
): (room: number) => readonly BurningLine[] {
  const byNumber = new Map(measures.map(({ measure }) => [measure.number, measure]));
  const nameOf = responsibleNames(measures);
  const drawLine = (same: readonly Obligation[]): readonly BurningLine[] => {
    const [first] = same;
    const measure = first && byNumber.get(first.measure);
    if (!measure || !first.occurrence) return [];
    const { controlDate } = first.occurrence;
    const { execution, overdueDays, state } = first;
    return [
      {
        measure: { number: measure.number, title: measure.title },
        schools: same.map(({ school }) => school ?? MUNICIPALITY),
        controlDate,
        overdueDays: state === 'overdue' ? overdueDays : -daysBetween(today, controlDate),
        ...nameResponsible(same.map(nameOf)),
        place: execution
          ? { worksheet: 'executions', rowId: execution.rowId }
          : { worksheet: 'regulation', rowId: measure.rowId },
      },
    ];
  };
  const linesBy = (keyOf: (each: Obligation) => readonly unknown[]) =>
    [...Map.groupBy(those, (each) => JSON.stringify(keyOf(each))).values()]
      .flatMap(drawLine)
      .toSorted(byUrgency);
  const termOf = ({ measure, occurrence }: Obligation) => [measure, occurrence?.controlDate];
  return (room) => {
    const own = linesBy((each) => [...termOf(each), nameOf(each)]);
    return own.length > room ? linesBy(termOf) : own;
  };
}

/** Who answers for most of it, and how many others answer for the rest. */
function nameResponsible(names: readonly string[]): Pick<BurningLine, 'responsible' | 'otherResponsible'> {
  const sorted = [...Map.groupBy(names, String)].toSorted(([, a], [, b]) => b.length - a.length);
  return { responsible: sorted[0]?.[0] ?? NOBODY, otherResponsible: Math.max(0, sorted.length - 1) };
}

/** Whose an obligation is, in words for whoever reads. */
export function responsibleNames(measures: readonly MeasureAssessment[]): (of: Obligation) => string {
  const byNumber = new Map(measures.map(({ measure }) => [measure.number, measure]));
  return (obligation) => {
    const measure = byNumber.get(obligation.measure);
    return (measure && responsibleFor(obligation, measure).trim()) || NOBODY;
  };
}
