import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { Column } from '../../../functions/workbook/worksheets/spec.ts';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import { seenAs, seenNames } from './look-alikes.ts';
import type { Scalar } from '../../../local/sheets-api/model/types.ts';

/** A staff cell of a row, with the column that it stands in: its key where the worksheet describes it, its header. */
export interface OwnCell {
  readonly key: string | undefined;
  readonly header: string;
  readonly value: Scalar | undefined;
}

/** Fewer cells can be like their headers by chance. */
const MIN_HEADER_CELLS = 3;

/** What people would call a row: one of the table, the header once more, or nothing at all. */
export type RowKind = 'record' | 'header' | 'empty';

export function kindOfRow(worksheet: StaffWorksheetKey, cells: readonly OwnCell[]): RowKind {
  const specOf = ({ key, header }: OwnCell) => describedColumn(worksheet, key, header);
  if (repeatsHeader(worksheet, cells)) return 'header';
  return cells.some((cell) => isContent(cell, specOf(cell))) ? 'record' : 'empty';
}

/** The column as the worksheet describes it; undefined under a header that nobody knows: then it is an own one. */
export function describedColumn(
  worksheet: StaffWorksheetKey,
  key: string | undefined,
  header: string,
): Column | undefined {
  const column = WORKSHEETS[worksheet].columns.find((each) => each.key === key);
  const isKnown = seenNames(worksheet).some(([named, name]) => named === key && name === seenAs(header));
  return isKnown ? column : undefined;
}

/** What fills itself says nothing: unticked boxes, blanks, the first choice of a list, numbers in an own column. */
function isContent({ value }: OwnCell, column: Column | undefined): boolean {
  if (value === undefined || value === false || (typeof value === 'string' && value.trim() === ''))
    return false;
  if (!column) return typeof value === 'string';
  return column.type.kind !== 'choice' || column.type.isOpen === true || value !== column.type.options[0];
}

/** All that stands there are names of columns: the worksheet's own, or headers of this sheet. */
function repeatsHeader(worksheet: StaffWorksheetKey, cells: readonly OwnCell[]): boolean {
  // An empty text says no more than an empty cell: so a copy has it under a header that is none.
  const filled = cells.filter(({ value }) => value !== undefined && value !== '');
  if (filled.length < MIN_HEADER_CELLS) return false;
  const names = new Set(seenNames(worksheet).map(([, name]) => name));
  for (const { header } of cells) names.add(seenAs(header));
  names.delete('');
  return filled.every(({ value }) => names.has(seenAs(String(value))));
}
