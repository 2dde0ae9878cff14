import type { ReportColumn, ReportRow, ReportTable } from './report-document.ts';

export type Cell = ReportRow['cells'][number];

/** A column together with what stands in it. */
export interface Field<Item> extends ReportColumn {
  readonly cell: (item: Item, index: number) => Cell;
}

interface TableParts<Item> extends Pick<ReportTable, 'key' | 'title' | 'emptyText'> {
  readonly fields: readonly Field<Item>[];
  readonly items: readonly Item[];
  /** Where the row or its figures lead. */
  readonly leadsOf?: (item: Item) => Pick<ReportRow, 'links' | 'source'>;
  /** Stands last where there are any rows. */
  readonly total?: readonly Cell[];
}

/** A table of one row an item. */
export function tableOf<Item>({ key, title, emptyText, ...parts }: TableParts<Item>): ReportTable {
  const { fields, items, leadsOf, total } = parts;
  const rows = items.map((item, index): ReportRow => ({
    level: 'row',
    cells: fields.map((field) => field.cell(item, index)),
    ...leadsOf?.(item),
  }));
  const columns = fields.map(({ cell: _, ...column }): ReportColumn => column);
  const withTotal = total && rows.length > 0 ? [...rows, { level: 'total', cells: total } as const] : rows;
  return { key, title, columns, rows: withTotal, emptyText };
}

/** The column «№» of a list. */
export function positionField<Item>(width = 10): Field<Item> {
  return { key: 'position', title: '№', kind: 'count', width, cell: (_, index) => index + 1 };
}

/** A row that names the group under it. */
export function groupRow(title: string, columns: number): ReportRow {
  return { level: 'group', cells: [title, ...Array.from({ length: columns - 1 }, () => null)] };
}
