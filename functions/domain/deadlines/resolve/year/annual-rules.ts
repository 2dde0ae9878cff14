import { calendarDate, formatDate, yearOf } from '../../../dates/dates.ts';
import type { DatedRule, RuleOf } from '../../rule/rule.ts';
import { resolveDated } from '../dated/dated-rules.ts';
import type { Option, Outcome, Setting, Span } from '../outcome.ts';
import { namedYear, OUTSIDE_YEAR, resolveOnceAYear } from './year-rules.ts';

type Annual = RuleOf<'annual'>;
type Years = NonNullable<Annual['years']>;

/** What comes once a year, in the years that the phrase names or in all. May throw `NoSuchDayError`. */
export function resolveAnnual({ within, years }: Annual, setting: Setting): Outcome {
  const outcome = within ? withReportNote(within, setting) : resolveOnceAYear(setting);
  if (!years) return outcome;
  const options = outcome.options
    .map((option) => inYears(option, years))
    .filter(({ spans }) => spans.length > 0);
  if (options.length > 0) return { ...outcome, options };
  const year = nearest(years, setting);
  if (!within) return { ...namedYear(year), warnings: [OUTSIDE_YEAR] };
  return resolveDated(ofYear(within, year), setting);
}

const inYears = (option: Option, { from, to }: Years): Option => ({
  ...option,
  spans: option.spans.filter(
    ({ start, end }) => yearOf(end) >= from && (to === null || yearOf(start ?? end) <= to),
  ),
});

const nearest = ({ from, to }: Years, { period }: Setting): number =>
  to !== null && to < yearOf(period.start) ? to : from;

const ofYear = (rule: DatedRule, year: number): DatedRule =>
  JSON.parse(
    JSON.stringify(rule, (key, value: unknown) => (key === 'year' && value === null ? year : value)),
  ) as DatedRule;

/** «ежегодно до 1 февраля года, следующего за отчётным»: the period has one such day; that of its own report comes next. */
function withReportNote(within: DatedRule, setting: Setting): Outcome {
  if (within.kind !== 'by_date' || within.yearWord === 'none') return resolveDated(within, setting);
  const outcome = resolveDated({ ...within, yearWord: 'none' }, setting);
  const last = outcome.options[0]?.spans.at(-1);
  const note = within.yearWord === 'after_report' && last ? nextReport(last, setting) : undefined;
  return note === undefined ? outcome : { ...outcome, note };
}

function nextReport({ end }: Span, { periodKind }: Setting): string | undefined {
  if (periodKind !== 'calendar_year') return undefined;
  const [year, month, day] = end.split('-').map(Number);
  const next = calendarDate((year ?? 0) + 1, month ?? 1, day ?? 1);
  return (
    next &&
    `Это срок отчёта за ${(year ?? 0) - 1} год; отчёт за ${year} год — до ${formatDate(next)}, в следующем периоде.`
  );
}
