import { addDays, formatDate } from '../../../dates.ts';
import { parseDeadline } from '../../parse-deadline.ts';
import type { RuleOf } from '../../rule/rule.ts';
import { dated, type Option, type Outcome, type Setting } from '../outcome.ts';
import { moved } from '../waiting/term.ts';
import { yearEdgeOptions } from './year-edge.ts';

type EventAnchor = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;
const EDGE = /^(?:начал|окончани|конц|завершени)[а-яё]* .*(?:год|занят)/iu;

/** «за 2 недели до начала учебного года»: the year's edge is a day that can be reckoned from. */
export function resolveFromYearEdge(
  { direction, amount, event }: EventAnchor,
  setting: Setting,
): Outcome | undefined {
  if (direction !== 'before' || !amount || event === null || !EDGE.test(event)) return undefined;
  const { rule } = parseDeadline(`до ${event}`);
  if (rule.kind !== 'relative' || rule.anchor.type !== 'year_edge') return undefined;
  const { edge } = rule.anchor;
  const options = yearEdgeOptions(rule.anchor, setting).flatMap(({ meaning, spans: [span] }): Option[] => {
    if (!span) return [];
    const day = edge === 'until_start' ? addDays(span.end, 1) : span.end;
    const end = moved(day, amount, -1, setting);
    const start = span.start !== null && span.start <= end ? span.start : null;
    return [{ meaning, spans: [{ label: formatDate(end), start, end }] }];
  });
  return options.length === 0
    ? undefined
    : dated(options, { note: 'Дни отсчитаны назад от названного края года.' });
}
