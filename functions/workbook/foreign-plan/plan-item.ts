import { parseAsTyped } from '../../domain/deadlines/index.ts';
import { withoutAnyMarks, withoutMarks } from './table/footnote-marks.ts';
import { addressOf, cellFault, textAt } from './table/foreign-table.ts';
import type { CellGrid, ForeignTable } from '../layout/layout.ts';
import type { PlanColumn } from './header/plan-header-names.ts';
import type { PlanHeader } from './header/plan-header.ts';
import type { PlanYear } from './terms/plan-year.ts';
import { dateOfSerial } from './terms/serial-date.ts';
import { termsOf } from './terms/term-columns.ts';

/** An item of a foreign plan or roadmap, as its table states it. */
export interface PlanItem {
  readonly number: string;
  readonly section: string;
  readonly title: string;
  readonly deadlinePhrase: string;
  readonly responsible: string;
  /** Where it stands: «таблица 2, строка 5», «строка 5». */
  readonly place?: string;
  /** The year that a banner or the title gives to a deadline without one. */
  readonly year?: PlanYear;
}

export type ItemCells = Pick<PlanItem, 'number' | 'title' | 'deadlinePhrase' | 'responsible'>;

/** A cell that holds no value. */
export interface Fault {
  readonly column: number;
  readonly header: string;
  readonly what: string;
  readonly isTitle: boolean;
}

/** A cell whose text bears marks of footnotes, as it stands. */
export interface MarkedCell {
  readonly column: number;
  readonly text: string;
}

export interface ReadItem {
  readonly item: ItemCells;
  readonly faults: readonly Fault[];
  readonly marks: readonly MarkedCell[];
  /** Columns of the row that the item says. */
  readonly taken: ReadonlySet<number>;
  /** A number that was taken for a date. */
  readonly serials: readonly MarkedCell[];
}

/** What the row says under its header; a faulty cell reads as blank, the mark of a footnote is no part of a text. */
export function parsePlanItem(row: CellGrid[number], header: PlanHeader): ReadItem {
  const { columns, texts, terms, deadlines } = header;
  const faults: Fault[] = [];
  const marks: MarkedCell[] = [];
  const serials: MarkedCell[] = [];
  const taken = new Set<number>();
  const cellIn = (column: number | undefined, key: PlanColumn): string => {
    if (column === undefined) return '';
    const text = textAt(row, column);
    const what = cellFault(text);
    if (what !== undefined) {
      faults.push({ column, header: texts[column] ?? '', what, isTitle: key === 'title' });
      return '';
    }
    taken.add(column);
    const plain = isText(key) ? withoutMarks(text) : withoutAnyMarks(text);
    if (plain !== text) marks.push({ column, text });
    const date = isText(key) || key === 'number' ? undefined : dateOfSerial(plain);
    if (date !== undefined) serials.push({ column, text: `${plain} — ${date}` });
    return date ?? plain;
  };
  const cell = (key: PlanColumn) => cellIn(columns.get(key), key);
  const title = cell('title');
  const deadline = (): string => {
    if (terms.length > 0 && title === '') return '';
    if (terms.length > 0) {
      const { phrase, unread } = termsOf(row, terms);
      for (const { column } of terms) if (!unread.includes(column)) taken.add(column);
      return phrase;
    }
    if (deadlines.length > 1) {
      const parts = deadlines.map(({ column, caption }) => captioned(cellIn(column, 'deadline'), caption));
      return [...new Set(parts.filter((part) => part !== ''))].join(', ');
    }
    const day = columns.has('deadline') ? cell('deadline') : joinSpan(cell('start'), cell('end'));
    return header.frequency === undefined ? day : often(cellIn(header.frequency, 'deadline'), day);
  };
  const { phrase, who } = withoutWho(deadline(), header);
  const item = {
    number: cell('number').replace(/[.)\s]+$/u, ''),
    title,
    deadlinePhrase: phrase,
    responsible: withHelpers(who ?? cell('responsible'), cell('helpers')),
  };
  return { item: columns.has('number') ? item : numbered(item), faults, marks, taken, serials };
}

const isText = (key: PlanColumn): boolean => key === 'title' || key === 'responsible' || key === 'helpers';

const captioned = (phrase: string, caption: string): string =>
  phrase === '' || caption === '' ? phrase : `${phrase} (${caption})`;

/** The one who answers stays by himself, before those who help. */
function withHelpers(responsible: string, helpers: string): string {
  if (helpers === '' || helpers === responsible || /^[-–—]+$/u.test(helpers)) return responsible;
  return responsible === '' ? helpers : `${responsible} (соисполнители: ${helpers})`;
}

/** «1.2. Провести …» where no column holds the number. */
function numbered(item: ItemCells): ItemCells {
  const [whole, number] = /^(\d{1,3}(?:\.\d{1,3})*)[.)]\s+(?=\p{L})/u.exec(item.title) ?? [];
  return whole === undefined || number === undefined
    ? item
    : { ...item, number, title: item.title.slice(whole.length) };
}

/** Under «Срок, ответственный» the term stands before who answers: «до 1 марта, психолог». */
function withoutWho(phrase: string, { columns, texts }: PlanHeader): { phrase: string; who?: string } {
  const isBoth = /ответствен|исполнител/iu.test(texts[columns.get('deadline') ?? -1] ?? '');
  if (!isBoth || columns.has('responsible')) return { phrase };
  for (const { index } of [...phrase.matchAll(/[,;]\s|\s[–—-]\s/gu)].slice(0, MOST_PARTS)) {
    const [own, who] = [phrase.slice(0, index), phrase.slice(index).replace(/^[\s,;–—-]+/u, '')];
    const isTerm = parseAsTyped(own)?.remarks.length === 0;
    if (isTerm && who !== '' && !parseAsTyped(who)) return { phrase: own, who };
  }
  return { phrase };
}
const MOST_PARTS = 5;

/** «ежеквартально» beside «до 5 числа»: both together where they are one deadline, else the day. */
function often(frequency: string, day: string): string {
  if (frequency === '' || day === '') return day || frequency;
  const both = `${frequency}, ${day}`;
  const reading = parseAsTyped(both);
  return reading && reading.further.length === 0 ? both : day;
}

/** «01.09.2026» and «30.09.2026» under «начало» and «окончание». */
function joinSpan(start: string, end: string): string {
  if (start === '' || start === end) return end;
  if (end === '') return `с ${start}`;
  // «с сентябрь по октябрь» is no Russian.
  return [start, end].every((text) => /^\d/u.test(text)) ? `с ${start} по ${end}` : `${start} – ${end}`;
}

export function describeFault(
  table: ForeignTable,
  row: number,
  { column, header, what, isTitle }: Fault,
): string {
  const outcome = isTitle
    ? 'Мероприятие не взято: исправьте файл и повторите.'
    : 'Мероприятие берётся без этого значения: исправьте файл до импорта или впишите его в «Регламент» после.';
  return `${addressOf(table, { row, column, header })}: ${what}. ${outcome}`;
}
