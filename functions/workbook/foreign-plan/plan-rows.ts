import { deadlineUnder, inSection, under, type UnderBanners } from './terms/banners.ts';
import { describeFault, parsePlanItem, type ItemCells, type MarkedCell, type PlanItem } from './plan-item.ts';
import type { ForeignTable } from '../layout/layout.ts';
import type { PlanHeader } from './header/plan-header.ts';
import { listedIn } from './table/listed.ts';
import { withoutMarks } from './table/footnote-marks.ts';
import { placeOf, shortenText } from './table/left-out.ts';
import { filledCells, type BodyRow } from './table/split-table.ts';
import { placeOfRow, untakenOf, type UntakenCell } from './table/untaken.ts';
import { termInText } from './terms/term-in-text.ts';
import type { PlanYear } from './terms/plan-year.ts';

/** What has been read of a table so far, row after row. */
export interface PlanRows {
  readonly items: PlanItem[];
  readonly headings: string[];
  readonly passedOver: string[];
  readonly problems: string[];
  readonly marked: string[];
  readonly serials: string[];
  readonly fromText: string[];
  readonly untaken: UntakenCell[];
  banners: UnderBanners;
  areNumbered: boolean;
  readonly year: PlanYear | undefined;
}

/** Adds what the row is: an item, a heading over the next rows, or a row that is passed over. */
export function addRow(table: ForeignTable, { index, row, header }: BodyRow, reading: PlanRows): void {
  const filled = filledCells(row);
  const isLong = reading.items.length >= MOST_SEARCHED;
  const { item, faults, marks, taken, serials } = parsePlanItem(
    row,
    isLong ? { ...header, terms: [] } : header,
  );
  const placeAll = (cells: readonly MarkedCell[]) =>
    cells.map(({ column, text }) => `${placeOf(table, { row: index, column })} («${shortenText(text)}»)`);
  reading.marked.push(...placeAll(marks));
  reading.serials.push(...placeAll(serials));
  reading.problems.push(...faults.map((fault) => describeFault(table, index, fault)));
  const isItem = faults.length > 0 || (!reading.areNumbered && continues(item.number, reading.items.at(-1)));
  if (!isItem && isHeading(filled, { item, header })) {
    const heading = withoutMarks(filled.at(-1) ?? '');
    reading.headings.push(heading);
    const isShort = reading.headings.length < MOST_SEARCHED;
    reading.banners = (isShort ? under : inSection)(reading.banners, heading);
    reading.areNumbered ||= filled.length === 2;
    return;
  }
  if (item.title === '' || isSum(filled, item)) {
    reading.passedOver.push(filled.join(' | '));
    return;
  }
  addItem(table, { index, row, header }, { item, reading });
  reading.untaken.push(...untakenOf(table, { index, row, header }, taken));
}

function addItem(
  table: ForeignTable,
  { index, row, header }: BodyRow,
  { item, reading }: { item: ItemCells; reading: PlanRows },
): void {
  const { banners } = reading;
  const own = item.deadlinePhrase || monthAbove(header, reading);
  const stated = deadlineUnder(own, banners);
  const isShort = reading.items.length < MOST_SEARCHED;
  const inText = stated === '' && isShort ? termInText(item.title) : undefined;
  if (inText !== undefined) reading.fromText.push(`${placeOf(table, { row: index })} («${inText}»)`);
  const year = banners.year ?? reading.year;
  const whole = {
    ...item,
    section: banners.section,
    deadlinePhrase: inText ?? stated,
    place: placeOfRow(table, index),
    ...(year && { year }),
  };
  const parts = inText === undefined && isShort ? listedIn(row[header.columns.get('title') ?? -1]) : [];
  if (parts.length === 0) reading.items.push(whole);
  const isNumbered = header.columns.has('number') && item.number !== '';
  for (const [at, title] of parts.entries())
    reading.items.push({ ...whole, title, number: isNumbered ? `${item.number}.${at + 1}` : '' });
}

/** A plan has no more items; a longer table is refused, and need not be searched for terms. */
const MOST_SEARCHED = 600;

/** Under «Месяц» a month is written once for the rows below it. */
function monthAbove({ columns, texts }: PlanHeader, { items }: PlanRows): string {
  const name = texts[columns.get('deadline') ?? -1] ?? '';
  const isMonth = name.toLocaleLowerCase('ru').startsWith('месяц');
  return isMonth ? (items.at(-1)?.deadlinePhrase ?? '') : '';
}

/**
 * A heading merged over the table stands in every cell; one beside its number leaves the deadline blank. A number
 * of two levels (`1.3`) is an item's: without a deadline it is an item still, and a finding will ask for one.
 */
function isHeading(
  filled: readonly string[],
  { item, header }: { item: ItemCells; header: PlanHeader },
): boolean {
  if (filled.length === 1) return true;
  const { columns, terms } = header;
  if (!columns.has('deadline') && !columns.has('end') && terms.length === 0) return false;
  const isItem = /\d\.\d/u.test(item.number);
  const isNumbered = filled.length === 2 && /^[\dIVXLC.]+$/u.test(filled[0] ?? '');
  return isNumbered && !isItem && (item.deadlinePhrase === '' || item.title === item.deadlinePhrase);
}

/** «Итого | 4»: a figure below the items, no item. */
function isSum(filled: readonly string[], { title }: ItemCells): boolean {
  return /^[\d\s.,%]+$/u.test(title) || /^(итого|всего)(?![а-яё])/iu.test(filled[0] ?? '');
}

/** Where no section has a number of its own, `5` after `4` is an item although its deadline is blank. */
function continues(number: string, before: PlanItem | undefined): boolean {
  return /^\d+$/u.test(number) && before !== undefined && Number(number) === Number(before.number) + 1;
}
