import type { CalendarDate } from '../../dates/dates.ts';
import { kindOfPeriod } from '../../dates/period.ts';
import { parseDeadline } from '../parse-deadline.ts';
import type { DeadlineRule } from '../rule/rule.ts';
import type {
  DeadlineContext,
  DeadlineOccurrence,
  DeadlineReading,
  DeadlineResolution,
  DeadlineWindow,
  ReadingOption,
} from '../types.ts';
import { NoSuchDayError } from './day-of.ts';
import { resolveDated } from './dated/dated-rules.ts';
import { resolveAnnual } from './year/annual-rules.ts';
import { outcomeByProfile, ruleByProfile } from './by-profile.ts';
import { explain } from './explain.ts';
import { gapsBetween, occurrence } from './occurrence.ts';
import { impossible, undated, type Option, type Outcome, type Setting, type Span } from './outcome.ts';
import { afterReported } from './reported-span.ts';
import { resolveRecurring } from './recurring/recurring-rules.ts';
import { decreeWarning, doubtsOf } from './doubts/doubts.ts';
import { ruleDoubtsOf } from './doubts/rule-doubts.ts';
import { resolveByAct, resolveOnDemand, resolveRelative } from './waiting/waiting-rules.ts';
import { resolveYearRound } from './year/year-rules.ts';

/** Reads the phrase and gives it dates in the period. Never throws for any phrase; see `DeadlineStatus`. */
export function resolveDeadline(phrase: string, context: DeadlineContext): DeadlineResolution {
  return resolveReading(parseDeadline(phrase), context);
}

/** The same for a phrase that has been read already (or for a reading that a person has chosen). */
export function resolveReading(reading: DeadlineReading, context: DeadlineContext): DeadlineResolution {
  const setting: Setting = { ...context, periodKind: kindOfPeriod(context.period) };
  const outcome = outcomeOf(reading, setting);
  const doubts = [...doubtsOf(reading, outcome), ...ruleDoubtsOf(reading, outcome, setting)];
  const warnings = new Set([...outcome.warnings, ...doubts]);
  const spans = outcome.status === 'dated' ? (outcome.options[0]?.spans ?? []) : [];
  const occurrences = spans.map((span) => occurrence(span, setting));
  for (const warning of decreeWarning(occurrences, setting)) warnings.add(warning);
  const calendarGaps = gapsBetween(occurrences, setting);
  const resolution = {
    phrase: reading.phrase,
    rule: reading.rule,
    kind: reading.rule.kind,
    status: outcome.status,
    occurrences,
    windows: occurrences.map(({ window }) => window),
    controlDate: lastControl(occurrences),
    ambiguous: outcome.ambiguous || doubts.length > 0,
    readings: outcome.options.map((option, index) =>
      readingOption(option, outcome.status === 'dated' && index === 0),
    ),
    healed: reading.healed,
    warnings: [...warnings],
    calendarGaps,
  };
  return { ...resolution, explanation: explain(resolution, reading, outcome) };
}

function outcomeOf(reading: DeadlineReading, setting: Setting): Outcome {
  try {
    const { rule, note } = ruleByProfile(reading, setting);
    const outcome = afterReported(resolveRule(rule, setting), reading, setting);
    return withAlternatives(withNote(outcome, note), reading, setting);
  } catch (error) {
    if (error instanceof NoSuchDayError) return impossible(error.message);
    throw error;
  }
}

function withNote(outcome: Outcome, note: string | undefined): Outcome {
  if (note === undefined || outcome.status !== 'dated') return outcome;
  return { ...outcome, note: [note, outcome.note].filter(Boolean).join(' ') };
}

function resolveRule(rule: DeadlineRule, setting: Setting): Outcome {
  const byProfile = outcomeByProfile(rule, setting);
  if (byProfile) return byProfile;
  switch (rule.kind) {
    case 'year_round':
      return resolveYearRound(rule, setting);
    case 'annual':
      return resolveAnnual(rule, setting);
    case 'recurring':
      return resolveRecurring(rule, setting);
    case 'relative':
      return resolveRelative(rule, setting);
    case 'by_external_act':
      return resolveByAct(rule, setting);
    case 'on_demand':
      return resolveOnDemand(rule);
    case 'unknown':
      return undated(rule.impossible ? 'impossible' : 'unknown', rule.reason);
    default:
      return resolveDated(rule, setting);
  }
}

