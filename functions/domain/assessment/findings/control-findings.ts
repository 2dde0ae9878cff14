import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { ControlMarks } from '../../records/records.ts';
import type { Obligation } from '../obligation.ts';
import type { ToldOfRow } from './done-findings.ts';
import { postponementFindings, type Moved } from './postponement-findings.ts';

interface Kept extends Moved {
  readonly today: CalendarDate;
}

/** What the controller's columns say, and where they contradict the row. */
export function controlFindings(obligation: Obligation, kept: Kept): readonly ToldOfRow[] {
  const marks = obligation.execution?.control ?? {};
  return [
    ...takenOffFindings(obligation, marks, kept.today),
    ...(marks.returned !== undefined && obligation.state !== 'off_control' ? [returned(marks.returned)] : []),
    ...(obligation.state === 'awaiting_acceptance' ? [AWAITING] : []),
    ...postponementFindings(obligation, marks, kept),
  ];
}

function takenOffFindings(
  { execution }: Obligation,
  { takenOffOn }: ControlMarks,
  today: CalendarDate,
): readonly ToldOfRow[] {
  if (takenOffOn === undefined) return [];
  if (takenOffOn > today) return [takenOffInFuture(takenOffOn)];
  const isOver = execution?.mark === 'выполнено' || execution?.mark === 'не требуется';
  if (!isOver) return [TAKEN_OFF_UNDONE];
  const isBefore = execution.doneOn !== undefined && takenOffOn < execution.doneOn;
  return isBefore ? [takenOffBeforeDone(takenOffOn, execution.doneOn)] : [];
}

function takenOffBeforeDone(date: CalendarDate, doneOn: CalendarDate): ToldOfRow {
  return {
    code: 'taken_off_before_done',
    severity: 'warning',
    column: 'takenOffOn',
    message: `Снято с контроля ${formatDate(date)}, раньше, чем исполнено (${formatDate(doneOn)}).`,
    advice: 'Проверьте обе даты.',
  };
}

function takenOffInFuture(date: CalendarDate): ToldOfRow {
  return {
    code: 'taken_off_in_future',
    severity: 'error',
    column: 'takenOffOn',
    message: `«Снято с контроля» — ${formatDate(date)}, этот день ещё не наступил: строка пока на контроле.`,
    advice: 'Исправьте дату.',
  };
}

const TAKEN_OFF_UNDONE: ToldOfRow = {
  code: 'taken_off_undone',
  severity: 'error',
  column: 'takenOffOn',
  message: 'Снято с контроля, а отметки «выполнено» нет: строка остаётся на контроле.',
  advice: 'Поставьте отметку, дату и документ; если делать уже не нужно — отметку «не требуется».',
};

function returned(missing: string): ToldOfRow {
  return {
    code: 'returned',
    severity: 'warning',
    column: 'returned',
    message: `Возвращено: «${missing}».`,
    advice: 'Исправьте и скажите контролёру: он очистит «Возвращено» или поставит «Снято с контроля».',
  };
}

const AWAITING: ToldOfRow = {
  code: 'awaiting_acceptance',
  severity: 'reminder',
  column: 'takenOffOn',
  message: 'Сделано и подтверждено, ждёт приёмки: в процент пока не входит.',
  advice: 'Контролёру: поставьте «Снято с контроля» или напишите в «Возвращено», чего не хватает.',
};
