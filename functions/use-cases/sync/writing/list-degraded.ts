import { daysBetween, formatDate, type CalendarDate } from '../../../domain/dates/dates.ts';
import { countOf, NOUNS } from '../../../domain/text/russian.ts';
import type { Head } from '../../stored/head/head.ts';
import { WORKBOOK_LAYOUT } from '../../stored/head/upgrades.ts';
import { listMailTroubles } from './describe-mail.ts';
import { describeHeld } from '../reconcile-outcome.ts';

/** What does not work as it should, in Russian, each with what to do; none where all is well. */
export function listDegraded(head: Head, today: CalendarDate): readonly string[] {
  return [
    ...listRuns(head, today),
    ...describeHeld(head).map((sentence) => `${sentence} Ответьте через «ШНОР» → «Синхронизировать».`),
    ...listSheets(head),
    ...listMailTroubles(head),
    ...listCheck(head),
  ];
}

function listRuns({ monitoredOn, runs }: Head, today: CalendarDate): readonly string[] {
  const since = monitoredOn === null ? undefined : daysBetween(monitoredOn, today);
  const { missed, setBackFrom } = runs?.last ?? {};
  return [
    ...(since !== undefined && since > 1
      ? [
          `Ежедневной проверки нет ${countOf(since, NOUNS.day)}. Нажмите «ШНОР» → «Проверить сроки», а тот, кто ` +
            'сопровождает систему, пусть проверит задание Cloud Scheduler.',
        ]
      : []),
    ...(missed
      ? [
          `Проверка пропустила дни с ${formatDate(missed.start)} по ${formatDate(missed.end)} и наверстала их разом. ` +
            'Если это повторится, проверьте задание Cloud Scheduler.',
        ]
      : []),
    ...(setBackFrom
      ? [
          `Проверка была помечена днём ${formatDate(setBackFrom)}, которого ещё не было: проверьте часы машины.`,
        ]
      : []),
  ];
}

function listSheets({ layout, tooLarge = {} }: Head): readonly string[] {
  const large = Object.values(tooLarge).reduce((sum, rows) => sum + rows.length, 0);
  return [
    ...(layout < WORKBOOK_LAYOUT
      ? ['Книга размечена прежней версией программы: новые листы и столбцы добавит команда provision.']
      : []),
    ...(large > 0
      ? [`${countOf(large, NOUNS.row)} так велики, что не хранятся: сократите тексты (см. «Контроль»).`]
      : []),
  ];
}

function listCheck({ selfCheck }: Head): readonly string[] {
  return selfCheck && selfCheck.problem !== null
    ? [
        'История не сошлась с хранилищем: покажите строку «Самопроверка истории» тому, кто сопровождает систему.',
      ]
    : [];
}
