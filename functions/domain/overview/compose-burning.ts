import type { Assessment } from '../assessment/assessed.ts';
import type { MeasureAssessment, Obligation } from '../assessment/obligation.ts';
import { daysBetween } from '../dates.ts';
import { isComing } from '../monitor/run-figures.ts';
import { responsibleFor } from '../reminders/find-people.ts';
import { compareMeasureNumbers } from '../regulation.ts';
import { MUNICIPALITY, ROOM, type BurningLine, type BurningLines } from './overview.ts';

/** So many lines are left to what comes however much is overdue: both are asked for at once. */
const LEAST_COMING = 2;
/** What is due later is no matter of this overview. */
const HORIZON_DAYS = 366;

export const NOBODY = 'Ответственный не указан';

/** What is overdue, the longest first, and the nearest terms: by name, as many as there is room for. */
export function composeBurning(assessment: Assessment): BurningLines {
  const { obligations, today } = assessment;
  const lineOf = lineMaker(assessment);
  const overdue = lineOf(obligations.filter(({ state }) => state === 'overdue')).toSorted(byUrgency);
  const coming = lineOf(obligations.filter((each) => isComing(each, today, HORIZON_DAYS))).toSorted(
    byUrgency,
  );
  const room = ROOM.lines - Math.min(coming.length, LEAST_COMING);
  // One line says how many others there are.
  const shown = overdue.length > room ? overdue.slice(0, room - 1) : overdue;
  const hidden = overdue.slice(shown.length);
  const taken = shown.length + (hidden.length > 0 ? 1 : 0);
  return {
    overdue: shown,
    hiddenOverdue: hidden.reduce((sum, { schools }) => sum + schools.length, 0),
    coming: coming.slice(0, ROOM.lines - taken),
  };
}

function byUrgency(a: BurningLine, b: BurningLine): number {
  return b.overdueDays - a.overdueDays || compareMeasureNumbers(a.measure.number, b.measure.number);
}

/** Makes one line of all schools that owe the same, from the same person, by the same day. */
function lineMaker({ measures, today }: Assessment): (those: readonly Obligation[]) => BurningLine[] {
  const byNumber = new Map(measures.map(({ measure }) => [measure.number, measure]));
  const nameOf = responsibleNames(measures);
  return (those) => {
    const alike = Map.groupBy(those, (each) =>
      JSON.stringify([each.measure, each.occurrence?.controlDate, nameOf(each)]),
    );
    return [...alike.values()].flatMap((same): BurningLine[] => {
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
          responsible: nameOf(first),
          place: execution
            ? { worksheet: 'executions', rowId: execution.rowId }
            : { worksheet: 'regulation', rowId: measure.rowId },
        },
      ];
    });
  };
}

/** Whose an obligation is, in words for whoever reads. */
export function responsibleNames(measures: readonly MeasureAssessment[]): (of: Obligation) => string {
  const byNumber = new Map(measures.map(({ measure }) => [measure.number, measure]));
  return (obligation) => {
    const measure = byNumber.get(obligation.measure);
    return (measure && responsibleFor(obligation, measure).trim()) || NOBODY;
  };
}
