import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { Period } from '../../dates/period.ts';
import { formatMoves, movesIn, type Postponement } from '../../records/postponements.ts';
import type { ControlMarks, Settings } from '../../records/records.ts';
import { hasRunOut, termOn, type Moving } from '../due-occurrence.ts';
import type { Obligation } from '../obligation.ts';
import type { ToldOfRow } from './done-findings.ts';

/** What a move of a term is judged by. */
export interface Moved extends Moving {
  readonly settings: Pick<Settings, 'control' | 'deadlines' | 'period'>;
  /** The values of «Срок перенесён на» that the row has had. */
  readonly moves: readonly Postponement[];
}

/** A move without a ground, of no term, to a strange day, too late or once too often. */
export function postponementFindings(
  { occurrence }: Obligation,
  { postponedTo, postponementGround }: ControlMarks,
  moved: Moved,
): readonly ToldOfRow[] {
  if (postponedTo === undefined) return [];
  const { moves, settings } = moved;
  if (!occurrence) return [postponedWithoutTerm(postponedTo)];
  const original = occurrence.postponedFrom ?? occurrence.controlDate;
  return [
    ...(postponementGround === undefined ? [withoutGround(postponedTo)] : []),
    ...strangeDay(postponedTo, original, settings.period),
    ...afterTerm(original, moved),
    ...(movesIn(moves).length > settings.control.mostPostponements ? [tooOften(original, moves)] : []),
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
function afterTerm(original: CalendarDate, { moves, ...moving }: Moved): readonly ToldOfRow[] {
  return moves.flatMap(({ on, to }, index) => {
    const before = moves[index - 1]?.to ?? original;
    if (on === null || to === null || !hasRunOut(termOn(before, moving), on)) return [];
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
