import { yearOf } from '../../../dates/dates.ts';
import type { RuleOf } from '../../rule/rule.ts';
import { resolveDated } from '../dated/dated-rules.ts';
import type { Setting, Span } from '../outcome.ts';

type Season = NonNullable<RuleOf<'recurring'>['during']>;

/** «с октября по май» beside «ежемесячно»: where no year is said, every such season that touches the period. */
export function seasonSpans(during: Season, setting: Setting): readonly Span[] {
  const { start, end } = setting.period;
  const years: (number | null)[] = comesEachYear(during)
    ? Array.from({ length: yearOf(end) - yearOf(start) + 2 }, (_, index) => yearOf(start) - 1 + index)
    : [null];
  return years.flatMap((year) => resolveDated(startingIn(during, year), setting).options[0]?.spans ?? []);
}

const comesEachYear = (during: Season): boolean =>
  during.kind === 'month_range'
    ? during.ranges.every(({ from, to }) => from.year === null && to?.year === null)
    : during.spans.every((span) => span.type === 'days' && span.from.year === null && span.to?.year === null);

function startingIn(during: Season, year: number | null): Season {
  if (year === null) return during;
  if (during.kind === 'month_range')
    return { ...during, ranges: during.ranges.map((range) => ({ ...range, from: { ...range.from, year } })) };
  const spans = during.spans.map((span) =>
    span.type === 'days' ? { ...span, from: { ...span.from, year } } : span,
  );
  return { ...during, spans };
}
