import { listNames } from '../../domain/text/russian.ts';
import { capitalise, textAt, titleOfTable } from './foreign-table.ts';
import type { CellGrid, ForeignTable } from '../layout/layout.ts';
import { withoutMarks } from './footnote-marks.ts';
import { aboutTable, describeLeftOut, placeOf, shortenText } from './left-out.ts';
import { describeFault, parsePlanItem, type ItemCells, type PlanItem } from './plan-item.ts';
import { bindPlanHeader, bindSecondRow, isHeaderBelow, type PlanHeader } from './plan-header.ts';
import { splitSideBySide } from './side-by-side.ts';

/** What one table gives; see `ForeignPlan`. */
export interface PlanTable {
  readonly items: readonly PlanItem[];
  readonly headings: readonly string[];
  readonly passedOver: readonly string[];
  readonly problems: readonly string[];
  readonly remarks: readonly string[];
}

type Row = CellGrid[number];

interface BodyRow {
  readonly index: number;
  readonly row: Row;
  readonly header: PlanHeader;
}

/** Undefined for a table that is no plan. The header may stand anywhere, and again further down or beside. */
export function parsePlanTable(table: ForeignTable): PlanTable | undefined {
  const { tables, remarks } = splitSideBySide(table);
  const plans = tables.map(parseOne).filter((plan) => plan !== undefined);
  if (plans.length === 0) return undefined;
  const all = <Part>(part: (plan: PlanTable) => readonly Part[]) => plans.flatMap(part);
  return {
    items: all(({ items }) => items),
    headings: all(({ headings }) => headings),
    passedOver: all(({ passedOver }) => passedOver),
    problems: all(({ problems }) => problems),
    remarks: [...new Set([...remarks, ...all((plan) => plan.remarks), ...describeLeftOut(table)])],
  };
}

function parseOne(table: ForeignTable): PlanTable | undefined {
  const { body, headers, remarks } = splitTable(table);
  const first = headers[0];
  if (!first) return undefined;
  const items: PlanItem[] = [];
  const headings: string[] = [];
  const passedOver: string[] = [];
  const problems: string[] = [];
  const marked: string[] = [];
  let section = '';
  let areNumbered = false;
  for (const { index, row, header } of body) {
    const filled = filledCells(row);
    const { item, faults, marks } = parsePlanItem(row, header);
    marked.push(
      ...marks.map(
        ({ column, text }) => `${placeOf(table, { row: index, column })} («${shortenText(text)}»)`,
      ),
    );
    problems.push(...faults.map((fault) => describeFault(table, index, fault)));
    const isItem = faults.length > 0 || (!areNumbered && continues(item.number, items.at(-1)));
    if (!isItem && isHeading(filled, item)) {
      headings.push((section = withoutMarks(filled.at(-1) ?? '')));
      areNumbered ||= filled.length === 2;
    } else if (item.title !== '' && !isSum(filled, item)) items.push({ ...item, section });
    else passedOver.push(filled.join(' | '));
  }
  const hidden = body.filter(({ index }) => table.hiddenRows?.has(index)).map(({ index }) => index + 1);
  return {
    items,
    headings,
    passedOver,
    problems,
    remarks: [
      ...remarks,
      ...hiddenColumns(table, first),
      ...hiddenRows(table, hidden),
      ...wideRows(table, body),
      ...footnoteMarks(table, marked),
    ],
  };
}

interface SplitTable {
  readonly headers: readonly PlanHeader[];
  /** The filled rows below a header, each with the header that it stands under. */
  readonly body: readonly BodyRow[];
  readonly remarks: readonly string[];
}

function splitTable({ rows, hiddenColumns: hidden }: ForeignTable): SplitTable {
  const headers: PlanHeader[] = [];
  const body: BodyRow[] = [];
  const remarks: string[] = [];
  let isBelowHeader = false;
  rows.forEach((row, index) => {
    const last = headers.at(-1);
    const header = (last && isBelowHeader && bindSecondRow(last, row, hidden)) || bindPlanHeader(row, hidden);
    if (header) headers.push(header);
    const filled = filledCells(row);
    if (header || !last || filled.length === 0 || isColumnNumbers(filled)) {
      isBelowHeader ||= header !== undefined;
      return;
    }
    if (isBelowHeader && isHeaderBelow(last, row)) remarks.push(...undivided(last, row));
    else body.push({ index, row, header: last });
    isBelowHeader = false;
  });
  return { headers, body, remarks };
}

/** Each text once: a merged cell stands in all that it covers. */
function filledCells(row: Row): readonly string[] {
  return [...new Set(row.map((_, index) => textAt(row, index)).filter((text) => text !== ''))];
}

/** The row `1 | 2 | 3 | 4` that official tables have below their header. */
function isColumnNumbers(filled: readonly string[]): boolean {
  return filled.length > 2 && filled.every((text, index) => text === String(index + 1));
}

/**
 * A heading merged over the table stands in every cell; one beside its number leaves the deadline blank. A number
 * of two levels (`1.3`) is an item's: without a deadline it is an item still, and a finding will ask for one.
 */
function isHeading(filled: readonly string[], item: ItemCells): boolean {
  if (filled.length === 1) return true;
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

function undivided({ columns, texts }: PlanHeader, below: Row): readonly string[] {
  const column = columns.get('deadline');
  const part = textAt(below, column);
  const header = column === undefined ? '' : (texts[column] ?? '');
  if (part === '' || part === header) return [];
  return [`Столбец «${header}» разделён на несколько: срок взят из столбца «${part}».`];
}

function footnoteMarks(table: ForeignTable, marked: readonly string[]): readonly string[] {
  return marked.length === 0 ? [] : [`${aboutTable(table, `знаки сносок не взяты: ${listNames(marked)}`)}.`];
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
