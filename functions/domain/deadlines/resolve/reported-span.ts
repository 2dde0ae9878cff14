import { calendarDate, formatDate, yearOf, type CalendarDate } from '../../dates/dates.ts';
import { parsePhrase } from '../grammar/index.ts';
import { normalisePhrase } from '../phrase/normalise.ts';
import { isDated, type DatedRule } from '../rule/rule.ts';
import type { DeadlineReading } from '../types.ts';
import { anchoredItems } from './dated/dated-items.ts';
import { yearLater } from './dated/list-order.ts';
import type { Option, Outcome, Setting, Span } from './outcome.ts';

/** «за 2026 год», «по итогам II полугодия»: the time that a report is about, which ends before the report is due. */
interface Reported {
  readonly words: string;
  /** The last day of each time that may be meant. */
  readonly ends: readonly CalendarDate[];
  readonly namesYear: boolean;
  /** Of a school year: «май» is its last month and that of its report. */
  readonly isSchool: boolean;
}

const REPORTED = /^(?:за|по итогам|по результатам|по окончании)\s+(?:(?:весь|период)\s+)?(.+)$/iu;

/** No certain date before the reported time ends: the day is that of the next year, or a person is asked. */
export function afterReported(outcome: Outcome, reading: DeadlineReading, setting: Setting): Outcome {
  const { rule, remarks } = reading;
  const [first] = outcome.options;
  if (outcome.status !== 'dated' || !first || !isDated(rule)) return outcome;
  for (const remark of remarks) {
    const reported = reportedIn(remark, setting);
    if (reported && isBefore(first, reported)) return asked(outcome, reported, rule, setting);
  }
  return outcome;
}

/** Of several days one may be of another report, where no year is named: «за I полугодие до 15 июля, за II – до 15 января». */
function isBefore({ spans }: Option, reported: Reported): boolean {
  const early = spans.filter((span) => isTooEarly(span, reported));
  return reported.namesYear ? early.length > 0 : early.length === spans.length;
}

const isTooEarly = ({ end }: Span, { ends, isSchool }: Reported): boolean =>
  ends.every((last) => end <= last && !(isSchool && end === last));

function asked(outcome: Outcome, reported: Reported, rule: DatedRule, setting: Setting): Outcome {
  const { options, warnings } = outcome;
  const isKept = saysYear(rule) || options[0]?.spans.every((span) => isInLastMonth(span, reported)) === true;
  const later = isKept ? [] : options.map((option) => laterOption(option, reported, isOpen(rule)));
  const kept = reported.namesYear && !isKept ? [] : options;
  const choices = setting.periodKind === 'calendar_year' ? [...later, ...kept] : [...kept, ...later];
  return { ...outcome, options: choices, ambiguous: true, warnings: [...warnings, sentence(reported)] };
}

function sentence({ words, ends }: Reported): string {
  const last = [...new Set(ends)].sort().map(formatDate).join(' или ');
  return `Отчёт «${words}» сдают, когда это время закончится (${last}): проверьте год срока.`;
}

const saysYear = (rule: DatedRule): boolean => /"year":\d/.test(JSON.stringify(rule));
/** «до 15 января», «до февраля»: nothing says when the work begins. */
const isOpen = (rule: DatedRule): boolean =>
  rule.kind === 'before_month' || (rule.kind === 'by_date' && rule.bound !== 'on');

/** «за 2026 год – до 25 декабря»: some reports are due shortly before their time is over. */
const isInLastMonth = ({ end }: Span, { ends }: Reported): boolean =>
  ends.some((last) => end.slice(0, 7) === last.slice(0, 7));

const laterOption = ({ spans }: Option, reported: Reported, staysOpen: boolean): Option => {
  const moved = spans.map((span) => movedSpan(span, reported, staysOpen));
  return { meaning: moved.map(({ label }) => label).join('; '), spans: moved };
};

/** The first such days after the reported time, or in its last month; what opens with the period still does. */
function movedSpan(span: Span, reported: Reported, staysOpen: boolean): Span {
  let moved: Span = span;
  while (isTooEarly(moved, reported) && !isInLastMonth(moved, reported))
    moved = {
      label: moved.label.replace(/20\d\d/g, (year) => String(Number(year) + 1)),
      ...yearLater(moved),
    };
  return staysOpen ? { ...moved, start: span.start } : moved;
}

function reportedIn(remark: string, setting: Setting): Reported | undefined {
  const words = REPORTED.exec(remark)?.[1];
  if (words === undefined) return undefined;
  const { text, original } = normalisePhrase(words);
  const ends = yearEnds(text, setting) ?? spanEnds({ text, original }, setting);
  if (ends.length === 0) return undefined;
  return {
    words: remark,
    ends,
    namesYear: /(?<!\d)20\d\d(?!\d)/u.test(text),
    isSchool: text.includes('учебн'),
  };
}

/** Lessons end in May, and so does what is reported of a school year. */
const lastOfSchoolYear = (of: number): CalendarDate[] => compact(calendarDate(of, 5, 31));
const lastOfYear = (of: number): CalendarDate[] => compact(calendarDate(of, 12, 31));
const compact = (date: CalendarDate | undefined): CalendarDate[] => (date ? [date] : []);

function yearEnds(text: string, { period, periodKind }: Setting): CalendarDate[] | undefined {
  const school = /(?<!\d)20(\d\d)[-/](?:20)?\d\d(?!\d)/u.exec(text)?.[1];
  if (school !== undefined) return lastOfSchoolYear(2001 + Number(school));
  const named = /^(?:календарный )?(20\d\d)(?: ?г| год[а-я]*)?$/u.exec(text)?.[1];
  if (named !== undefined) return lastOfYear(Number(named));
  if (/^учебн[а-я]+ год[а]?$/u.test(text)) return lastOfSchoolYear(yearOf(period.end));
  if (!/^год[а]?$/u.test(text)) return undefined;
  if (periodKind === 'calendar_year') return lastOfYear(yearOf(period.end));
  return [...lastOfYear(yearOf(period.start)), ...lastOfSchoolYear(yearOf(period.end))];
}

/** Months, quarters and half-years; of a half-year that may be of the school or of the calendar both. */
function spanEnds(words: { text: string; original: string }, setting: Setting): CalendarDate[] {
  const { rule } = parsePhrase(words);
  if (!rule || !isDated(rule) || rule.kind === 'by_date') return [];
  return bothSystems(rule).flatMap((each) => {
    const last = anchoredItems(each, setting).at(-1);
    return last ? last.anchored.spans.map(({ end }) => end) : [];
  });
}

function bothSystems(rule: DatedRule): readonly DatedRule[] {
  const [half, more] = rule.kind === 'date_range' ? rule.spans : [];
  if (rule.kind !== 'date_range' || more || half?.type !== 'half_year' || half.system !== 'unsaid')
    return [rule];
  const of = (system: 'calendar' | 'school'): DatedRule => ({ ...rule, spans: [{ ...half, system }] });
  return half.year === null ? [of('calendar'), of('school')] : [of('calendar')];
}
