import { invalidArgument } from '../../../wire/api-error.ts';
import type { CellFormat } from '../../../schema/cell.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, checkInGrid, contains, intersects, placesOf } from '../../ranges/boxes.ts';
import { changeCell, plainContent } from '../../values/cells.ts';
import type { Draft } from '../../draft.ts';
import { moveFormula } from '../../formula/references.ts';
import { refuse, required, type Handlers } from '../../handler.ts';
import type { Box, Cell, Sheet } from '../../types.ts';

type PasteType = NonNullable<RequestBody<'copyPaste'>['pasteType']>;
type Block = readonly (readonly (Cell | undefined)[])[];

function copyPaste(draft: Draft, body: RequestBody<'copyPaste'>): object {
  const source = required(body.source, 'source');
  const destination = required(body.destination, 'destination');
  const from = draft.read(source.sheetId ?? 0);
  const origin = boxOf(from, source);
  const copied = blockOf(from, origin);
  const block = body.pasteOrientation === 'TRANSPOSE' ? transposed(copied) : copied;
  const sheetId = destination.sheetId ?? 0;
  const sheet = draft.read(sheetId);
  const box = pasteBox(boxOf(sheet, destination), block);
  checkInGrid(sheet, box);
  pasteBlock(
    draft,
    { sheetId, box },
    {
      block,
      type: body.pasteType ?? 'PASTE_NORMAL',
      from: { row: origin.startRow, column: origin.startColumn },
    },
  );
  return {};
}

function blockOf(sheet: Sheet, box: Box): Block {
  return Array.from({ length: box.endRow - box.startRow }, (_, row) =>
    Array.from(
      { length: box.endColumn - box.startColumn },
      (__, column) => sheet.rows[box.startRow + row]?.[box.startColumn + column],
    ),
  );
}

function transposed(block: Block): Block {
  return (block[0] ?? []).map((_, column) => block.map((row) => row[column]));
}

/** As often as the block fits into the destination, and at least once, even past its end. */
function pasteBox(destination: Box, block: Block): Box {
  const times = (room: number, size: number): number => Math.max(1, Math.floor(room / size)) * size;
  const height = times(destination.endRow - destination.startRow, block.length);
  const width = times(destination.endColumn - destination.startColumn, block[0]?.length ?? 1);
  return {
    ...destination,
    endRow: destination.startRow + height,
    endColumn: destination.startColumn + width,
  };
}

function pasteBlock(
  draft: Draft,
  { sheetId, box }: { sheetId: number; box: Box },
  { block, type, from }: { block: Block; type: PasteType; from?: { row: number; column: number } },
): void {
  const sheet = draft.edit(sheetId);
  const width = block[0]?.length ?? 1;
  for (const at of placesOf(box)) {
    const [down, right] = [(at.row - box.startRow) % block.length, (at.column - box.startColumn) % width];
    const source = block[down]?.[right];
    const moved = from
      ? movedCell(source, at.row - from.row - down, at.column - from.column - right)
      : source;
    draft.setCell(sheet, at, pasteCell(sheet.rows[at.row]?.[at.column], moved, type));
  }
}

/** A copied formula names the cells that lie as far from it as before; a cut one keeps its cells. */
function movedCell(cell: Cell | undefined, down: number, right: number): Cell | undefined {
  return cell?.formula === undefined
    ? cell
    : changeCell(cell, { formula: moveFormula(cell.formula, down, right) });
}

function pasteCell(target: Cell | undefined, source: Cell | undefined, type: PasteType): Cell | undefined {
  if (type === 'PASTE_NORMAL') return source;
  if (type === 'PASTE_VALUES') return changeCell(target, plainContent(source?.value));
  if (type === 'PASTE_CONDITIONAL_FORMATTING') refuse('how to paste conditional rules alone');
  if (type === 'PASTE_FORMULA') return changeCell(target, { value: source?.value, formula: source?.formula });
  if (type === 'PASTE_FORMAT') return changeCell(target, { format: source?.format });
  if (type === 'PASTE_DATA_VALIDATION') return changeCell(target, { validation: source?.validation });
  return changeCell(source, { format: withBordersOf(source?.format, target?.format) });
}

function withBordersOf(format: CellFormat | undefined, own: CellFormat | undefined): CellFormat | undefined {
  const { borders: _source, ...others } = format ?? {};
  const after = own?.borders ? { ...others, borders: own.borders } : others;
  return Object.keys(after).length > 0 ? after : undefined;
}

function cutPaste(draft: Draft, body: RequestBody<'cutPaste'>): object {
  const source = required(body.source, 'source');
  const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = required(body.destination, 'destination');
  const fromId = source.sheetId ?? 0;
  const from = draft.edit(fromId);
  const cut = boxOf(from, source);
  const block = blockOf(from, cut);
  const box = {
    startRow: rowIndex,
    endRow: rowIndex + block.length,
    startColumn: columnIndex,
    endColumn: columnIndex + (block[0]?.length ?? 0),
  };
  checkInGrid(draft.read(sheetId), box);
  for (const at of placesOf(cut)) draft.setCell(from, at, undefined);
  pasteBlock(draft, { sheetId, box }, { block, type: body.pasteType ?? 'PASTE_NORMAL' });
  moveMerges(draft, { sheetId: fromId, box: cut }, { sheetId, box });
  return {};
}

function moveMerges(
  draft: Draft,
  from: { sheetId: number; box: Box },
  to: { sheetId: number; box: Box },
): void {
  const source = draft.edit(from.sheetId);
  const half = (merge: Box): boolean => intersects(merge, from.box) && !contains(from.box, merge);
  if (source.merges.some(half))
    throw invalidArgument('You must select all cells in a merged range to merge or unmerge them.');
  const moved = source.merges.filter((merge) => contains(from.box, merge));
  if (moved.length === 0) return;
  source.merges = source.merges.filter((merge) => !moved.includes(merge));
  const [down, right] = [to.box.startRow - from.box.startRow, to.box.startColumn - from.box.startColumn];
  const target = draft.edit(to.sheetId);
  target.merges = [
    ...target.merges,
    ...moved.map((merge) => ({
      startRow: merge.startRow + down,
      endRow: merge.endRow + down,
      startColumn: merge.startColumn + right,
      endColumn: merge.endColumn + right,
    })),
  ];
}

export const pasteHandlers: Handlers<'copyPaste' | 'cutPaste'> = { copyPaste, cutPaste };
