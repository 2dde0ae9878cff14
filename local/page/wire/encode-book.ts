import type { PageStyle } from './book.ts';

/**
 * The message as text, each style once: cells name it by number. Thirty thousand cells have a dozen looks.
 */
export function encodeStyled(message: object): string {
  const styles: PageStyle[] = [];
  const numbers = new Map<PageStyle, number>();
  const body = JSON.stringify(message, (key, value: unknown) => {
    if (key !== 's' || typeof value !== 'object') return value;
    const style = value as PageStyle;
    const known = numbers.get(style);
    if (known !== undefined) return known;
    numbers.set(style, styles.length);
    return styles.push(style) - 1;
  });
  return `{"styles":${JSON.stringify(styles)},"body":${body}}`;
}

/** The message again; cells with one look share one style. */
export function decodeStyled(text: string): unknown {
  const { styles, body } = JSON.parse(text) as { styles: PageStyle[]; body: { sheets: StyledSheet[] } };
  for (const { rows } of body.sheets)
    for (const entry of rows)
      for (const cell of cellsOf(entry)) if (cell?.s !== undefined) cell.s = styles[Number(cell.s)];
  return body;
}

interface StyledCell {
  s?: unknown;
}
type StyledRow = (StyledCell | null)[] | null;
interface StyledSheet {
  /** Rows of a book, or of a patch with their numbers before them. */
  readonly rows: (StyledRow | [number, StyledRow])[];
}

function cellsOf(entry: StyledRow | [number, StyledRow]): (StyledCell | null)[] {
  if (!entry) return [];
  return typeof entry[0] === 'number' ? ((entry[1] as StyledRow) ?? []) : (entry as (StyledCell | null)[]);
}
