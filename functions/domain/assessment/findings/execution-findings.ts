import type { Assessed } from '../assessed.ts';
import { controlFindings } from './control-findings.ts';
import { doneFindings, type ToldOfRow } from './done-findings.ts';
import { daysBetween, formatDate, formatDateWithWeekday, type CalendarDate } from '../../dates/dates.ts';
import type { Finding } from '../../findings/finding.ts';
import type { DueOccurrence } from '../due-occurrence.ts';
import { createWorkingCalendar } from '../../working-calendar/index.ts';
import type { Obligation } from '../obligation.ts';
import { isPending } from '../states/state.ts';
import type { Execution } from '../../records/records.ts';
import { countOf, NOUNS, pluralForm } from '../../text/russian.ts';

/** Findings of the rows of «Исполнение»: overdue, due soon, done without proof or date. */
export function executionFindings({ obligations, records, today }: Assessed): readonly Finding[] {
  const { settings } = records;
  const calendar = createWorkingCalendar(records.dayOverrides);
  return obligations.flatMap((obligation) => {
    const { execution } = obligation;
    if (!execution) return [];
    const moves = records.postponements?.[execution.rowId] ?? [];
    return [
      ...doneFindings(obligation, today),
      ...controlFindings(obligation, { today, settings, calendar, moves }),
      ...dueFindings(obligation, today, settings.remindDaysBefore),
    ].map(({ column, ...finding }) => ({
      ...finding,
      ...(obligation.occurrence && { dueOn: obligation.occurrence.controlDate }),
      subject: `${execution.school ?? 'Муниципалитет'}, мероприятие ${execution.measure}`,
      place: { ...placeOf(execution), column },
    }));
  });
}

/** Rows that repeat the school, measure and occurrence of another row. */
export function repeatFindings({ repeats }: Assessed): readonly Finding[] {
  return repeats.map(({ execution }) => ({
    code: 'execution_repeated',
    severity: 'error',
    place: { ...placeOf(execution), column: 'measure' },
    message:
      `Строка повторяет другую: ${execution.school ?? 'муниципалитет'}, мероприятие ${execution.measure} ` +
      'уже записано в другой строке.',
    advice:
      'Перенесите недостающее в одну строку, а лишнюю удалите: в отчёт входит та, где назван срок и есть документ, а из равных — внесённая раньше.',
  }));
}

function placeOf(execution: Execution) {
  return { worksheet: 'executions', rowId: execution.rowId } as const;
}

/** That the row is overdue, or due soon. */
export function dueFindings(
  obligation: Obligation,
  today: CalendarDate,
  remindDays: number,
): readonly ToldOfRow[] {
  const { occurrence, state } = obligation;
  if (!occurrence) return [];
  if (state === 'overdue') return [overdue(obligation, occurrence)];
  const left = daysBetween(today, occurrence.remindDate);
  return isPending(state) && left <= remindDays ? [dueSoon(occurrence.controlDate, today)] : [];
}

function overdue({ overdueDays }: Obligation, { controlDate, postponedFrom }: DueOccurrence): ToldOfRow {
  const moved = postponedFrom === undefined ? '' : ` (перенесён с ${formatDate(postponedFrom)})`;
  return {
    code: 'overdue',
    severity: 'overdue',
    column: 'mark',
    days: overdueDays,
    message: `Срок был ${formatDate(controlDate)}${moved}, просрочено на ${countOf(overdueDays, NOUNS.day)}.`,
    advice: 'Если сделано, поставьте отметку «выполнено», дату и документ.',
  };
}

function dueSoon(controlDate: CalendarDate, today: CalendarDate): ToldOfRow {
  const left = daysBetween(today, controlDate);
  const remains = `${pluralForm(left, ['остался', 'осталось', 'осталось'])} ${countOf(left, NOUNS.day)}`;
  const when = left > 0 ? remains : left === 0 ? 'сегодня' : 'срок вышел';
  return {
    code: 'due_soon',
    severity: 'reminder',
    column: 'mark',
    days: -left,
    message: `Срок ${formatDateWithWeekday(controlDate)}: ${when}.`,
    advice: 'Сделайте и отметьте исполнение до срока.',
  };
}
