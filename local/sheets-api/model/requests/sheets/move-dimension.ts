import { invalidArgument } from '../../../wire/api-error.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { changeDimension, dimensionSize } from '../../dimensions/dimensions.ts';
import {
  closeDimensionRange,
  insideGrid,
  type ClosedDimensionRange,
} from '../../dimensions/dimension-range.ts';
import type { Draft } from '../../draft.ts';
import type { Handlers } from '../../handler.ts';

function moveDimension(draft: Draft, body: RequestBody<'moveDimension'>): object {
  const range = insideGrid(draft, closeDimensionRange(draft, body.source));
  const destination = body.destinationIndex ?? 0;
  const size = dimensionSize(draft.read(range.sheetId), range.dimension);
  if (destination > size)
    throw invalidArgument(`destinationIndex[${destination}] must be at most the grid size (${size})`);
  if (destination >= range.start && destination <= range.end) return {};
  checkMergesWhole(draft, range, destination);
  changeDimension(draft, range, { kind: 'move', start: range.start, end: range.end, destination });
  return {};
}

/** A merge may move along as a whole, and rows may pass one by, but none may be torn. */
function checkMergesWhole(draft: Draft, range: ClosedDimensionRange, destination: number): void {
  const rows = range.dimension === 'ROWS';
  const torn = draft.read(range.sheetId).merges.some((merge) => {
    const [start, end] = rows ? [merge.startRow, merge.endRow] : [merge.startColumn, merge.endColumn];
    const isCut = (edge: number): boolean => edge > start && edge < end;
    return isCut(range.start) || isCut(range.end) || isCut(destination);
  });
  if (torn)
    throw invalidArgument(
      `Sorry, it is not possible to move a ${rows ? 'row' : 'column'} to a position that crosses a merged cell. Please unmerge and try again.`,
    );
}

export const moveHandlers: Handlers<'moveDimension'> = { moveDimension };
