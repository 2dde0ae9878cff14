import { invalidArgument } from '../../wire/api-error.ts';
import type { DimensionRange } from '../../schema/common.ts';
import { dimensionSize } from './dimensions.ts';
import type { Axis } from '../ranges/boxes.ts';
import type { Draft } from '../draft.ts';
import { required } from '../handler.ts';

export interface ClosedDimensionRange extends Axis {
  readonly start: number;
  readonly end: number;
}

/** Throws `ApiError` 400 where the range is empty. */
export function closeDimensionRange(draft: Draft, range: DimensionRange | undefined): ClosedDimensionRange {
  const { sheetId = 0, dimension, startIndex, endIndex } = required(range, 'range');
  const axis = { sheetId, dimension: required(dimension, 'range.dimension') };
  const start = startIndex ?? 0;
  const end = endIndex ?? dimensionSize(draft.read(sheetId), axis.dimension);
  if (start >= end) throw invalidArgument(`range.endIndex[${end}] must be after range.startIndex[${start}]`);
  return { ...axis, start, end };
}

/** Throws `ApiError` 400 where the range ends outside of the grid. */
export function insideGrid(draft: Draft, range: ClosedDimensionRange): ClosedDimensionRange {
  const size = dimensionSize(draft.read(range.sheetId), range.dimension);
  if (range.end <= size) return range;
  throw invalidArgument(`range.endIndex[${range.end}] must be at most the grid size (${size})`);
}
