import { heightOfText } from '../../layout/row-height.ts';
import type { Cell } from '../../layout/layout.ts';
import type { Worksheet } from '../../worksheets/spec.ts';

/** Pixels; two lines of a title in bold. */
export const HEADER_HEIGHT = 44;
const ROW_LINES = 2;
/** Pixels less than the lines with their margins: in those below, the tops of letters of the next line would show. */
const MARGIN = 3;

/** Pixels of a row in which nothing is typed yet. */
export function heightOfEmptyRow({ rowLines = ROW_LINES }: Pick<Worksheet, 'rowLines'>): number {
  return tight(heightOfText('\n'.repeat(rowLines - 1), { width: Number.MAX_SAFE_INTEGER }));
}

/** Pixels in which all is seen that staff have typed; what the server says of it does not count. */
export function heightOfRow(worksheet: Worksheet, cells: Readonly<Record<string, Cell>>): number {
  const heights = worksheet.columns.map(({ key, owner, type, width }) => {
    const cell = cells[key] ?? null;
    const isSeen = owner === 'staff' && type.kind !== 'link' && typeof cell === 'string';
    return isSeen ? tight(heightOfText(cell, { width })) : 0;
  });
  return Math.max(heightOfEmptyRow(worksheet), ...heights);
}

function tight(height: number): number {
  return height - MARGIN;
}
