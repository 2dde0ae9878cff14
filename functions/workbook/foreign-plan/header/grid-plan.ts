import { parseAsTyped } from '../../../domain/deadlines/index.ts';
import type { CellGrid, ForeignTable } from '../../layout/layout.ts';
import type { PlanItem } from '../plan-item.ts';
import type { PlanTable } from '../parse-plan-table.ts';
import { textAt } from '../table/foreign-table.ts';
import { aboutTable } from '../table/left-out.ts';
import { filledCells } from '../table/split-table.ts';
import { aside, placeOfRow, type UntakenCell } from '../table/untaken.ts';
import { yearInTitle } from '../terms/plan-year.ts';
import { genitive, isTerm, MARK, termColumns } from '../terms/term-columns.ts';

/** A plan whose cells are the measures: «Месяц | 1 неделя | 2 неделя», «Направление | Сентябрь | Октябрь». */

const WEEK =
  /^(?:(?:I{1,3}|IV|V|[1-5])(?:-?[а-я]{1,2})?|перв[а-я]+|втор[а-я]+|трет[а-я]+|четв[её]рт[а-я]+|пят[а-я]+|последн[а-я]+)\s+(?:неделя|нед\.?)$/iu;
const HEADER_ROWS = 30;
const FEWEST_COLUMNS = 3;
const FEWEST_ITEMS = 3;
/** Most of what stands in the columns of time is a text of its own, and neither a mark nor a day. */
const MOSTLY = 0.6;
const SHORTEST = 5;

interface Grid {
  readonly label: number;
  readonly columns: readonly { readonly column: number; readonly term: string }[];
}

/** Undefined where the table is no such grid. */
export function parseGrid(table: ForeignTable): PlanTable | undefined {
  for (const [index, row] of table.rows.slice(0, HEADER_ROWS).entries()) {
    const grid = bindGrid(row);
    if (grid && holdsTexts(table.rows.slice(index + 1), grid)) return readGrid(table, index, grid);
  }
  return undefined;
}

function bindGrid(row: CellGrid[number]): Grid | undefined {
  const texts = row.map((_, index) => textAt(row, index));
  const weeks = texts.flatMap((term, column) => (WEEK.test(term) ? [{ column, term }] : []));
  const columns = weeks.length >= FEWEST_COLUMNS ? weeks : termColumns(texts);
  const label = (columns[0]?.column ?? 0) - 1;
  const isWhole = columns.length >= FEWEST_COLUMNS && label >= 0 && label <= 1;
  return isWhole ? { label, columns } : undefined;
}

function holdsTexts(rows: CellGrid, { label, columns }: Grid): boolean {
  const cells = rows
    .filter((row) => textAt(row, label) !== '' && filledCells(row).length > 1)
    .flatMap((row) => columns.map(({ column }) => textAt(row, column)))
    .filter((text) => text !== '');
  const own = cells.filter((text) => text.length >= SHORTEST && !MARK.test(text) && !parseAsTyped(text));
  return own.length >= FEWEST_ITEMS && own.length >= cells.length * MOSTLY;
}

function readGrid(table: ForeignTable, headerRow: number, grid: Grid): PlanTable | undefined {
  const header = (table.rows[headerRow] ?? []).map((_, index, row) => textAt(row, index));
  const above = table.rows.slice(0, headerRow).map((row, index) => ({ index, row }));
  const { year, remark } = yearInTitle([
    ...(table.heading ?? []),
    ...above.flatMap(({ row }) => filledCells(row)),
  ]);
  const read: GridRows = { items: [], headings: [], untaken: aside(table, above, 'above') };
  table.rows.slice(headerRow + 1).forEach((row, below) => {
    addGridRow({ row, place: placeOfRow(table, headerRow + 1 + below), header }, grid, read);
  });
  if (read.items.length < FEWEST_ITEMS) return undefined;
  return {
    ...read,
    items: read.items.map((item) => ({ ...item, ...(year && { year }) })),
    passedOver: [],
    problems: [],
    remarks: [IN_CELLS, remark].flatMap((each) =>
      each === undefined ? [] : [`${aboutTable(table, each)}.`],
    ),
    header: { columns: new Map(), texts: header, terms: [], deadlines: [] },
  };
}

const IN_CELLS =
  'мероприятия стоят в клетках под сроками: каждая клетка взята мероприятием, её строка и столбец — сроком или разделом';

interface GridRows {
  readonly items: PlanItem[];
  readonly headings: string[];
  readonly untaken: UntakenCell[];
}

interface GridRow {
  readonly row: CellGrid[number];
  readonly place: string;
  readonly header: readonly string[];
}

/** A heading over the next rows, or a row whose cells are measures. */
function addGridRow({ row, place, header }: GridRow, { label, columns }: Grid, read: GridRows): void {
  const [only = '', second] = filledCells(row);
  const name = textAt(row, label);
  if (second === undefined && name === only) {
    if (only !== '') read.headings.push(only);
    return;
  }
  const section = isTerm(name) ? (read.headings.at(-1) ?? '') : name;
  const terms = new Map(columns.map(({ column, term }) => [column, term]));
  row.forEach((_, column) => {
    const [title, term] = [textAt(row, column), terms.get(column)];
    if (title === '' || column === label) return;
    if (term === undefined || MARK.test(title))
      read.untaken.push({ place, column: header[column] ?? '', text: title, why: 'column' });
    else
      read.items.push({
        number: '',
        section,
        title,
        deadlinePhrase: termOf(name, term),
        responsible: '',
        place,
      });
  });
}

/** «2 неделя» of the row «Октябрь» is «2 неделя октября»; under «Октябрь» the column says it all. */
const termOf = (row: string, column: string): string =>
  isTerm(row) && WEEK.test(column) ? `${column} ${genitive(row)}` : column;
