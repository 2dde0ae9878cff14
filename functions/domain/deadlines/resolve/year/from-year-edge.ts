import { addDays, formatDate, type CalendarDate } from '../../../dates/dates.ts';
import { parseDeadline } from '../../parse-deadline.ts';
import type { RuleOf } from '../../rule/rule.ts';
import { dated, type Option, type Outcome, type Setting } from '../outcome.ts';
import { moved } from '../waiting/term.ts';
import { yearEdgeOptions } from './year-edge.ts';

type EventAnchor = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;
const EDGE = /^(?:начал|окончани|конц|завершени)[а-яё]* .*(?:год|занят)/iu;

/** «за 2 недели до начала учебного года», «в течение 10 дней после его окончания»: the year's edge is a day that can be reckoned from. */
export function resolveFromYearEdge(
  { direction, amount, event }: EventAnchor,
  setting: Setting,
): Outcome | undefined {
  const isKnown = direction === 'before' || direction === 'after';
  if (!isKnown || !amount || event === null || !EDGE.test(event)) return undefined;
  const { rule } = parseDeadline(`до ${event}`);
  if (rule.kind !== 'relative' || rule.anchor.type !== 'year_edge') return undefined;
  const { edge } = rule.anchor;
  const options = yearEdgeOptions(rule.anchor, setting).flatMap(({ meaning, spans: [span] }): Option[] => {
    if (!span) return [];
    const day = edge === 'until_start' ? addDays(span.end, 1) : span.end;
    if (direction === 'after') return [optionOf(meaning, day, moved(day, amount, 1, setting))];
    const end = moved(day, amount, -1, setting);
    return [optionOf(meaning, span.start !== null && span.start <= end ? span.start : null, end)];
  });
  return options.length === 0
    ? undefined
    : dated(options, {
        note: `Дни отсчитаны ${direction === 'after' ? 'вперёд' : 'назад'} от названного края года.`,
      });
}

const optionOf = (meaning: string, start: CalendarDate | null, end: CalendarDate): Option => ({
  meaning,
  spans: [{ label: formatDate(end), start, end }],
});
