import { shownText } from '../wire/shown-text.ts';
import type { Box, PageCell, PageFrame, PageHighlight, PageStyle } from '../wire/book.ts';

const LINE = '1px solid';

/** The cell's look as CSS declarations, with what the sheet's rules add for what it says. */
export function cssOf(cell: PageCell | null, frame: PageFrame, place: Place): string {
  const style = { ...cell?.s, ...highlightOf(cell, frame, place) };
  return [...textCss(style), ...boxCss(style, cell)].join(';');
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

export function isInside({ startRow, endRow, startColumn, endColumn }: Box, { row, column }: Place): boolean {
  return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
}

function textCss({ bold, italic, underline, strike, font, size, colour }: PageStyle): readonly string[] {
  const lines = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ');
  return [
    bold ? 'font-weight:bold' : '',
    italic ? 'font-style:italic' : '',
    lines ? `text-decoration:${lines}` : '',
    // A name that people have chosen: letters, digits and spaces alone.
    font ? `font-family:'${font.replaceAll(/[^\p{L}\p{N} -]/gu, '')}',Arial,sans-serif` : '',
    size ? `font-size:${size}pt` : '',
    colour ? `color:${colour}` : '',
  ].filter(Boolean);
}

function boxCss(
  { background, align, vertical, wrap, borders }: PageStyle,
  cell: PageCell | null,
): readonly string[] {
  return [
    background ? `background:${background}` : '',
    `text-align:${align ?? (typeof cell?.v === 'number' ? 'right' : 'left')}`,
    vertical && vertical !== 'bottom' ? `vertical-align:${vertical}` : '',
    wrap === 'wrap' ? '--wrap:pre-wrap' : '',
    ...Object.entries(borders ?? {}).map(([side, line]) => `border-${side}:${LINE} ${line}`),
  ].filter(Boolean);
}

function highlightOf(cell: PageCell | null, { highlights }: PageFrame, place: Place): PageStyle {
  const text = shownText(cell);
  const found = highlights.find(
    (rule) => rule.boxes.some((box) => isInside(box, place)) && MATCHES[rule.when](text, rule.text ?? ''),
  );
  return found?.style ?? {};
}

const MATCHES: Readonly<Record<PageHighlight['when'], (text: string, sought: string) => boolean>> = {
  equal: (text, sought) => text === sought,
  beginsWith: (text, sought) => text.startsWith(sought),
  endsWith: (text, sought) => text.endsWith(sought),
  containsText: (text, sought) => text.includes(sought),
  notContainsText: (text, sought) => !text.includes(sought),
  notContainsBlanks: (text) => text !== '',
};
