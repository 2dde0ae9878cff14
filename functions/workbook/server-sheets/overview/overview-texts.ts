import { formatDate } from '../../../domain/dates/dates.ts';
import type { Overview } from '../../../domain/overview/overview.ts';
import { countOf, listNames, NOUNS } from '../../../domain/text/russian.ts';

/** The answer to «как дела?» in a few sentences; what is bad comes first. */
export function describeOverview(overview: Overview): string {
  return [describeOverdue(overview), describeWeek(overview)].join(' ');
}

function describeOverdue(overview: Overview): string {
  const { figures, responsible, oldest, weekAgo, monthAgo } = overview;
  const before = formatBefore(figures.overdue, weekAgo?.overdue, monthAgo?.overdue);
  if (figures.overdue === 0) return `Просроченного нет${before}.`;
  const [most] = responsible;
  return [
    `Просрочено ${figures.overdue}${before}.`,
    most ? `Больше всего: ${most.name} — ${most.overdue}.` : '',
    oldest
      ? `Дольше всего: ${oldest.name} — ${countOf(oldest.days, NOUNS.day)}, срок был ${formatDate(oldest.since)}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const THAN = { less: 'лучше, чем', same: 'столько же, сколько', more: 'хуже, чем' } as const;

/** «: хуже, чем неделю (1) и месяц (2) назад»; '' where nobody looked then. */
function formatBefore(now: number, week: number | undefined, month: number | undefined): string {
  const judged = [
    { span: 'неделю', before: week },
    { span: 'месяц', before: month },
  ].flatMap(({ span, before }) =>
    before === undefined ? [] : [{ span, before, how: compare(now, before) }],
  );
  const [first, second] = judged;
  if (!first) return '';
  const was = ({ before, how }: Judged) => (how === 'same' ? '' : ` (${before})`);
  if (first.how === second?.how)
    return `: ${THAN[first.how]} ${first.span}${was(first)} и ${second.span}${was(second)} назад`;
  return `: ${judged.map((each) => `${THAN[each.how]} ${each.span} назад${was(each)}`).join(', и ')}`;
}

interface Judged {
  readonly span: string;
  readonly before: number;
  readonly how: keyof typeof THAN;
}

function compare(now: number, before: number): keyof typeof THAN {
  if (now === before) return 'same';
  return now < before ? 'less' : 'more';
}

function describeWeek(overview: Overview): string {
  const { newlyOverdue, done } = overview.week;
  const fresh =
    newlyOverdue.length === 0
      ? 'новых пропущенных сроков нет'
      : `просрочено ${newlyOverdue.length} (${listNames(newlyOverdue)})`;
  return `За неделю: ${fresh}, выполнено ${done}. ${describeComing(overview)}`;
}

function describeComing({ figures: { week, month }, burning: { coming } }: Overview): string {
  const [next] = coming;
  const nearest = next ? `, ближайший — ${formatDate(next.controlDate)}` : '';
  if (month === 0) return `В ближайшие 30 дней сроков нет${nearest}.`;
  return `В ближайшие 7 дней ${week === 0 ? 'сроков нет' : `срок у ${week}`}, в 30 дней — у ${month}${nearest}.`;
}

/** What stands under a large figure: «неделю назад 4 (+2)». */
export function formatWeekAgo(now: number, before: number | undefined): string {
  if (before === undefined) return '';
  const change = now - before;
  const sign = change > 0 ? '+' : '−';
  return change === 0 ? 'как неделю назад' : `${sign}${Math.abs(change)} за неделю`;
}

export function formatHidden({ grid }: Overview): string {
  const parts = [
    grid.hiddenSchools > 0 ? `ещё ${countOf(grid.hiddenSchools, NOUNS.school)}` : '',
    grid.hiddenMeasures > 0 ? `ещё ${countOf(grid.hiddenMeasures, NOUNS.measure)}` : '',
  ].filter(Boolean);
  if (parts.length === 0) return '';
  return ` Не поместилось: ${parts.join(' и ')}; всё вместе — на листе «Исполнение» и в сводном отчёте.`;
}

export function formatTitle({ today }: Overview): string {
  return `Обзор на ${formatDate(today)}`;
}
