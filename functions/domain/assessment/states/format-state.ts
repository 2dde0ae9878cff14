import { formatDate } from '../../dates/dates.ts';
import { countOf, NOUNS } from '../../text/russian.ts';
import type { Obligation } from '../obligation.ts';
import { isDone, STATE_TITLES } from './state.ts';

type Shown = Pick<Obligation, 'state' | 'overdueDays' | 'overdueWorkingDays' | 'lateDays'> &
  Partial<Pick<Obligation, 'execution' | 'occurrence'>>;

/** «просрочено на 12 дней (8 рабочих), возвращено»: the state with what a reader asks of it first. */
export function formatState(obligation: Shown): string {
  return `${STATE_TITLES[obligation.state]}${detailOf(obligation)}${originOf(obligation)}`;
}

function detailOf({ state, execution, ...days }: Shown): string {
  const late = ` на ${countOf(days.lateDays, NOUNS.day)}`;
  switch (state) {
    case 'overdue': {
      const returned = execution?.control?.returned === undefined ? '' : `, ${STATE_TITLES.returned}`;
      return ` на ${countOf(days.overdueDays, NOUNS.day)} (${workingDays(days.overdueWorkingDays)})${returned}`;
    }
    case 'done_late':
      return execution?.control?.takenOffOn === undefined ? late : `${late}, ${STATE_TITLES.off_control}`;
    case 'awaiting_acceptance':
      return days.lateDays > 0 ? ` (с опозданием${late})` : '';
    default:
      return '';
  }
}

/** Of what is still to be done: the date from which its term was moved. */
function originOf({ state, occurrence }: Shown): string {
  const from = occurrence?.postponedFrom;
  return from === undefined || isDone(state) ? '' : ` (срок перенесён с ${formatDate(from)})`;
}

function workingDays(count: number): string {
  return countOf(count, ['рабочий', 'рабочих', 'рабочих']);
}
