import { listNames } from '../../domain/text/russian.ts';
import { withCounts } from './terms/count-columns.ts';
import { deadlineUnder, inSection, NO_BANNERS, under, type UnderBanners } from './terms/banners.ts';
import { capitalise, textAt, titleOfTable } from './table/foreign-table.ts';
import type { ForeignTable } from '../layout/layout.ts';
import { withoutMarks } from './table/footnote-marks.ts';
import { aboutTable, describeLeftOut, placeOf, shortenText } from './table/left-out.ts';
import { describeFault, parsePlanItem, type ItemCells, type MarkedCell, type PlanItem } from './plan-item.ts';
import type { PlanHeader } from './header/plan-header.ts';
import { yearInTitle, type PlanYear } from './terms/plan-year.ts';
import { splitSideBySide } from './table/side-by-side.ts';
import { filledCells, splitTable, type BindHeader, type BodyRow } from './table/split-table.ts';
import { termInText } from './terms/term-in-text.ts';

/** A text of the table that is in no item and in no heading. */
export interface UntakenCell {
  readonly place: string;
  /** What its column is called. */
  readonly column: string;
  readonly text: string;
  /** `above`: over the header. `column`: of a column that is not taken. `numbers`: the row «1 | 2 | 3». */
  readonly why: 'above' | 'column' | 'numbers';
}

/** What one table gives; see `ForeignPlan`. */
export interface PlanTable {
  readonly items: readonly PlanItem[];
  readonly headings: readonly string[];
  readonly passedOver: readonly string[];
  readonly problems: readonly string[];
  readonly remarks: readonly string[];
  readonly untaken: readonly UntakenCell[];
  /** The last header: a table that goes on on the next page has none of its own. */
  readonly header: PlanHeader;
}

/** Undefined for a table that is no plan. The header may stand anywhere, and again further down or beside. */
export function parsePlanTable(table: ForeignTable, bind?: BindHeader): PlanTable | undefined {
  const { tables, remarks } = bind ? { tables: [table], remarks: [] } : splitSideBySide(table);
  const plans = tables.map((part) => parseOne(part, bind)).filter((plan) => plan !== undefined);
  const [first] = plans;
  if (!first) return undefined;
  const all = <Part>(part: (plan: PlanTable) => readonly Part[]) => plans.flatMap(part);
  return {
    items: all(({ items }) => items),
    headings: all(({ headings }) => headings),
    passedOver: all(({ passedOver }) => passedOver),
    problems: all(({ problems }) => problems),
    remarks: [...new Set([...remarks, ...all((plan) => plan.remarks), ...describeLeftOut(table)])],
    untaken: all(({ untaken }) => untaken),
    header: first.header,
  };
}

