import type { Assessed } from './assessed.ts';
import { daysBetween, formatDate, formatDateWithWeekday, type CalendarDate } from '../dates.ts';
import { missingForProof } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import type { Obligation } from './obligation.ts';
import type { Execution } from '../records.ts';
import { countOf, NOUNS } from '../russian.ts';

/** Findings of the rows of «Исполнение»: overdue, due soon, done without proof or date. */
export function executionFindings({ obligations, records, today }: Assessed): readonly Finding[] {
  const { remindDaysBefore } = records.settings;
  return obligations.flatMap((obligation) => {
    const { execution } = obligation;
    if (!execution) return [];
    return [...doneFindings(execution, today), ...dueFindings(obligation, today, remindDaysBefore)].map(
      ({ column, ...finding }) => ({
        ...finding,
        subject: `${execution.school ?? 'Муниципалитет'}, мероприятие ${execution.measure}`,
        place: { ...placeOf(execution), column },
      }),
    );
  });
}

/** Rows that repeat the school, measure and occurrence of a row entered before. */
export function repeatFindings({ repeats }: Assessed): readonly Finding[] {
  return repeats.map(({ execution }) => ({
    code: 'execution_repeated',
    severity: 'error',
    place: { ...placeOf(execution), column: 'measure' },
    message:
      `Строка повторяет другую: ${execution.school ?? 'муниципалитет'}, мероприятие ${execution.measure} ` +
      'уже записано в другой строке.',
    advice: 'Перенесите недостающее в одну строку, а лишнюю удалите: в отчёт входит та, что внесена раньше.',
  }));
}

type Unplaced = Omit<Finding, 'place'> & { readonly column: string };

function placeOf(execution: Execution) {
  return { worksheet: 'executions', rowId: execution.rowId } as const;
}

function doneFindings(execution: Execution, today: CalendarDate): readonly Unplaced[] {
  if (execution.mark !== 'выполнено') return [];
  const findings: Unplaced[] = [];
  const missing = missingForProof(execution.evidence);
  if (missing.length > 0) findings.push(proofMissing(missing));
  if (!execution.doneOn) findings.push(DATE_MISSING);
  else if (execution.doneOn > today) findings.push(dateInFuture(execution.doneOn));
  return findings;
}

function proofMissing(missing: readonly string[]): Unplaced {
  return {
    code: 'evidence_missing',
    severity: 'warning',
    column: 'evidenceKind',
    message: 'Отмечено «выполнено», но подтверждающего документа нет.',
    advice: `Укажите ${missing.join(', ')} — или ссылку на документ.`,
  };
}

const DATE_MISSING: Unplaced = {
  code: 'done_date_missing',
  severity: 'warning',
  column: 'doneOn',
  message: 'Отмечено «выполнено», но не указано когда.',
  advice: 'Заполните «Дата исполнения».',
};

function dateInFuture(date: CalendarDate): Unplaced {
  return {
    code: 'date_in_future',
    severity: 'error',
    column: 'doneOn',
    message: `Отмечено «выполнено» датой ${formatDate(date)}, которая ещё не наступила.`,
    advice: 'Исправьте дату исполнения или отметку.',
  };
}

function dueFindings(obligation: Obligation, today: CalendarDate, remindDays: number): readonly Unplaced[] {
  const { occurrence, state } = obligation;
  if (!occurrence) return [];
  if (state === 'overdue') return [overdue(obligation, occurrence.controlDate)];
  const left = daysBetween(today, occurrence.remindDate);
  const isPending = state === 'not_started' || state === 'in_progress';
  return isPending && left <= remindDays ? [dueSoon(occurrence.controlDate, today)] : [];
}

function overdue({ overdueDays }: Obligation, controlDate: CalendarDate): Unplaced {
  return {
    code: 'overdue',
    severity: 'overdue',
    column: 'mark',
    days: overdueDays,
    message: `Срок был ${formatDate(controlDate)}, просрочено на ${countOf(overdueDays, NOUNS.day)}.`,
    advice: 'Если сделано, поставьте отметку «выполнено», дату и документ.',
  };
}

function dueSoon(controlDate: CalendarDate, today: CalendarDate): Unplaced {
  const left = daysBetween(today, controlDate);
  const when = left > 0 ? `осталось ${countOf(left, NOUNS.day)}` : left === 0 ? 'сегодня' : 'срок вышел';
  return {
    code: 'due_soon',
    severity: 'reminder',
    column: 'mark',
    days: -left,
    message: `Срок ${formatDateWithWeekday(controlDate)}: ${when}.`,
    advice: 'Сделайте и отметьте исполнение до срока.',
  };
}
