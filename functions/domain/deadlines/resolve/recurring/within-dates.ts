import { countOf } from '../../../text/russian.ts';
import type { DatedRule, Frequency, RuleOf } from '../../rule/rule.ts';
import { resolveDated } from '../dated/dated-rules.ts';
import type { Outcome, Setting, Span } from '../outcome.ts';
import { groups, unitsIn } from '../units.ts';
import type { At } from './recurring-days.ts';

/** The occurrences on dates that the phrase names: «2 раза в год (декабрь, май)». */
export function withinDates({ frequency }: RuleOf<'recurring'>, at: At<'within'>, setting: Setting): Outcome {
  const outcome = resolveDated(at.rule, setting);
  if (isRange(at.rule) && ['day', 'week', 'month'].includes(frequency.unit))
    return eachUnitWithin(outcome, frequency);
  const named = outcome.options[0]?.spans.length ?? 0;
  if (named < 2 && frequency.unit !== 'year') return doubted(outcome, UNSAID_DAYS);
  if (frequency.every > 1) return doubted(outcome, 'Не сказано, в каком году это выпадает: проверьте.');
  const differs =
    frequency.unit === 'year' && frequency.every === 1 && !frequency.atLeast && named !== frequency.times;
  if (!differs) return outcome;
  return doubted(
    outcome,
    `Сказано «${countOf(frequency.times, ['раз', 'раза', 'раз'])} в год», а сроков названо ${named}: проверьте.`,
  );
}

/** «ежемесячно до 1 октября», «октябрь – май, раз в четверть»: what comes back often has but one date here. */
const UNSAID_DAYS = 'Назван один срок, а повторений больше: назначьте дату каждому.';
export const UNSAID_FROM =
  'Не сказано, откуда отсчитывать промежутки: контроль поставлен от начала периода, проверьте даты.';
const doubted = (outcome: Outcome, warning: string): Outcome => ({
  ...outcome,
  ambiguous: true,
  warnings: [...outcome.warnings, warning],
});

const isRange = ({ kind }: DatedRule): boolean =>
  kind === 'month_range' || kind === 'date_range' || kind === 'month' || kind === 'quarter';

/** «ежемесячно, сентябрь – май»: an occurrence in every month of the range; a month that is named alone stays one. */
function eachUnitWithin(outcome: Outcome, { unit, every, times }: Frequency): Outcome {
  const spread = (span: Span): Span[] =>
    span.start ? groups(unitsIn({ start: span.start, end: span.end }, unit, false), every) : [span];
  const options = outcome.options.map(({ meaning, spans }) => ({ meaning, spans: spans.flatMap(spread) }));
  const spreadOut = {
    ...outcome,
    options: options.every(({ spans }) => spans.length > 0) ? options : outcome.options,
  };
  if (every > 1) return doubted(spreadOut, UNSAID_FROM);
  return times > 1 ? doubted(spreadOut, UNSAID_DAYS) : spreadOut;
}