interface Reading {
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

function parseOne(table: ForeignTable, bind?: BindHeader): PlanTable | undefined {
  const { body, headers, remarks, above, numbers } = splitTable(table, bind);
  const first = headers[0];
  if (!first) return undefined;
  const title = yearInTitle([...(table.heading ?? []), ...above.flatMap(({ row }) => filledCells(row))]);
  const reading: Reading = {
    items: [],
    headings: [],
    passedOver: [],
    problems: [],
    marked: [],
    serials: [],
    fromText: [],
    untaken: [...aside(table, above, 'above'), ...aside(table, numbers, 'numbers')],
    banners: NO_BANNERS,
    areNumbered: false,
    year: title.year,
  };
  const counted = withCounts(body);
  for (const bodyRow of body)
    readRow(table, { ...bodyRow, header: counted.get(bodyRow.header) ?? bodyRow.header }, reading);
  const hidden = body.filter(({ index }) => table.hiddenRows?.has(index)).map(({ index }) => index + 1);
  const { items, headings, passedOver, problems, untaken } = reading;
  return {
    items,
    headings,
    passedOver,
    problems,
    untaken,
    header: headers.at(-1) ?? first,
    remarks: [
      ...remarks,
      ...hiddenColumns(table, first),
      ...hiddenRows(table, hidden),
      ...wideRows(table, body),
      ...(title.remark === undefined ? [] : [`${aboutTable(table, title.remark)}.`]),
      ...(counted.size > 0 ? [`${aboutTable(table, COUNTS)}.`] : []),
      ...placed(table, 'знаки сносок не взяты', reading.marked),
      ...placed(table, 'число без вида даты прочитано как дата', reading.serials),
      ...placed(table, 'срок взят из текста мероприятия', reading.fromText),
    ],
  };
}

const COUNTS =
  'числа в столбцах месяцев похожи на количество, а не на дни: сроками они не взяты. Если это дни, напишите их как «до 5» ' +
  'или «5 сентября»';

function readRow(table: ForeignTable, { index, row, header }: BodyRow, reading: Reading): void {
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
  { index, header }: BodyRow,
  { item, reading }: { item: ItemCells; reading: Reading },
): void {
  const { banners } = reading;
  const own = item.deadlinePhrase || monthAbove(header, reading);
  const stated = deadlineUnder(own, banners);
  const isShort = reading.items.length < MOST_SEARCHED;
  const inText = stated === '' && isShort ? termInText(item.title) : undefined;
  if (inText !== undefined) reading.fromText.push(`${placeOf(table, { row: index })} («${inText}»)`);
  const year = banners.year ?? reading.year;
  reading.items.push({
    ...item,
    section: banners.section,
    deadlinePhrase: inText ?? stated,
    place: placeOfRow(table, index),
    ...(year && { year }),
  });
}

/** A plan has no more items; a longer table is refused, and need not be searched for terms. */
const MOST_SEARCHED = 600;

/** Under «Месяц» a month is written once for the rows below it. */
function monthAbove({ columns, texts }: PlanHeader, { items }: Reading): string {
  const name = texts[columns.get('deadline') ?? -1] ?? '';
  const isMonth = name.toLocaleLowerCase('ru').startsWith('месяц');
  return isMonth ? (items.at(-1)?.deadlinePhrase ?? '') : '';
}

function placeOfRow(table: ForeignTable, index: number): string {
  return [titleOfTable(table), `строка ${index + 1}`].filter((part) => part !== '').join(', ');
}

function untakenOf(
  table: ForeignTable,
  { index, row, header }: BodyRow,
  taken: ReadonlySet<number>,
): UntakenCell[] {
  const said = new Set([...taken].map((column) => textAt(row, column)));
  return row.flatMap((_, column): UntakenCell[] => {
    const text = textAt(row, column);
    if (text === '' || taken.has(column) || said.has(text)) return [];
    said.add(text);
    return [{ place: placeOfRow(table, index), column: header.texts[column] ?? '', text, why: 'column' }];
  });
}

function aside(
  table: ForeignTable,
  rows: readonly Pick<BodyRow, 'index' | 'row'>[],
  why: UntakenCell['why'],
): UntakenCell[] {
  return rows.flatMap(({ index, row }) =>
    filledCells(row).map((text) => ({ place: placeOfRow(table, index), column: '', text, why })),
  );
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

function placed(table: ForeignTable, what: string, places: readonly string[]): readonly string[] {
  return places.length === 0 ? [] : [`${aboutTable(table, `${what}: ${listNames(places)}`)}.`];
}

/** In CSV a separator inside a text without quotes makes two cells of one, and moves those after it. */
function wideRows(table: ForeignTable, body: readonly BodyRow[]): readonly string[] {
  if (table.kind !== 'file') return [];
  const wide = body.filter(({ row, header }) =>
    row.some((_, at) => at >= header.texts.length && textAt(row, at) !== ''),
  );
  if (wide.length === 0) return [];
  const places = listNames(
    wide.map(({ index, row }) => `строка ${index + 1} («${shortenText(filledCells(row).join(' | '))}»)`),
  );
  return [
    `Ячеек больше, чем столбцов в заголовке: ${places}. Похоже, разделитель стоит внутри текста без кавычек и сдвинул ` +
      'столбцы: проверьте эти строки.',
  ];
}

function hiddenColumns(table: ForeignTable, { columns, texts }: PlanHeader): readonly string[] {
  const names = [...columns.values()]
    .filter((column) => table.hiddenColumns?.has(column))
    .map((column) => `«${texts[column] ?? ''}» (${table.columnNames?.[column] ?? column + 1})`);
  return names.length === 0
    ? []
    : [`${capitalise(titleOfTable(table))}: скрыт, но прочитан столбец ${names.join(', ')}.`];
}

function hiddenRows(table: ForeignTable, rows: readonly number[]): readonly string[] {
  if (rows.length === 0) return [];
  const what =
    rows.length === 1
      ? `строка ${rows[0]} скрыта вручную или фильтром, но прочитана`
      : `строки ${listNames(rows.map(String))} скрыты вручную или фильтром, но прочитаны`;
  return [`${capitalise(titleOfTable(table))}: ${what}.`];
}
