import type { PageFrame } from '../../wire/book.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

type Validation = PageFrame['validations'][number];

/** Whether what belongs into the cell is of the kind: a day, one of a list. */
export function isValidatedAs(
  wanted: Validation['kind'],
  { validations }: PageFrame,
  { row, column }: Place,
): boolean {
  return validations.some(
    ({ kind, boxes }) =>
      kind === wanted &&
      boxes.some(
        ({ startRow, endRow, startColumn, endColumn }) =>
          row >= startRow && row < endRow && column >= startColumn && column < endColumn,
      ),
  );
}
