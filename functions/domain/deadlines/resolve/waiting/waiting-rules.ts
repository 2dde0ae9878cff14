import { isSameName } from '../../../text/same-name.ts';
import type { RuleOf } from '../../rule/rule.ts';
import type { DeadlineAct } from '../../types.ts';
import { nameAct } from './acts.ts';
import { resolveFromEvent } from './event-rules.ts';
import { dated, impossible, undated, type Outcome, type Setting, type Span } from '../outcome.ts';
import { resolveYearEdge, resolveYearEdges } from '../year/year-edge.ts';

/** Rules whose date comes from an act or event that somebody has to enter. */
export function resolveByAct(rule: RuleOf<'by_external_act'>, setting: Setting): Outcome {
  const act = actInForce(rule, setting.acts);
  if (!act) return undated('waiting_act', waitingFor(rule), rule.basis === 'event_period');
  if (act.isDueUnread)
    return impossible(`В акте (${nameAct(act)}) свой срок, а прочесть его нельзя: исправьте «Срок по акту».`);
  const span = actSpan(act, setting);
  return dated([{ meaning: span.label, spans: [span] }]);
}

/**
 * Of the acts that were entered for the measure the latest of the named kind; where none has that kind, the latest of
 * all. One letter after another does not double what is owed: the later sets the term. Of one day the last given.
 */
export function actInForce<Act extends DeadlineAct>(
  { act: kind }: RuleOf<'by_external_act'>,
  acts: readonly Act[],
): Act | undefined {
  const same = acts.filter((act) => kind !== null && isSameName(act.kind, kind));
  const matching = same.length > 0 ? same : acts;
  return matching.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))).at(-1);
}

function actSpan(act: DeadlineAct, { calendar, settings }: Setting): Span {
  const end = act.dueDate ?? calendar.addWorkingDays(act.date, settings.workingDaysAfterAct);
  return { label: nameAct(act), start: act.date < end ? act.date : end, end };
}

function waitingFor({ basis, act, detail }: RuleOf<'by_external_act'>): string {
  if (basis === 'event_period')
    return `Срок — в период ${detail}; даты этого периода не введены. Внесите документ с ними в «Внешние акты», до этого просрочки нет.`;
  const name = [act ?? 'документ, который устанавливает срок', act ? detail : ''].filter(Boolean).join(' ');
  return `Ожидает документа (${name}): внесите его дату и номер в «Внешние акты», до этого просрочки нет.`;
}

export function resolveRelative({ anchor }: RuleOf<'relative'>, setting: Setting): Outcome {
  if (anchor.type === 'year_edge') return resolveYearEdge(anchor, setting);
  if (anchor.type === 'year_edges') return resolveYearEdges(anchor, setting);
  if (anchor.type === 'context') return undated('unknown', CONTEXT_REASON[anchor.span], true);
  return resolveFromEvent(anchor, setting);
}

const CONTEXT_REASON = {
  day: 'Не сказано, какого дня: назначьте контрольную дату.',
  week: 'Не сказано, какой недели: назначьте контрольную дату.',
  month: 'Не сказано, какого месяца: допишите месяц или назначьте контрольную дату.',
  quarter: 'Не сказано, какого квартала: допишите его или назначьте контрольную дату.',
  school_quarter: 'Не сказано, какой четверти: допишите её или назначьте контрольную дату.',
  trimester: 'Не сказано, какого триместра: допишите его или назначьте контрольную дату.',
  half_year: 'Не сказано, какого полугодия: допишите его или назначьте контрольную дату.',
} as const;

const ONCE = /^(?:разов|единовремен|единоразов|однократн)/i;
export function resolveOnDemand({ detail }: RuleOf<'on_demand'>): Outcome {
  return ONCE.test(detail)
    ? undated('on_demand', `Сказано только «${detail}», а когда — нет: назначьте контрольную дату.`, true)
    : undated('on_demand', 'Срока нет: работа ведётся по запросу или по мере необходимости.');
}
