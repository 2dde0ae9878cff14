import type { ReportColumn, ReportRow, ReportTable } from '../report-document.ts';

export type ReportCell = ReportRow['cells'][number];

/** A column together with what stands in it. */
export interface Field<Item> extends ReportColumn {
  readonly cell: (item: Item, index: number) => ReportCell;
}

interface TableParts<Item> extends Pick<ReportTable, 'key' | 'title' | 'emptyText'> {
  readonly fields: readonly Field<Item>[];
  readonly items: readonly Item[];
  /** Where the row or its figures lead. */
  readonly leadsOf?: (item: Item) => Pick<ReportRow, 'links' | 'source'>;
  /** Stands last where there are any rows: as cells, or as an item that is the sum of the others. */
  readonly total?: readonly ReportCell[];
  readonly sum?: Item;
}

/** A table of one row an item. */
export function tableOf<Item>({ key, title, emptyText, ...parts }: TableParts<Item>): ReportTable {
  const { fields, items, leadsOf, total, sum } = parts;
  const rowOf = (level: 'row' | 'total', item: Item, index: number): ReportRow => ({
    level,
    cells: fields.map((field) => field.cell(item, index)),
    ...leadsOf?.(item),
  });
  const rows = items.map((item, index) => rowOf('row', item, index));
  const columns = fields.map(({ cell: _, ...column }): ReportColumn => column);
  const last =
    sum === undefined ? total && { level: 'total' as const, cells: total } : rowOf('total', sum, 0);
  return { key, title, columns, rows: last && rows.length > 0 ? [...rows, last] : rows, emptyText };
}

/** The column «№» of a list. */
export function positionField<Item>(width = 10): Field<Item> {
  return { key: 'position', title: '№', kind: 'count', width, cell: (_, index) => index + 1 };
}

/** A row that names the group under it. */
export function groupRow(title: string, columns: number): ReportRow {
  return { level: 'group', cells: [title, ...Array.from({ length: columns - 1 }, () => null)] };
}
