import { formatDateWithWeekday, weekdayOf } from '../../dates.ts';
import type { DeadlineReading } from '../types.ts';
import type { Outcome } from './outcome.ts';

const WEEKDAYS = [
  /понедельник/,
  /вторник/,
  /сред[аыу](?![а-я])/,
  /четверг/,
  /пятниц/,
  /суббот/,
  /воскресень/,
];

/** Russian sentences: words beside the rule that make its dates uncertain. */
export function doubtsOf({ rule, remarks, further }: DeadlineReading, { options }: Outcome): string[] {
  const beside = further.map(
    (words) => `Сказано ещё «${words}»: эта часть срока не рассчитана, при необходимости назначьте дату.`,
  );
  const [only, second] = options[0]?.spans ?? [];
  if (rule.kind !== 'by_date' || !only || second) return beside;
  const said = remarks.map(
    (remark) => WEEKDAYS.findIndex((weekday) => weekday.test(remark.toLowerCase())) + 1,
  );
  const differs = said.some((weekday) => weekday > 0 && weekday !== weekdayOf(only.end));
  return differs
    ? [
        ...beside,
        `Названный день недели не сходится с датой ${formatDateWithWeekday(only.end)}: проверьте её.`,
      ]
    : beside;
}