/** Readings that differ in their dates; the rule's own first. */
function withAlternatives(outcome: Outcome, reading: DeadlineReading, setting: Setting): Outcome {
  const options: Option[] = [...outcome.options];
  for (const rule of reading.alternatives) {
    if (!isYearKept(rule, reading, outcome, setting))
      options.push(...otherOptions(rule, outcome.options[0], setting));
  }
  const different = options.filter(
    (option, index) => options.findIndex((other) => sameDates(option, other)) === index,
  );
  const open = different.length > (outcome.status === 'dated' ? 1 : 0);
  const ordered = insideFirst(different, reading, setting);
  const warnings = ordered[0] === different[0] ? outcome.warnings : [];
  return { ...outcome, options: ordered, warnings, ambiguous: outcome.ambiguous || open };
}

/** «26.09.20» in 2020: the year is of the period, so that nothing speaks for a slip. */
function isYearKept(
  other: DeadlineRule,
  { rule }: DeadlineReading,
  outcome: Outcome,
  { period }: Setting,
): boolean {
  if (other.kind !== 'by_date' || rule.kind !== 'by_date' || rule.dates.every(({ year }) => year === null))
    return false;
  const ends = outcome.options[0]?.spans.map(({ end }) => end) ?? [];
  return (
    other.dates.length === rule.dates.length && ends.some((end) => end >= period.start && end <= period.end)
  );
}

/** «октябрь – март 2021» in that school year: another year, wholly outside the period, is no reading beside it. */
function otherOptions(rule: DeadlineRule, first: Option | undefined, setting: Setting): readonly Option[] {
  const { options } = resolveRule(rule, setting);
  const { period, periodKind } = setting;
  const isInside = ({ start, end }: Span): boolean => (start ?? end) >= period.start && end <= period.end;
  const isOutside = ({ start, end }: Span): boolean => (start ?? end) > period.end || end < period.start;
  if (isHalfOfYear(rule))
    return periodKind === 'calendar_year' && !first?.spans.every(isOutside) ? [] : options;
  if (rule.kind !== 'month_range' || !first?.spans.every(isInside)) return options;
  return options.filter(({ spans }) => !spans.every(isOutside));
}

/** «II полугодие 2021 года»: of the calendar in a calendar year; the reading that lies in the period is the likelier. */
const isHalfOfYear = (rule: DeadlineRule): boolean =>
  rule.kind === 'date_range' &&
  rule.spans.some((span) => span.type === 'half_year' && span.system === 'school' && span.year !== null);

function insideFirst(options: Option[], { alternatives }: DeadlineReading, { period }: Setting): Option[] {
  if (!alternatives.some(isHalfOfYear)) return options;
  const isBeside = ({ spans }: Option): boolean =>
    spans.every(({ start, end }) => (start ?? end) > period.end || end < period.start);
  return options.toSorted((a, b) => Number(isBeside(a)) - Number(isBeside(b)));
}

function sameDates(a: Option, b: Option): boolean {
  return (
    a.spans.length === b.spans.length &&
    a.spans.every((span, index) => span.end === b.spans[index]?.end && span.start === b.spans[index]?.start)
  );
}

function readingOption({ meaning, spans }: Option, isDefault: boolean): ReadingOption {
  const windows = spans.map(({ start, end }): DeadlineWindow => ({ start, end }));
  return { meaning, windows, controlDate: latest(windows.map(({ end }) => end)), isDefault };
}

const latest = (dates: readonly CalendarDate[]): CalendarDate | null =>
  dates.reduce<CalendarDate | null>((last, date) => (last === null || date > last ? date : last), null);
const lastControl = (occurrences: readonly DeadlineOccurrence[]): CalendarDate | null =>
  latest(occurrences.map(({ controlDate }) => controlDate));
