import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../domain/records/worksheet-key.ts';
import { findHeader, isSureHeader } from '../../../workbook/table/find-header.ts';
import { WORKSHEETS } from '../../../workbook/worksheets/index.ts';
import type { Column } from '../../../workbook/worksheets/spec.ts';
import type { TableRead } from '../../../workbook/table/table.ts';
import type { Head } from '../../stored/head/head.ts';
import type { Marker, SheetEdit, SheetValues, Spreadsheets } from '../../ports/spreadsheets.ts';
import { parseTables, type SheetsRead, type Tables } from './read-sheets.ts';

type HeaderEdit = Extract<SheetEdit, { kind: 'write_values' }>;

export interface HealedTables {
  readonly tables: Tables;
  /** Headers of server columns that are to be written again. */
  readonly headers: readonly SheetEdit[];
}

/**
 * The tables also where somebody has overwritten or emptied the header of a server column: then the markers tell
 * where the column stands, at one further call.
 */
export async function readHealedTables(
  spreadsheets: Spreadsheets,
  { workbookId, sheets, head }: { workbookId: string; sheets: SheetsRead; head: Pick<Head, 'places'> },
): Promise<HealedTables> {
  const tables = parseTables(sheets, head);
  if (!STAFF_WORKSHEETS.some((key) => lostServerColumns(tables[key]).length > 0))
    return { tables, headers: [] };
  const markers = await spreadsheets.readMarkers(workbookId);
  const headers = STAFF_WORKSHEETS.flatMap((key) => {
    const sheet = sheets[key];
    return sheet.kind === 'complete'
      ? planHeaders({ key, sheet, lost: lostServerColumns(tables[key]) }, markers)
      : [];
  });
  return { tables: headers.length > 0 ? parseTables(withHeaders(sheets, headers), head) : tables, headers };
}

/** Server columns whose header stands nowhere. */
function lostServerColumns(table: TableRead): readonly Column[] {
  if (table.kind === 'vanished') return [];
  const missing = table.kind === 'complete' ? table.binding.missing : table.missing;
  return missing.filter(({ owner }) => owner === 'server');
}

interface LostHeaders {
  readonly key: StaffWorksheetKey;
  readonly sheet: SheetValues;
  readonly lost: readonly Column[];
}

/**
 * Where the marker points to a column that the worksheet knows by its header, that header stays. A row that names
 * hardly a known column is no header: it may be the staff's title, or a record of a sheet that lost its own.
 */
export function planHeaders(
  { key, sheet, lost }: LostHeaders,
  markers: readonly Marker[],
): readonly HeaderEdit[] {
  if (lost.length === 0) return [];
  const header = findHeader(WORKSHEETS[key], sheet.rows);
  if (!header || !isSureHeader(header)) return [];
  const named = new Set(header.columns.values());
  return lost.flatMap((column): HeaderEdit[] => {
    const marker = markers.find((each) => each.sheetId === sheet.sheetId && each.key === column.key);
    if (!marker || named.has(marker.index)) return [];
    const { headerRow: row } = header;
    const block = { sheetId: sheet.sheetId, row, column: marker.index, values: [[column.title]] };
    return [{ kind: 'write_values', block }];
  });
}

/** The sheets as if the headers stood already, for binding alone. */
function withHeaders(sheets: SheetsRead, headers: readonly HeaderEdit[]): SheetsRead {
  const healed = STAFF_WORKSHEETS.flatMap((key) => {
    const sheet = sheets[key];
    const own = headers.filter(({ block }) => block.sheetId === sheet.sheetId);
    if (sheet.kind !== 'complete' || own.length === 0) return [];
    const rows = [...sheet.rows];
    for (const { block } of own) {
      const header = [...(rows[block.row] ?? [])];
      while (header.length < block.column) header.push(null);
      header[block.column] = block.values[0]?.[0] ?? null;
      rows[block.row] = header;
    }
    const { eachRow: _, ...standing } = sheet;
    return [[key, { ...standing, rows }] as const];
  });
  return { ...sheets, ...Object.fromEntries(healed) };
}
