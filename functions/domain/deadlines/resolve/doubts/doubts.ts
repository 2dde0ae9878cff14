import { formatDate, formatDateWithWeekday, monthOf, weekdayOf } from '../../../dates/dates.ts';
import { listNames } from '../../../text/russian.ts';
import type { DeadlineRule } from '../../rule/rule.ts';
import type { DeadlineOccurrence, DeadlineReading } from '../../types.ts';
import type { Outcome, Setting } from '../outcome.ts';

const WEEKDAYS = [
  /понедельник/,
  /вторник/,
  /сред[аыу](?![а-я])/,
  /четверг/,
  /пятниц/,
  /суббот(?!ник)/,
  /воскресень/,
];

/** «на каникулах» and «на контроле» say when, and not what a report is about. */
const SUBJECT = /^(?:за|на|по состоянию на)\s(?!.*(?:каникул|контрол))/iu;

/** Russian sentences: words beside the rule that make its dates uncertain. */
export function doubtsOf({ rule, remarks, further }: DeadlineReading, { options }: Outcome): string[] {
  const beside = further
    .filter((words) => !isSummerBeside(words, options) && !(isOfDays(rule) && /каникул/iu.test(words)))
    .map((words) =>
      SUBJECT.test(words)
        ? `«${words.trim()}» говорит, за какое время или на какой день берутся сведения, а когда их сдать — не сказано: назначьте дату.`
        : `Сказано ещё «${words}»: эта часть срока не рассчитана, при необходимости назначьте дату.`,
    );
  return [...beside, ...weekdayDoubt(remarks, rule.kind === 'annual' ? rule.within : rule, options)];
}

/** «25 октября – 3 ноября (осенние каникулы)»: the days of the holidays are named. */
const isOfDays = (rule: DeadlineRule): boolean =>
  rule.kind === 'date_range' &&
  rule.spans.every((span) => span.type === 'days' && !(span.from.day === 1 && span.to?.day === 'last'));

/** «июнь – август (летние каникулы)» says the same twice. */
function isSummerBeside(words: string, options: Outcome['options']): boolean {
  const [spans] = options.map((option) => option.spans);
  if (!/летни[а-яё]+\s(?:школьн[а-яё]+\s)?каникул/iu.test(words) || !spans) return false;
  return spans.every(({ start, end }) =>
    [start ?? end, end].every((day) => monthOf(day) >= 6 && monthOf(day) <= 8),
  );
}

/** A weekday beside the rule must be that of its dates; beside a month or quarter it says something unread. */
function weekdayDoubt(
  remarks: readonly string[],
  rule: DeadlineRule | null,
  options: Outcome['options'],
): string[] {
  const said = remarks.find((remark) => weekdayIn(remark) > 0);
  if (said === undefined) return [];
  if (rule?.kind !== 'by_date')
    return [`Сказано ещё «${said}»: день недели в сроке не учтён, при необходимости назначьте дату.`];
  const ends = options[0]?.spans.map(({ end }) => end) ?? [];
  // Of several dates the weekday may be said of one.
  if (ends.length === 0 || ends.some((end) => weekdayOf(end) === weekdayIn(said))) return [];
  const named = listNames(ends.map(formatDateWithWeekday));
  return ends.length === 1
    ? [`Названный день недели не сходится с датой ${named}: проверьте её.`]
    : [`Названный день недели не сходится ни с одной датой (${named}): проверьте их.`];
}
const weekdayIn = (remark: string): number =>
  WEEKDAYS.findIndex((weekday) => weekday.test(remark.toLowerCase())) + 1;

/** Russian: control dates that are days off by decree of the President only. */
export function decreeWarning(occurrences: readonly DeadlineOccurrence[], { calendar }: Setting): string[] {
  const dates = occurrences
    .filter(({ controlDate }) => calendar.dayKind(controlDate) === 'decree_day_off')
    .map(({ controlDate }) => formatDate(controlDate));
  if (dates.length === 0) return [];
  return dates.length === 1
    ? [
        `Контрольная дата ${dates[0]} — нерабочий день по указу Президента: он учтён как выходной, но для сроков это спорно.`,
      ]
    : [
        `Контрольные даты ${listNames(dates)} — нерабочие дни по указу Президента: они учтены как выходные, но для сроков это спорно.`,
      ];
}
