import type { CellGrid, ForeignTable } from '../../layout/layout.ts';
import { textAt } from './foreign-table.ts';
import { aboutTable, placeOf } from './left-out.ts';
import { fitsOf, plainHeader } from '../header/plan-header-names.ts';
import { bindCells } from '../header/plan-header.ts';

type Row = CellGrid[number];

export interface BesideTables {
  /** The tables from left to right, each in its own place of the grid. */
  readonly tables: readonly ForeignTable[];
  /** Where a further one begins: Russian sentences. */
  readonly remarks: readonly string[];
}

/**
 * A sheet may hold two plans side by side, «№ | Мероприятие | Срок» twice in one row. Where the second header repeats
 * the first, or stands apart from it, both are read; where it may be a further column of one plan, it is named.
 */
export function splitSideBySide(table: ForeignTable, atMost = MAX_BESIDE): BesideTables {
  if (atMost <= 1) return { tables: [table], remarks: [] };
  for (const [row, cells] of table.rows.slice(0, MAX_HEADING).entries()) {
    const split = findSplit(cells, table.hiddenColumns);
    if (!split) continue;
    const place = `${placeOf(table, { row, column: split.column })} («${textAt(cells, split.column)}»)`;
    if (!split.isSure) {
      const remark = `правее стоит ещё один столбец мероприятия и срока, ${place}; он не взят`;
      return { tables: [table], remarks: [`${aboutTable(table, remark)}.`] };
    }
    const rest = splitSideBySide(rightOf(table, row, split.column), atMost - 1);
    const remark = `рядом стоит ещё одна таблица, ${place}; взяты обе`;
    return {
      tables: [leftOf(table, row, split.column), ...rest.tables],
      remarks: [`${aboutTable(table, remark)}.`, ...rest.remarks],
    };
  }
  return { tables: [table], remarks: [] };
}

/** More no sheet has room for. */
const MAX_BESIDE = 12;
/** Rows within which the first header stands. */
const MAX_HEADING = 200;

interface Split {
  /** The first one of the right table. */
  readonly column: number;
  readonly isSure: boolean;
}

function findSplit(row: Row, hidden: ReadonlySet<number> | undefined): Split | undefined {
  const cells = row.map(fitsOf);
  const columns = bindCells(cells, hidden);
  if (!columns) return undefined;
  const names = row.map(plainHeader);
  const isSplit = (column: number) =>
    column > 0 &&
    bindCells(cells.slice(0, column), hidden) !== undefined &&
    bindCells(
      cells.map((fits, index) => (index < column ? [] : fits)),
      hidden,
    ) !== undefined;
  const bound = [...columns.values()];
  const starts = (['number', 'title'] as const).flatMap((key) => columns.get(key) ?? []);
  const [again, apart] = [
    starts.flatMap((start) => indexesOf(names, (name, at) => at > start && name === names[start])),
    indexesOf(names, (name, at) => at > 0 && name !== '' && names[at - 1] === ''),
  ];
  const sure = [...again, ...apart].slice(0, MAX_TRIED).find(isSplit);
  if (sure !== undefined) return { column: sure, isSure: true };
  const next = Math.max(...bound) + 1;
  const unsure = [next, Math.min(...bound.filter((at) => at > 0)) + 1, next - 1].find(isSplit);
  return unsure === undefined ? undefined : { column: unsure, isSure: false };
}

/** A header has few columns; a row made to look like thousands of headers shall cost no more. */
const MAX_TRIED = 12;

function indexesOf(names: readonly string[], isWanted: (name: string, at: number) => boolean): number[] {
  return names.flatMap((name, at) => (isWanted(name, at) ? [at] : []));
}

function before(row: Row, column: number): Row {
  return row.slice(0, column);
}

function from(row: Row, column: number): Row {
  return row.map((cell, index) => (index < column ? '' : cell));
}

/** What stands above the headers belongs to the left table. */
function leftOf(table: ForeignTable, header: number, column: number): ForeignTable {
  return { ...table, rows: table.rows.map((row, index) => (index < header ? row : before(row, column))) };
}

function rightOf(table: ForeignTable, header: number, column: number): ForeignTable {
  const rows = table.rows.map((row, index) => (index < header ? [] : from(row, column)));
  return { ...table, rows, leftOut: [] };
}
