import { formatDate, type CalendarDate } from '../../dates.ts';
import { formatMoves, movesIn, type Postponement } from '../../postponements.ts';
import type { Period } from '../../period.ts';
import type { ControlMarks, ControlSettings } from '../../records.ts';
import type { Obligation } from '../obligation.ts';
import type { ToldOfRow } from './done-findings.ts';

interface Kept {
  readonly today: CalendarDate;
  readonly control: ControlSettings;
  readonly period: Period;
  /** The values of «Срок перенесён на» that the row has had. */
  readonly moves: readonly Postponement[];
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

function postponementFindings(
  { occurrence }: Obligation,
  { postponedTo, postponementGround }: ControlMarks,
  { control, moves, period }: Kept,
): readonly ToldOfRow[] {
  if (postponedTo === undefined) return [];
  if (!occurrence) return [postponedWithoutTerm(postponedTo)];
  const original = occurrence.postponedFrom ?? occurrence.controlDate;
  return [
    ...(postponementGround === undefined ? [withoutGround(postponedTo)] : []),
    ...strangeDay(postponedTo, original, period),
    ...afterTerm(original, moves),
    ...(movesIn(moves).length > control.mostPostponements ? [tooOften(original, moves)] : []),
  ];
}

function postponedWithoutTerm(date: CalendarDate): ToldOfRow {
  return {
    code: 'postponed_without_term',
    severity: 'warning',
    column: 'postponedTo',
    message: `Срок перенесён на ${formatDate(date)}, а переносить нечего: срока у строки ещё нет.`,
    advice: 'Срок мероприятия назначают на листе «Регламент» или внешним актом; перенос отсюда уберите.',
  };
}

function withoutGround(date: CalendarDate): ToldOfRow {
  return {
    code: 'postponed_without_ground',
    severity: 'error',
    column: 'postponementGround',
    message: `Срок перенесён на ${formatDate(date)} без основания: перенос не действует.`,
    advice: 'Заполните «Основание переноса»: чем и почему срок перенесён.',
  };
}

/** A term that leaves the period leaves its figures too, and one that comes earlier makes work late that was in time. */
function strangeDay(to: CalendarDate, original: CalendarDate, { start, end }: Period): readonly ToldOfRow[] {
  const told = { severity: 'warning', column: 'postponedTo' } as const;
  const moved = `Срок ${formatDate(original)} перенесён на ${formatDate(to)}`;
  if (to < start || to > end) {
    return [
      {
        ...told,
        code: 'postponed_outside_period',
        message: `${moved} — вне периода ${formatDate(start)}–${formatDate(end)}.`,
        advice: 'Проверьте год.',
      },
    ];
  }
  if (to >= original) return [];
  const message = `${moved}, то есть раньше прежнего.`;
  return [{ ...told, code: 'postponed_earlier', message, advice: 'Проверьте дату переноса.' }];
}

/** Each move against the term as it stood before it. */
function afterTerm(original: CalendarDate, moves: readonly Postponement[]): readonly ToldOfRow[] {
  return moves.flatMap(({ on, to }, index) => {
    const before = moves[index - 1]?.to ?? original;
    if (on === null || to === null || on <= before) return [];
    return [
      {
        code: 'postponed_after_term',
        severity: 'warning',
        column: 'postponedTo',
        message: `Перенос на ${formatDate(to)} внесён ${formatDate(on)}, когда срок ${formatDate(before)} уже вышел.`,
        advice: 'Срок переносят до того, как он вышел; проверьте, кто и почему перенёс.',
      },
    ];
  });
}

function tooOften(original: CalendarDate, moves: readonly Postponement[]): ToldOfRow {
  const told = formatMoves(original, moves);
  return {
    code: 'postponed_too_often',
    severity: 'warning',
    column: 'postponedTo',
    message: `Срок ${told}${told.endsWith('.') ? '' : '.'}`,
    advice:
      'Столько переносов настройка «Переносов срока не больше» не допускает: решите, что мешает исполнить.',
  };
}
