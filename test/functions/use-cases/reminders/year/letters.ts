import { formatDate, type CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import { dateInZone } from '../../../../../functions/domain/dates/moment.ts';
import type { Letter, Mail } from '../../../../../functions/use-cases/ports/mail.ts';
import { HEAD, METHODIST, ROWS, TYPED, ZONE } from './department.ts';
import { TABLE, type Line } from './table.ts';

/** A service that keeps to Message-IDs: the same again is the same. */
export interface Outbox extends Mail {
  readonly letters: ReadonlyMap<string, Letter>;
}

export function createOutbox(): Outbox {
  const letters = new Map<string, Letter>();
  return {
    letters,
    urlOf: () => 'https://sheets.example/1',
    send: async (letter) => {
      if (!letters.has(letter.messageId)) letters.set(letter.messageId, letter);
    },
  };
}

/** `17.03`: the day on the wall of the department. */
export function dayIn(instant: string): string {
  return shortDay(dateInZone(instant, ZONE));
}

export function shortDay(day: CalendarDate): string {
  return formatDate(day).slice(0, 5);
}

const ESCALATED = 'ДОЛГО ПРОСРОЧЕНО';

/** Who hears of a row on a day: `17.03 ОО № 1 (демо) 1.1` → `и`; what a letter tells twice stands twice. */
export function whoHears(letters: Iterable<Letter>): ReadonlyMap<string, Line[3]> {
  const heard = new Map<string, Line[3]>();
  const hear = (key: string, who: 'и' | 'р') => {
    const before = heard.get(key);
    heard.set(key, (before === undefined ? who : [before, who].sort().join(' ')) as Line[3]);
  };
  for (const letter of letters)
    for (const { section, row } of rowsIn(letter)) {
      if (letter.to === METHODIST) hear(`${dayIn(letter.date)} ${row}`, 'и');
      if (letter.to === HEAD && section === ESCALATED) hear(`${dayIn(letter.date)} ${row}`, 'р');
    }
  return heard;
}

function rowsIn({ text }: Letter): readonly { readonly section: string; readonly row: string }[] {
  let section = '';
  return text.split('\n').flatMap((line) => {
    if (/^[А-ЯЁ ,]{8,}$/u.test(line)) section = line;
    const row = /^• (?<school>.*?) — (?<measure>\d\.\d) /u.exec(line)?.groups;
    const name = `${row?.['school']} ${row?.['measure']}`;
    return ROWS.includes(name) ? [{ section, row: name }] : [];
  });
}

/** The same by the table, for the days until `until`. */
export function whoShouldHear(until: CalendarDate): ReadonlyMap<string, Line[3]> {
  const lines = Object.entries(TABLE).flatMap(([row, those]) => those.map((line) => ({ row, line })));
  return new Map(
    lines.flatMap(({ row, line: [day, , , heard] }) =>
      heard !== '' && dayOf(day) <= until ? [[`${day} ${row}`, heard]] : [],
    ),
  );
}

/** Days on which somebody types or hears something, in their order. */
export function eventfulDays(): readonly CalendarDate[] {
  const heard = Object.values(TABLE).flatMap((lines) =>
    lines.flatMap(([day, , , who]) => (who === '' ? [] : [dayOf(day)])),
  );
  return [...new Set([...heard, ...(Object.keys(TYPED) as CalendarDate[])])].toSorted();
}

/** Of the table's `17.03`. */
function dayOf(short: string): CalendarDate {
  const [day = '', month = ''] = short.split('.');
  return `2026-${month}-${day}` as CalendarDate;
}

/** Days on which the head's week comes. */
export function weeksIn(letters: Iterable<Letter>): readonly string[] {
  return [...letters].flatMap(({ to, text, date }) =>
    to === HEAD && text.startsWith('Неделя с') ? [dayIn(date)] : [],
  );
}
