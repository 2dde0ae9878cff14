import { shownText } from '../../../wire/shown-text.ts';
import type { PageBook } from '../../../wire/book.ts';

/** A cell in which the text was found. */
export interface Found {
  readonly sheetId: number;
  readonly tab: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** A formula shows its result, and holds no text that could be replaced. */
  readonly isFormula: boolean;
}

/** More than anybody looks through. */
const MOST = 500;

/** Cells of all tabs that are shown, whatever the case of letters; «ё» is found by «е». */
export function findInBook({ sheets }: PageBook, wanted: string): readonly Found[] {
  const text = fold(wanted);
  const found: Found[] = [];
  if (text === '') return found;
  for (const { frame, rows } of sheets) {
    if (frame.isHidden) continue;
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of (cells ?? []).entries()) {
        const shown = shownText(cell);
        if (shown === '' || !fold(shown).includes(text)) continue;
        const isFormula = cell?.f !== undefined;
        found.push({ sheetId: frame.sheetId, tab: frame.title, row, column, text: shown, isFormula });
        if (found.length === MOST) return found;
      }
  }
  return found;
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** The text with each place of what is wanted replaced. */
export function replaceIn(text: string, wanted: string, replacement: string): string {
  const [folded, part] = [fold(text), fold(wanted)];
  let result = '';
  let from = 0;
  for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, from)) {
    result += text.slice(from, at) + replacement;
    from = at + part.length;
  }
  return result + text.slice(from);
}
