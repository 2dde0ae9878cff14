import type { DeadlineRule, RuleOf } from '../rule/rule.ts';
import { formatDated } from './dated.ts';
import { formatRecurring } from './recurring.ts';
import { ACT_DATIVE, amountAccusative, amountGenitive, UNIT_GENITIVE } from './words.ts';

/**
 * The rule as a Russian phrase from which `parseDeadline` reads the same rule again. An `unknown` rule has no
 * phrase: its print is empty.
 */
export function formatRule(rule: DeadlineRule): string {
  switch (rule.kind) {
    case 'year_round':
      return formatYearRound(rule);
    case 'annual':
      return formatAnnual(rule);
    case 'recurring':
      return formatRecurring(rule);
    case 'relative':
      return formatRelative(rule);
    case 'by_external_act':
      return formatByAct(rule);
    case 'on_demand':
      return rule.detail;
    case 'unknown':
      return '';
    default:
      return formatDated(rule);
  }
}

function formatAnnual({ within, years }: RuleOf<'annual'>): string {
  const day = within ? `, ${formatDated(within)}` : '';
  if (!years) return `ежегодно${day}`;
  return `ежегодно${day}, с ${years.from} ${years.to === null ? 'года' : `по ${years.to} год`}`;
}

const YEAR_SCOPES: Readonly<Record<RuleOf<'year_round'>['scope'], string>> = {
  unsaid: 'в течение года',
  calendar: 'в течение календарного года',
  school: 'в течение учебного года',
  financial: 'в течение финансового года',
  always: 'постоянно',
  document: 'весь период реализации',
};

function formatYearRound({ scope, from, to }: RuleOf<'year_round'>): string {
  if (from === null) return to === null ? YEAR_SCOPES[scope] : `по ${to} год`;
  if (scope === 'school')
    return (to ?? from) === from
      ? `${from}/${from + 1} учебный год`
      : `${from}–${(to ?? from) + 1} учебные годы`;
  return to === null || to === from ? `${from} год` : `${from}–${to} годы`;
}

type Anchor = RuleOf<'relative'>['anchor'];
type AnchorOf<T extends Anchor['type']> = Extract<Anchor, { type: T }>;

function formatRelative({ anchor }: RuleOf<'relative'>): string {
  switch (anchor.type) {
    case 'event':
      return formatEvent(anchor);
    case 'context':
      return formatContext(anchor);
    case 'year_edge':
      return `${EDGES[anchor.edge]} ${formatEdgeYear(anchor)}`;
    case 'year_edges':
      return `${anchor.edges.map((edge) => EDGES[edge]).join(', ')} ${formatEdgeYear(anchor)}`;
  }
}

function formatEvent({ direction, amount, event }: AnchorOf<'event'>): string {
  if (direction === 'at') return event === null ? 'в тот же день' : `в день ${event}`;
  if (direction === 'not_before' && amount)
    return `по истечении ${amountGenitive(amount)}${event === null ? '' : ` после ${event}`}`;
  if (direction === 'before') {
    if (event === null) {
      const isDayBefore = !amount || (amount.count === 1 && amount.unit === 'day');
      return isDayBefore ? 'накануне' : `не позднее чем за ${amountAccusative(amount)}`;
    }
    return amount ? `за ${amountAccusative(amount)} до ${event}` : `до ${event}`;
  }
  if (amount === null) return event === null ? 'незамедлительно' : `после ${event}`;
  return `в течение ${amountGenitive(amount)}${event === null ? '' : ` после ${event}`}`;
}

const EDGES = {
  start: 'в начале',
  middle: 'в середине',
  end: 'в конце',
  until_start: 'до начала',
  until_end: 'до конца',
} as const;

function formatContext({ span, weeks, edge }: AnchorOf<'context'>): string {
  if (weeks.length > 0) return `${weeks.join(', ')} неделя`;
  return `${edge ? EDGES[edge] : 'в течение'} ${UNIT_GENITIVE[span]}`;
}

function formatEdgeYear({ of, year }: AnchorOf<'year_edge' | 'year_edges'>): string {
  if (year !== null) return of === 'school' ? `${year}/${year + 1} учебного года` : `${year} года`;
  return { unsaid: 'года', calendar: 'календарного года', school: 'учебного года' }[of];
}

function formatByAct({ basis, act, detail }: RuleOf<'by_external_act'>): string {
  if (basis === 'event_period') return `в период ${detail}`;
  if (basis === 'established') return detail ? `в сроки, установленные ${detail}` : 'в установленные сроки';
  return ['согласно', act && ACT_DATIVE[act], detail].filter(Boolean).join(' ');
}
