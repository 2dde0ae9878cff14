import type { SheetEdit } from '../../../use-cases/ports/spreadsheets.ts';
import { planWriteValues } from '../requests/plan-cells.ts';
import { roughSize } from './rough-size.ts';
import { planRequests, sheetsToLookUp } from '../requests/plan-requests.ts';

/** Google advises requests below 2 MB; the rest is for assertions and the frame. */
export const MAX_PART_BYTES = 1_800_000;
/** Where the request is measured as it is sent. */
export const MAX_STAGED_BYTES = 1_990_000;

type Write = Extract<SheetEdit, { kind: 'write_values' }>;

/**
 * The edits as one part, or, where one request would be too large, as several: written values are divided, each part
 * with the assertions of its sheets; everything else stays together, on the side of the values that it was on.
 */
export function splitEdits(edits: readonly SheetEdit[]): readonly (readonly SheetEdit[])[] {
  if (isSurelySmall(edits)) return [edits];
  const sizes = edits.map(sizeOf);
  if (sizes.reduce((sum, size) => sum + size, 0) <= MAX_PART_BYTES) return [edits];
  const assertions = edits.filter((edit) => edit.kind === 'assert_positions');
  const writes = edits.filter((edit) => edit.kind === 'write_values');
  const others = edits.filter((edit) => edit.kind !== 'write_values' && edit.kind !== 'assert_positions');
  const written = packWrites(writes.flatMap(divideWrite)).map((part) => [
    ...assertions.filter(({ sheetId }) => part.some(({ block }) => block.sheetId === sheetId)),
    ...part,
  ]);
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
  }
  return size <= MAX_PART_BYTES / LOOKS;
}

/** So many times the bytes of its values may a sheet take with its looks. */
const LOOKS = 2;

/** Bytes on the wire; nothing for what must first be looked up, which is never divided anyway. */
function sizeOf(edit: SheetEdit): number {
  if (sheetsToLookUp([edit]).length > 0 || edit.kind === 'mark_positions') return 0;
  return bytesOf(planRequests([edit]));
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** Halves a block until each piece fits, or is a single row. */
function divideWrite(edit: Write): Write[] {
  const { values, row } = edit.block;
  if (values.length < 2 || bytesOf(planWriteValues(edit.block)) <= MAX_PART_BYTES) return [edit];
  const middle = Math.ceil(values.length / 2);
  const piece = (start: number, end: number): Write => ({
    ...edit,
    block: { ...edit.block, row: row + start, values: values.slice(start, end) },
  });
  return [piece(0, middle), piece(middle, values.length)].flatMap(divideWrite);
}

function packWrites(writes: readonly Write[]): Write[][] {
  const parts: Write[][] = [];
  let size = 0;
  for (const write of writes) {
    const own = bytesOf(planWriteValues(write.block));
    const last = parts.at(-1);
    if (last && size + own <= MAX_PART_BYTES) {
      last.push(write);
      size += own;
    } else {
      parts.push([write]);
      size = own;
    }
  }
  return parts;
}
