import type { CellRange, SheetLayout } from '../../workbook/layout.ts';
import { styleOfCell } from '../layout-style.ts';
import { FONT_SIZE } from './xlsx-styles.ts';

/** Widths of Arial's letters as shares of the font size, from its metrics; the first that fits counts. */
const LETTER_WIDTHS: readonly (readonly [letters: RegExp, share: number])[] = [
  [/[\s.,:;!'|/ijlftI]/, 0.28],
  [/[№—@Ю]/, 1.05],
  [/[ЖМШЩЫW%]/, 0.91],
  [/[шщфЪmM]/, 0.82],
  [/[гr()"-]/, 0.37],
  [/[зкт]/, 0.46],
  [/[всухьчэcksvxyz]/, 0.52],
  [/[жмыъюw]|\p{Lu}/u, 0.71],
];
const OTHER_LETTER = 0.56;
const BOLD = 1.08;

const PIXELS_PER_POINT = 4 / 3;
const LINE_HEIGHT = 1.2;
const PADDING = 5;
/** Excel's limit of a row: 409 points. */
const MAX_HEIGHT = 545;

/**
 * Pixels in which the whole text of a row is seen. LibreOffice does not fit rows of a foreign file, and
 * no program fits merged cells.
 */
export function estimateRowHeight(layout: SheetLayout, row: number): number {
  const cells = layout.rows[row]?.cells ?? [];
  const heights = cells.map((cell, column) => {
    const width = widthOf(layout, row, column);
    return cell.value === null || width === undefined ? 0 : estimateHeight(layout, { row, column, width });
  });
  return Math.min(MAX_HEIGHT, Math.max(FONT_SIZE * PIXELS_PER_POINT * LINE_HEIGHT + PADDING, ...heights));
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

function estimateHeight(layout: SheetLayout, { row, column, width }: Place): number {
  const value = layout.rows[row]?.cells[column]?.value;
  const style = styleOfCell(layout, row, column);
  const size = (style.size ?? FONT_SIZE) * PIXELS_PER_POINT;
  const wraps = style.wrap && typeof value === 'string';
  const room = (width - PADDING) / (size * (style.bold ? BOLD : 1));
  const lines = wraps ? value.split('\n').reduce((sum, line) => sum + countLines(line, room), 0) : 1;
  return Math.ceil(lines * size * LINE_HEIGHT + PADDING);
}

/** The width of the cell or of its merge; undefined where the height cannot be told from this row. */
function widthOf(layout: SheetLayout, row: number, column: number): number | undefined {
  const merge = layout.merges.find((range) => isWithin(range, row, column));
  if (!merge) return layout.columnWidths[column];
  if (merge.startColumn !== column || merge.endRow !== merge.startRow + 1) return undefined;
  return layout.columnWidths
    .slice(merge.startColumn, merge.endColumn)
    .reduce((sum, pixels) => sum + pixels, 0);
}

function isWithin(range: CellRange, row: number, column: number): boolean {
  const inRows = row >= range.startRow && row < (range.endRow ?? Infinity);
  return inRows && column >= range.startColumn && column < (range.endColumn ?? Infinity);
}

/** `room` in font sizes. Words go to the next line whole; one longer than a line is broken. */
function countLines(text: string, room: number): number {
  const space = widthOfText(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const width = widthOfText(word);
    const gap = used === 0 ? 0 : space;
    if (used + gap + width <= room) {
      used += gap + width;
      continue;
    }
    if (used > 0) lines++;
    const further = Math.ceil(width / Math.max(room, 1)) - 1;
    lines += further;
    used = width - further * room;
  }
  return lines;
}

function widthOfText(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width;
}

function widthOfLetter(letter: string): number {
  return LETTER_WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER_LETTER;
}
