import { addDays } from '../../../dates/dates.ts';
import { formatDated } from '../../format/dated.ts';
import type { DatedRule, RuleOf } from '../../rule/rule.ts';
import type { ClosedSpan } from './anchor.ts';
import { anchoredItems } from './dated-items.ts';
import { formatWindow } from '../names.ts';
import { turnedItems } from './list-order.ts';
import type { AnchoredItem } from './range-item.ts';
import { dated, type Option, type Outcome, type Setting, type Span } from '../outcome.ts';

/** Rules that name days, months or quarters by themselves. May throw `NoSuchDayError`. */
export function resolveDated(rule: DatedRule, setting: Setting): Outcome {
  const written = anchoredItems(rule, setting);
  const turned = turnedItems(written, rule, setting);
  const items = turned ?? written;
  const outside =
    items.some(({ anchored }) => anchored.outside) || items.every((item) => isOutside(item, setting));
  const choices = inOrder(
    optionsOf(items, setting, rule),
    !turned && isWrittenInOrder(rule) ? items : [],
    setting,
  );
  const warnings = outside ? [outsideWarning(setting)] : [];
  const ambiguous = choices.length > 1 || isVague(rule);
  return dated(choices, { ambiguous, warnings: [...warnings, ...vagueWarnings(rule)] });
}

const outsideWarning = ({ period }: Setting): string =>
  `Срок лежит вне периода ${formatWindow(period)}: проверьте год.`;

function isOutside({ anchored }: AnchoredItem, { period }: Setting): boolean {
  return anchored.spans.every(({ start, end }) => end < period.start || start > period.end);
}

/** «до 20 августа, до 20 декабря» is in the order of the year, whichever its year; a date «года, следующего …» is the last. */
const isWrittenInOrder = (rule: DatedRule): boolean =>
  rule.kind !== 'by_date' || rule.bound === 'on' || rule.yearWord !== 'none';

/** In a list the order of writing tells the year: «август, январь» is the August before, «июнь, июль, август» the last. */
function inOrder(options: Option[], items: readonly AnchoredItem[], { period }: Setting): Option[] {
  if (items.length < 2 || options.length < 2) return options;
  const ordered = options.filter((_, choice) =>
    items.every((item, index) => {
      const before = items[index - 1];
      return !before || placeOf(item, choice).end > placeOf(before, choice).end;
    }),
  );
  const [only] = ordered;
  const inside = only?.spans.every(({ end }) => end <= period.end);
  if (only && inside && ordered.length === 1 && items[0]?.anchored.spans.length === 1) return [only];
  return [...ordered, ...options.filter((option) => !ordered.includes(option))];
}

const placeOf = ({ anchored: { spans } }: AnchoredItem, choice: number): ClosedSpan =>
  spans[choice] ?? (spans[0] as ClosedSpan);

/** The default takes the first place of every item; a second option the other place of those that have one. */
function optionsOf(items: readonly AnchoredItem[], setting: Setting, rule: DatedRule): Option[] {
  const places = Math.max(...items.map(({ anchored }) => anchored.spans.length));
  const options: Option[] = [];
  for (let index = 0; index < places; index += 1) {
    const spans = items.map((item) => asSpan(item, placeOf(item, index), setting));
    const ordered = rule.kind === 'by_date' && rule.bound !== 'on' ? chained(spans) : spans;
    options.push({
      meaning: ordered.map(({ label }) => label).join('; '),
      spans: allYear(ordered, rule, setting),
    });
  }
  return options;
}

function asSpan({ open, label }: AnchoredItem, span: ClosedSpan, { period }: Setting): Span {
  if (open === 'start')
    return { label: label(span), start: span.end < period.start ? null : period.start, end: span.end };
  if (open === 'end')
    return { label: label(span), start: span.start, end: span.start > period.end ? span.start : period.end };
  return { label: label(span), ...span };
}

/** «до 10 апреля, 10 июля»: the second window opens when the first has closed. */
function chained(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort((a, b) => (a.end < b.end ? -1 : 1));
  return ordered.map((span, index) => {
    const before = ordered[index - 1];
    return before && before.end < span.end ? { ...span, start: addDays(before.end, 1) } : span;
  });
}

function allYear(spans: Span[], rule: DatedRule, { period }: Setting): Span[] {
  return rule.kind === 'month' && rule.thenAllYear
    ? [...spans, { label: 'в течение года', ...period }]
    : spans;
}

const VAGUE_PARTS = new Set([
  'until_middle',
  'beginning',
  'middle',
  'end',
  'week_1',
  'week_2',
  'week_3',
  'week_4',
  'week_5',
  'last_week',
]);

function isVague(rule: DatedRule): boolean {
  if (rule.kind === 'quarter') return rule.system !== 'calendar';
  if (rule.kind === 'month') return rule.thenAllYear;
  if (rule.kind !== 'date_range') return false;
  return rule.spans.some(
    (span) =>
      span.type === 'summer_holidays' ||
      span.type === 'results' ||
      (span.type === 'part_range' &&
        [span.from, span.to].some((edge) => !edge || VAGUE_PARTS.has(edge.part))) ||
      (span.type === 'month_part' && VAGUE_PARTS.has(span.part)),
  );
}

/** Which of several spans are meant: « (начало октября)». */
function vagueOfMany({ kind, spans }: RuleOf<'date_range'>): string {
  if (spans.length < 2) return '';
  const vague = spans.filter((span) => isVague({ kind, spans: [span] }));
  return ` (${vague.map((span) => formatDated({ kind, spans: [span] })).join(', ')})`;
}

const TERM_BOUNDS = {
  school: 'Границы четверти взяты обычные: сверьте с календарным учебным графиком.',
  trimester: 'Границы триместра у школ разные, взяты обычные: сверьте с календарным учебным графиком.',
  module: 'Границы триместра у школ разные, взяты обычные: сверьте с календарным учебным графиком.',
} as const;

function vagueWarnings(rule: DatedRule): string[] {
  if (rule.kind === 'quarter' && rule.system !== 'calendar') return [TERM_BOUNDS[rule.system]];
  if (rule.kind !== 'date_range' || !isVague(rule)) return [];
  return rule.spans.some(({ type }) => type === 'summer_holidays')
    ? ['Каникулы взяты обычные (01.06–31.08): сверьте с календарным учебным графиком.']
    : [
        `Точные дни не названы${vagueOfMany(rule)}: границы взяты по календарю, при необходимости назначьте дату.`,
      ];
}
