import * as z from 'zod';
import { amount } from './amount.ts';
import { MOST_ITEMS, year } from './rule-dated.ts';

export const relativeRule = z.object({
  kind: z.literal('relative'),
  anchor: z.discriminatedUnion('type', [
    /**
     * `not_before`: «по истечении 40 дней после …», the day from which the work may begin.
     * `event` is the phrase's own text in the genitive («получения письма»), null where none is named.
     */
    z.object({
      type: z.literal('event'),
      direction: z.enum(['after', 'before', 'at', 'not_before']),
      amount: amount.nullable(),
      event: z.string().min(1).max(1000).nullable(),
    }),
    /** A span of the unsaid month, week… in which the row of the plan stands: «в течение месяца», «вторая неделя». */
    z.object({
      type: z.literal('context'),
      span: z.enum(['day', 'week', 'month', 'quarter', 'school_quarter', 'trimester', 'half_year']),
      weeks: z.array(z.int().min(1).max(5)).max(MOST_ITEMS),
      edge: z.enum(['start', 'middle', 'end', 'until_end']).nullable(),
    }),
    z.object({
      type: z.literal('year_edge'),
      of: z.enum(['unsaid', 'calendar', 'school']),
      edge: z.enum(['start', 'middle', 'end', 'until_start', 'until_end']),
      year,
    }),
    /** «в начале и в конце учебного года»: each is a term. */
    z.object({
      type: z.literal('year_edges'),
      of: z.enum(['unsaid', 'calendar', 'school']),
      edges: z
        .array(z.enum(['start', 'middle', 'end']))
        .min(2)
        .max(3),
      year,
    }),
  ]),
});

export const ACT_KINDS = [
  'письмо',
  'приказ',
  'план',
  'график',
  'положение',
  'распоряжение',
  'расписание',
  'регламент',
  'порядок',
  'поручение',
  'указание',
  'инструкция',
  'постановление',
  'календарь',
  'циклограмма',
  'дорожная карта',
  'программа',
  'соглашение',
  'договор',
  'решение',
  'протокол',
  'закон',
  'требование',
  'рекомендация',
  'уведомление',
  'документ',
  'срок',
  'информация',
  'указ',
  'контракт',
] as const;

/**
 * The date stands in another document. `act` is its kind; `detail` what the phrase says of it further (issuer,
 * subject). `basis: established` is «в установленные сроки», `event_period` «в период олимпиады».
 */
export const byExternalActRule = z.object({
  kind: z.literal('by_external_act'),
  basis: z.enum(['act', 'established', 'event_period']),
  act: z.enum(ACT_KINDS).nullable(),
  detail: z.string().max(1000),
});

export const onDemandRule = z.object({ kind: z.literal('on_demand'), detail: z.string().min(1).max(1000) });
