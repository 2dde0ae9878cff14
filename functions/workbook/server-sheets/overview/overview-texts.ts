import { formatDate } from '../../../domain/dates.ts';
import type { Overview } from '../../../domain/overview/overview.ts';
import { countOf, listNames, NOUNS } from '../../../domain/text/russian.ts';

/** The answer to «как дела?» in a few sentences; what is bad comes first. */
export function describeOverview(overview: Overview): string {
  return [describeOverdue(overview), describeWeek(overview)].join(' ');
}

function describeOverdue(overview: Overview): string {
  const { figures, responsible, oldest, weekAgo, monthAgo } = overview;
  const before = formatBefore(weekAgo?.overdue, monthAgo?.overdue);
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

/** « (неделю назад 4, месяц назад 1)»; '' where nobody looked then. */
function formatBefore(week: number | undefined, month: number | undefined): string {
  const parts = [
    week === undefined ? '' : `неделю назад ${week}`,
    month === undefined ? '' : `месяц назад ${month}`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function describeWeek({ figures, week }: Overview): string {
  const { newlyOverdue } = week;
  const fresh =
    newlyOverdue.length === 0
      ? 'нового просроченного нет'
      : `просрочено ${newlyOverdue.length} (${listNames(newlyOverdue)})`;
  return `За неделю: ${fresh}, выполнено ${week.done}. ${describeComing(figures)}`;
}

function describeComing({ week, month }: Overview['figures']): string {
  if (month === 0) return 'В ближайшие 30 дней сроков нет.';
  return `В ближайшие 7 дней ${week === 0 ? 'сроков нет' : `срок у ${week}`}, в 30 дней — у ${month}.`;
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
