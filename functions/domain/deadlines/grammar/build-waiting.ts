import type { Amount, DeadlineRule, ActKind, RuleOf } from '../rule/rule.ts';

/** Rules whose date hangs on an event, an act, or the place of the row in the plan. */

type Event = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;
type Context = Extract<RuleOf<'relative'>['anchor'], { type: 'context' }>;
type YearEdge = Extract<RuleOf<'relative'>['anchor'], { type: 'year_edge' }>;

export const event = (
  direction: Event['direction'],
  amount: Amount | null,
  event: string | null,
): DeadlineRule => ({
  kind: 'relative',
  anchor: { type: 'event', direction, amount, event },
});
export const context = (
  span: Context['span'],
  weeks: number[] = [],
  edge: Context['edge'] = null,
): DeadlineRule => ({
  kind: 'relative',
  anchor: { type: 'context', span, weeks, edge },
});
type YearEdges = Extract<RuleOf<'relative'>['anchor'], { type: 'year_edges' }>;

export const yearEdges = (
  edges: YearEdges['edges'],
  of: { of: YearEdges['of']; year: number | null },
): RuleOf<'relative'> => ({
  kind: 'relative',
  anchor: { type: 'year_edges', edges, ...of },
});

export const yearEdge = (
  edge: YearEdge['edge'],
  of: { of: YearEdge['of']; year: number | null },
): DeadlineRule => ({
  kind: 'relative',
  anchor: { type: 'year_edge', edge, ...of },
});
export const nextDay = (text: string): Amount => ({
  count: 1,
  unit: text.includes('рабоч') ? 'working_day' : 'day',
});

const GENITIVE: readonly [RegExp, string][] = [
  [/^(окончани|завершени|получени|истечени|поступлени)[ию]/i, '$1я'],
  [/^началу/i, 'начала'],
  [/^итогам/i, 'подведения итогов'],
  [/^результатам/i, 'получения результатов'],
  [/^выходу/i, 'выхода'],
];
/** «к смотру кабинетов» → «смотра кабинетов»: the first word is in the dative. */
export const fromDative = (text: string): string =>
  text
    .replace(/^([а-яё]+)ам(?![а-яё])/iu, '$1ов')
    .replace(/^([а-яё]+)у(?![а-яё])/iu, '$1а')
    .replace(/^([а-яё]+)ю(?![а-яё])/iu, '$1я')
    .replace(/^([а-яё]+[кг])е(?![а-яё])/iu, '$1и')
    .replace(/^([а-яё]+)е(?![а-яё])/iu, '$1ы');

/** «по окончании проверки» → «окончания проверки». */
export function toGenitive(text: string): string {
  for (const [form, genitive] of GENITIVE) if (form.test(text)) return text.replace(form, genitive);
  return text;
}

export const act = (act: ActKind | null, detail: string): DeadlineRule => ({
  kind: 'by_external_act',
  basis: 'act',
  act,
  detail,
});
export const established = (detail: string): DeadlineRule => ({
  kind: 'by_external_act',
  basis: 'established',
  act: null,
  detail,
});
export const eventPeriod = (detail: string): DeadlineRule => ({
  kind: 'by_external_act',
  basis: 'event_period',
  act: null,
  detail,
});

/** «от 15.09.2021 № 3»: the day of the act, and no term. */
export const isDatedAct = (detail: string): boolean =>
  /(?:^|\s)от \d{1,2}(?:\.\d\d\.|\s[а-я]+\s)\d{2,4}(?:\s?года)?(?:\s?№.*)?$/iu.test(detail);

/** «августовском совещании» → «августовского совещания», as «в период …» needs it. */
export const meetingGenitive = (text: string): string =>
  text
    .replace(/(?<=[а-яё])(?:ый|ом|ому)(?=\s)/giu, 'ого')
    .replace(/(?<=[а-яё])(?:ий|ем|ему)(?=\s)/giu, 'ого')
    .replace(/(?<=совещан|собран|заседан)и[еию]/iu, 'ия')
    .replace(/(?<=конференц|коллег)и[яию]/iu, 'ии')
    .replace(/(?<=педсовет|совет|семинар|форум)(?:[уе])?(?![а-яё])/iu, 'а');

/** «Дню учителя» → «Дня учителя». */
export const dayGenitive = (text: string): string => text.replace(/^(д)ню/i, '$1ня');

/** «осенние каникулы» → «осенних каникул», as «в период …» needs it. */
export const genitiveHolidays = (text: string): string =>
  text
    .replace(/(новогодн|осенн|зимн|весенн)[а-я]+/i, '$1их')
    .replace(/(школьн)[а-я]+/i, '$1ых')
    .replace(/каникулярн[а-я]+ (?:врем|период)[а-я]*|каникул[а-я]*/i, 'каникул');
