import type { SheetEdit } from '../../../use-cases/ports/spreadsheets.ts';
import { roughSize } from './rough-size.ts';
import { planRequests, sheetsToLookUp } from '../requests/plan-requests.ts';
import { bytesOf, packRows } from './pack-rows.ts';

/** Google advises requests below 2 MB; the rest is for assertions and the frame. */
export const MAX_PART_BYTES = 1_800_000;
/** Where the request is measured as it is sent. */
export const MAX_STAGED_BYTES = 1_990_000;

/**
 * The edits as one part, or, where one request would be too large, as several: written values are divided by rows,
 * each part with the assertions of its sheets; everything else stays together, on the side of the values that it was on.
 */
export function splitEdits(edits: readonly SheetEdit[]): readonly (readonly SheetEdit[])[] {
  if (isSurelySmall(edits) || doFit(edits)) return [edits];
  const assertions = edits.filter((edit) => edit.kind === 'assert_positions');
  const writes = edits.filter((edit) => edit.kind === 'write_values');
  const others = edits.filter((edit) => edit.kind !== 'write_values' && edit.kind !== 'assert_positions');
  const written = packRows(writes, MAX_PART_BYTES).map((part) => {
    const sheets = new Set(part.map(({ block }) => block.sheetId));
    return [...assertions.filter(({ sheetId }) => sheets.has(sheetId)), ...part];
  });
  if (others.length === 0) return written;
  // A column that is added comes before what is written into it.
  const isFirst = edits.find((edit) => edit.kind !== 'assert_positions')?.kind !== 'write_values';
  return isFirst ? [others, ...written] : [...written, others];
}

/**
 * What stands beside people's rows, and then whole sheets of ours: tens of times as much, which nobody waits for who
 * types. A pass that is cut between the two is made good by the next, as one that is cut before both.
 */
export function rowsFirst(edits: readonly SheetEdit[]): readonly (readonly SheetEdit[])[] {
  const sheets = edits.filter(({ kind }) => kind === 'refill_sheet');
  const rows = edits.filter(({ kind }) => kind !== 'refill_sheet');
  const isPlain = rows.every(({ kind }) => kind === 'write_values' || kind === 'assert_positions');
  const isWritten = rows.some(({ kind }) => kind === 'write_values');
  return isPlain && isWritten && sheets.length > 0 ? [rows, sheets] : [edits];
}

/** Cells and their looks are far from the limit even where they are as many as they can be: planning them tells no more. */
function isSurelySmall(edits: readonly SheetEdit[]): boolean {
  let size = 0;
  for (const edit of edits) {
    if (edit.kind === 'write_values')
      size += roughSize(edit.block.values.map((row) => row.map((value) => ({ value }))));
    else if (edit.kind === 'refill_sheet') size += roughSize(edit.layout.rows.map(({ cells }) => cells));
    else if (edit.kind !== 'assert_positions') return false;
    if (size > MAX_PART_BYTES / LOOKS) return false;
  }
  return true;
}

/** So many times the bytes of its values may a sheet take with its looks. */
const LOOKS = 2;

function doFit(edits: readonly SheetEdit[]): boolean {
  let size = 0;
  return edits.every((edit) => (size += sizeOf(edit)) <= MAX_PART_BYTES);
}

/** Bytes on the wire; nothing for what must first be looked up, which is never divided anyway. */
function sizeOf(edit: SheetEdit): number {
  if (sheetsToLookUp([edit]).length > 0 || edit.kind === 'mark_positions') return 0;
  return bytesOf(planRequests([edit]));
}
