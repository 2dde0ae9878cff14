import { parseAsTyped } from '../../../domain/deadlines/index.ts';
import { isSameName } from '../../../domain/text/same-name.ts';
import { UserFacingError } from '../../../domain/user-facing-error.ts';
import type { CellGrid, ForeignTable } from '../../layout/layout.ts';
import { textAt } from '../table/foreign-table.ts';
import { aboutTable } from '../table/left-out.ts';
import { parsePlanTable, type PlanTable } from '../parse-plan-table.ts';
import type { PlanColumn } from './plan-header-names.ts';
import { bindWithoutDeadline, type PlanHeader } from './plan-header.ts';
import { filledCells, isColumnNumbers } from '../table/split-table.ts';

/** Plans whose header does not name both the measure and its deadline. */

interface Before {
  readonly table: ForeignTable;
  readonly plan: PlanTable | undefined;
}

/** A table of a document that goes on after a page's end: «1 | 2 | 3» or the next items, and no header. */
export function continued(table: ForeignTable, before: Before | undefined): PlanTable | undefined {
  if (!before?.plan || table.kind !== 'table' || table.isNested) return undefined;
  const initial = before.plan.header;
  const rows = table.rows.filter((row) => filledCells(row).length > 0);
  const [first] = rows;
  if (!first || rows.some((row) => row.length > initial.texts.length)) return undefined;
  const isNumbered = isColumnNumbers(filledCells(first));
  const column = initial.columns.get('deadline') ?? initial.columns.get('end');
  if (!isNumbered && shareReadable(rows, column) < SURE) return undefined;
  const plan = parsePlanTable(table, { initial });
  if (!plan || plan.items.length === 0) return undefined;
  const year = before.plan.items.at(-1)?.year;
  const items = plan.items.map((item) => (item.year || !year ? item : { ...item, year }));
  return withRemark(
    { ...plan, items },
    `${aboutTable(table, 'столбцы взяты как в таблице выше: заголовка у неё нет')}.`,
  );
}

/** Months stand as banners, or each measure says its own term: at least half of the items must have one. */
export function withoutDeadlines(table: ForeignTable): PlanTable | undefined {
  const plan = parsePlanTable(table, { bind: bindWithoutDeadline });
  const dated = plan?.items.filter(({ deadlinePhrase }) => deadlinePhrase !== '').length ?? 0;
  if (!plan || dated === 0 || dated < plan.items.length * SURE) return undefined;
  return withRemark(
    plan,
    `${aboutTable(table, 'столбца срока нет: сроки взяты из заголовков над строками и из текста мероприятий')}.`,
  );
}

/** Half of the column's cells, two of them at least, read as deadlines. */
export const SURE = 0.5;
export const MOST_LOOKED_AT = 40;

export function shareReadable(rows: CellGrid, column: number | undefined): number {
  const texts = rows
    .slice(0, MOST_LOOKED_AT)
    .map((row) => textAt(row, column))
    .filter((text) => text !== '');
  return texts.length === 0 ? 0 : texts.filter(isDeadline).length / texts.length;
}

function isDeadline(text: string): boolean {
  return text.length <= 200 && !/^\d+$/u.test(text) && parseAsTyped(text) !== undefined;
}

/** The columns that a person has named; undefined where the table lacks one of them. */
export function byColumns(
  table: ForeignTable,
  chosen: ReadonlyMap<PlanColumn, string>,
): PlanTable | undefined {
  const columns = new Map<PlanColumn, number>();
  for (const [key, name] of chosen) {
    const column = columnOf(table, name);
    if (column === undefined) return undefined;
    columns.set(key, column);
  }
  const headerRow = table.rows.findIndex((row) => {
    const names = [...columns.values()].map((column) => textAt(row, column));
    return !names.includes('') && new Set(names).size === names.length;
  });
  const row = table.rows[headerRow] ?? [];
  const dated = columns.get('deadline') ?? columns.get('end');
  const isHeader = dated !== undefined && !isDeadline(textAt(row, dated));
  const texts = isHeader ? row.map((_, index) => textAt(row, index)) : [];
  const header: PlanHeader = { columns: withFound(columns, texts), texts, terms: [], deadlines: [] };
  if (!isHeader) return parsePlanTable(table, { initial: header, bind: () => undefined });
  return parsePlanTable(table, { bind: (cells) => (cells === row ? header : undefined) });
}

/** The number and the responsible too, where the header names them. */
function withFound(
  columns: ReadonlyMap<PlanColumn, number>,
  texts: readonly string[],
): ReadonlyMap<PlanColumn, number> {
  const found = bindWithoutDeadline(['Мероприятие', ...texts])?.columns ?? new Map<PlanColumn, number>();
  const more = (['number', 'responsible', 'helpers'] as const).flatMap((key): [PlanColumn, number][] => {
    const column = (found.get(key) ?? 0) - 1;
    return column < 0 || [...columns.values()].includes(column) || columns.has(key) ? [] : [[key, column]];
  });
  return new Map([...columns, ...more]);
}

function columnOf({ rows, columnNames }: ForeignTable, name: string): number | undefined {
  const wanted = name.trim();
  if (/^\d{1,3}$/u.test(wanted)) {
    const column = Number(wanted) - 1;
    return column >= 0 && rows.some((row) => row.length > column) ? column : undefined;
  }
  const letter = columnNames?.findIndex((each) => each === wanted.toUpperCase()) ?? -1;
  if (letter >= 0) return letter;
  for (const row of rows.slice(0, 200)) {
    const column = row.findIndex((_, index) => isSameName(textAt(row, index), wanted));
    if (column >= 0) return column;
  }
  return undefined;
}

export const withRemark = (plan: PlanTable, remark: string): PlanTable => ({
  ...plan,
  remarks: [...plan.remarks, remark],
});

export class ColumnUnknownError extends UserFacingError {
  override readonly name = 'ColumnUnknownError';
  readonly code = 'column_unknown';

  constructor(wanted: readonly string[], tables: readonly ForeignTable[]) {
    super(
      `Ни в одной таблице нет всех названных столбцов: ${wanted.map((name) => `«${name}»`).join(', ')}. ` +
        `${namesOfColumns(tables)} Назовите столбец номером, буквой или заголовком.`,
    );
  }
}

const MOST_TABLES = 5;

/** `Таблица 1: 1 «№», 2 «Работа», 3 «Когда».`: what there is to choose from. */
export function namesOfColumns(tables: readonly ForeignTable[]): string {
  return tables
    .filter((table) => !table.isNested && table.rows.some((row) => filledCells(row).length > 1))
    .slice(0, MOST_TABLES)
    .map((table) => {
      const row = table.rows.find((each) => filledCells(each).length > 1) ?? [];
      const names = row.map(
        (_, index) => `${table.columnNames?.[index] ?? index + 1} «${textAt(row, index)}»`,
      );
      return `${aboutTable(table, `столбцы — ${names.join(', ')}`)}.`;
    })
    .join(' ');
}
