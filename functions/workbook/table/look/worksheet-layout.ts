import type {
  Cell,
  CellStyle,
  LayoutRow,
  LayoutValidation,
  NumberFormat,
  Protection,
  SheetLayout,
  ValidationRule,
} from '../../layout/layout.ts';
import { printTable } from '../../layout/print-setup.ts';
import { HEADER_STYLE, PALETTE, SERVER_HEADER_STYLE, TAB_COLOURS } from '../../layout/palette.ts';
import { CHECK_COLUMN, type Column, type ColumnType, type Worksheet } from '../../worksheets/spec.ts';
import { SCHOOLS } from '../../worksheets/schools.ts';
import { REGULATION } from '../../worksheets/regulation.ts';
import { columnRules } from './colour-rules.ts';
import { HEADER_HEIGHT, heightOfEmptyRow, heightOfRow } from './row-heights.ts';

/** Rows that a new sheet keeps below its content for typing. */
const SPARE_ROWS = 300;

/** Where the dropdowns of schools and of measures take their values. */
export interface Lists {
  readonly schools: ValidationRule;
  readonly measures: ValidationRule;
}

/** The dropdowns' sources on sheets that stand as the given worksheets describe them. */
export function listsFrom(schools: Worksheet, regulation: Worksheet): Lists {
  return { schools: listOf(schools, 'name'), measures: listOf(regulation, 'number') };
}

function listOf({ title, columns }: Worksheet, key: string): ValidationRule {
  const column = columns.findIndex((each) => each.key === key);
  return { kind: 'one_of_range', sheetTitle: title, column, startRow: 1 };
}

const DESCRIBED_LISTS = listsFrom(SCHOOLS, REGULATION);

/** The sheet that provisioning makes of a worksheet's description: header, rows, dropdowns, colours, protection. */
export function layoutWorksheet(
  worksheet: Worksheet,
  rows: readonly Readonly<Record<string, Cell>>[],
  lists: Lists = DESCRIBED_LISTS,
): SheetLayout {
  const { columns } = worksheet;
  return {
    title: worksheet.title,
    tabColour: DAILY.has(worksheet.key) ? TAB_COLOURS.daily : TAB_COLOURS.now_and_then,
    columnWidths: columns.map(({ width }) => width),
    rows: [headerRow(columns), ...rows.map((row) => bodyRow(worksheet, row))],
    frozenRows: 1,
    frozenColumns: frozenColumnsOf(worksheet),
    spareRows: SPARE_ROWS,
    spareRowHeight: heightOfEmptyRow(worksheet),
    columnStyles: columns.map(columnStyle),
    merges: [],
    validations: columns.flatMap((column, index) => columnValidation(column, index, lists)),
    conditionalRules: columns.flatMap(columnRules),
    protections: protectServerColumns(columns),
    print: printTable(
      columns.map(({ width }) => width),
      1,
    ),
  };
}

function headerRow(columns: readonly Column[]): LayoutRow {
  return {
    height: HEADER_HEIGHT,
    cells: columns.map(({ title, note, owner }) => ({
      value: title === '' ? null : title,
      ...(note && { note }),
      style: owner === 'server' ? SERVER_HEADER_STYLE : HEADER_STYLE,
    })),
  };
}

function bodyRow(worksheet: Worksheet, row: Readonly<Record<string, Cell>>): LayoutRow {
  return {
    height: heightOfRow(worksheet, row),
    cells: worksheet.columns.map((column) => ({
      value: row[column.key] ?? null,
      style: columnStyle(column),
    })),
  };
}

/** Worksheets that are typed into every day. */
const DAILY: ReadonlySet<Worksheet['key']> = new Set(['executions', 'journal']);

/** Pixels: of a screen 1280 wide as many are left for the columns that one types into. */
const MOST_FROZEN = 700;
const MOST_FROZEN_NAMES = 3;

/**
 * What names the row and the verdict on it stay in sight while one scrolls to the right; where people's order of the
 * columns would leave no room for that, the first names alone.
 */
function frozenColumnsOf({ columns, naturalKey }: Worksheet): number {
  const verdict = columns.findIndex(({ key }) => key === CHECK_COLUMN.key) + 1;
  const width = columns.slice(0, verdict).reduce((sum, column) => sum + column.width, 0);
  if (verdict > 0 && width <= MOST_FROZEN) return verdict;
  const names = columns.slice(0, MOST_FROZEN_NAMES);
  const other = names.findIndex(({ key, type }) => type.kind !== 'id' && !naturalKey.includes(key));
  return Math.max(1, other < 0 ? names.length : other);
}

const NUMBER_FORMATS: Partial<Record<ColumnType['kind'], NumberFormat>> = {
  date: 'date',
  integer: 'integer',
  // Otherwise a sheet in Russian turns «1.2» into the 1st of February, «3/4» into the 3rd of April, «0045» into 45.
  // Links alone keep the automatic format: no address looks like a number, and =HYPERLINK(…) must stay a formula.
  text: 'text',
  choice: 'text',
  school: 'text',
  phrase: 'text',
  measure: 'text',
  measures: 'text',
  measure_number: 'text',
};

function columnStyle({ type, owner }: Column): CellStyle {
  const format = owner === 'staff' || type.kind !== 'text' ? NUMBER_FORMATS[type.kind] : undefined;
  const isNarrow = type.kind === 'date' || type.kind === 'integer' || type.kind === 'measure';
  return {
    wrap: type.kind !== 'id' && type.kind !== 'link',
    // What «Проверка» begins with is what must be seen of it.
    verticalAlign: 'top',
    align: isNarrow ? 'center' : 'left',
    ...(format && { format }),
    ...(owner === 'server' && { background: PALETTE.serverCell }),
    ...(type.kind === 'id' && { colour: PALETTE.muted, size: 8 }),
  };
}

function columnValidation(column: Column, index: number, lists: Lists): LayoutValidation[] {
  const rule = column.owner === 'staff' ? ruleOf(column.type, lists) : undefined;
  return rule
    ? [{ range: { startRow: 1, startColumn: index, endColumn: index + 1 }, rule, help: column.note }]
    : [];
}

function ruleOf(type: ColumnType, lists: Lists): ValidationRule | undefined {
  switch (type.kind) {
    case 'choice':
      return { kind: 'one_of', values: type.options };
    case 'phrase':
      return type.options && { kind: 'one_of', values: type.options };
    case 'date':
      return { kind: 'date' };
    case 'integer':
      return { kind: 'number_between', min: type.min, max: type.max };
    case 'percent':
      return { kind: 'number_between', min: 0, max: 100 };
    case 'school':
      return lists.schools;
    case 'measure':
      return lists.measures;
    default:
      return undefined;
  }
}

const PROTECTED = 'Столбец заполняет система: набранное здесь будет заменено при следующей проверке.';

function protectServerColumns(columns: readonly Column[]): Protection[] {
  return columns.flatMap(({ owner }, index) =>
    owner === 'server'
      ? [{ range: { startRow: 0, startColumn: index, endColumn: index + 1 }, description: PROTECTED }]
      : [],
  );
}
