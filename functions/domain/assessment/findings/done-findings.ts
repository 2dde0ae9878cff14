import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import { emptyWords, isProof, missingForProof, type Evidence } from '../../records/evidence.ts';
import type { Finding } from '../../findings/finding.ts';
import type { DueOccurrence } from '../due-occurrence.ts';
import type { Obligation } from '../obligation.ts';
import type { Execution } from '../../records/records.ts';

/** A finding of a row of «Исполнение», whose place is the row's and this column. */
export type ToldOfRow = Omit<Finding, 'place'> & { readonly column: string };

/** What is wrong with a row that is marked as done — proof, dates, and the order of both — or looks done and is not. */
export function doneFindings(
  { execution, occurrence }: Obligation,
  today: CalendarDate,
): readonly ToldOfRow[] {
  if (!execution) return [];
  if (execution.mark !== 'выполнено')
    return [...(execution.isExcusedUntold ? [EXCUSED_UNTOLD] : []), ...doneByAllBut(execution, today)];
  const findings: ToldOfRow[] = [];
  const missing = missingForProof(execution.evidence);
  if (missing.length > 0) findings.push(...proofMissing(missing, execution.evidence));
  if (!execution.doneOn) findings.push(DATE_MISSING);
  else if (execution.doneOn > today) findings.push(dateInFuture(execution.doneOn));
  else findings.push(...beforeWindow(execution.doneOn, occurrence));
  findings.push(...documentDateFindings(execution, today));
  return findings;
}

function proofMissing(missing: readonly string[], evidence: Evidence): readonly ToldOfRow[] {
  const empty = emptyWords(evidence);
  const column = empty[0]?.[0] ?? 'evidenceKind';
  const told = empty.map(([key, text]) => `«${WORDS[key].title}»: «${text}» — ${WORDS[key].isNot}`);
  return [
    {
      code: 'evidence_missing',
      severity: 'warning',
      column,
      message: `Отмечено «выполнено», но ${
        empty.length > 0 ? `документа не найти: ${told.join('; ')}` : 'подтверждающего документа нет'
      }.`,
      advice: `Укажите ${missing.join(', ')} — или ссылку на документ${column === 'link' ? WHOLE_ADDRESS : ''}.`,
    },
  ];
}

const WORDS = {
  link: { title: 'Ссылка', isNot: 'это не адрес' },
  evidenceKind: { title: 'Вид документа', isNot: 'это не документ' },
  evidenceNumber: { title: 'Номер документа', isNot: 'это не номер' },
} as const;

/** Of a word that hides an address the sheet gives the word alone. */
const WHOLE_ADDRESS = ', впишите её адрес целиком (https://…), а не слово вместо него';

const DATE_MISSING: ToldOfRow = {
  code: 'done_date_missing',
  severity: 'warning',
  column: 'doneOn',
  message: 'Отмечено «выполнено», но не указано когда.',
  advice: 'Заполните «Дата исполнения».',
};

const EXCUSED_UNTOLD: ToldOfRow = {
  code: 'excused_untold',
  severity: 'reminder',
  column: 'note',
  message: 'Отмечено «не требуется», а почему — в строке не сказано: в процент она не входит.',
  advice: 'Запишите основание в «Примечание» или укажите документ.',
};

function dateInFuture(date: CalendarDate): ToldOfRow {
  return {
    code: 'date_in_future',
    severity: 'error',
    column: 'doneOn',
    message: `Отмечено «выполнено» датой ${formatDate(date)}, которая ещё не наступила.`,
    advice: 'Исправьте дату исполнения или отметку.',
  };
}

function beforeWindow(doneOn: CalendarDate, occurrence: DueOccurrence | undefined): readonly ToldOfRow[] {
  const start = occurrence?.start ?? null;
  if (start === null || doneOn >= start) return [];
  return [
    {
      code: 'done_before_window',
      severity: 'warning',
      column: 'doneOn',
      message: `Исполнено ${formatDate(doneOn)}, раньше, чем начинается срок (${formatDate(start)}).`,
      advice: 'Проверьте дату исполнения и то, за какой срок эта работа.',
    },
  ];
}

function documentDateFindings(
  { doneOn, evidence: { date } }: Execution,
  today: CalendarDate,
): readonly ToldOfRow[] {
  if (date === undefined) return [];
  if (date > today) return [documentInFuture(date)];
  return doneOn !== undefined && date > doneOn ? [documentLater(date, doneOn)] : [];
}

function documentInFuture(date: CalendarDate): ToldOfRow {
  return {
    code: 'document_in_future',
    severity: 'error',
    column: 'evidenceDate',
    message: `Документ датирован ${formatDate(date)}, этот день ещё не наступил: пока он ничего не подтверждает.`,
    advice: 'Исправьте дату документа.',
  };
}

function documentLater(date: CalendarDate, doneOn: CalendarDate): ToldOfRow {
  return {
    code: 'document_later',
    severity: 'warning',
    column: 'evidenceDate',
    message: `Документ датирован ${formatDate(date)}, позже исполнения (${formatDate(doneOn)}).`,
    advice: 'Проверьте обе даты: документ обычно составляют не позже того дня, когда работа исполнена.',
  };
}

/** The cells of what is done are filled in and the mark says otherwise: a mark forgotten, or lost in a merged cell. */
function doneByAllBut({ mark, doneOn, evidence }: Execution, today: CalendarDate): readonly ToldOfRow[] {
  const hasDay = doneOn !== undefined && doneOn <= today;
  if (!hasDay && !(mark === 'не начато' && isProof(evidence))) return [];
  const what = hasDay ? `«Дата исполнения» — ${formatDate(doneOn)}` : 'Подтверждающий документ указан';
  return [
    {
      code: 'filled_but_not_done',
      severity: 'warning',
      column: 'mark',
      message: `${what}, а отметки «выполнено» нет: выполненной строка не считается.`,
      advice: `Если сделано, выберите «выполнено»; если нет, уберите ${hasDay ? 'дату исполнения' : 'документ'}.`,
    },
  ];
}
