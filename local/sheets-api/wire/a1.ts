/** Zero-based bounds as read from A1 notation, ends excluded; an absent bound is open. */
export interface A1Bounds {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export interface A1Reference {
  /** The part before `!`, unquoted. */
  readonly sheet?: string;
  /** The part after `!`, or the whole text where it has no `!`. */
  readonly cells?: string;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;
/** Titles that Google leaves bare in its answers. */
const PLAIN_TITLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const LOOKS_LIKE_A_CELL = /^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/;
const LETTERS = 26;

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / LETTERS);
  const letter = String.fromCharCode(65 + (column % LETTERS));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}

/** `A` → 0, `AA` → 26. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * LETTERS + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** Splits `'It''s'!A1` into its sheet and its cells; undefined where the quotes do not pair. */
export function splitReference(reference: string): A1Reference | undefined {
  if (!reference.startsWith("'")) {
    const mark = reference.lastIndexOf('!');
    if (mark < 0) return { cells: reference };
    return { sheet: reference.slice(0, mark), cells: reference.slice(mark + 1) };
  }
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(reference);
  if (!quoted) return undefined;
  const sheet = (quoted[1] ?? '').replaceAll("''", "'");
  return quoted[2] === undefined ? { sheet } : { sheet, cells: quoted[2] };
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

const R1C1 = /^R([1-9]\d{0,6})C([1-9]\d{0,4})$/i;

function parseCorner(text: string): Corner | undefined {
  const [, rowNumber, columnNumberText] = R1C1.exec(text) ?? [];
  if (rowNumber && columnNumberText)
    return { row: Number(rowNumber) - 1, column: Number(columnNumberText) - 1 };
  const match = CORNER.exec(text);
  if (!match || text === '' || text === '$') return undefined;
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  if (row === -1) return undefined;
  return {
    ...(row === undefined ? {} : { row }),
    ...(match[1] === undefined ? {} : { column: columnNumber(match[1]) }),
  };
}

/** One axis of `A1:B`: where only one corner names it, that one is the start and the end is open. */
function axis(first: number | undefined, last: number | undefined): { start?: number; end?: number } {
  if (first !== undefined && last !== undefined)
    return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
  const only = first ?? last;
  return only === undefined ? {} : { start: only };
}

/** Reads `A1`, `A1:B2`, `A:C`, `2:5`, `A1:1`, `D4:A1`, with or without `$`, and `R1C1:R2C2`; undefined for anything else. */
export function parseA1Cells(cells: string): A1Bounds | undefined {
  const [firstText = '', lastText, ...more] = cells.split(':');
  const first = parseCorner(firstText);
  const last = lastText === undefined ? first : parseCorner(lastText);
  if (!first || !last || more.length > 0) return undefined;
  if (lastText === undefined && (first.row === undefined || first.column === undefined)) return undefined;
  const rows = axis(first.row, last.row);
  const columns = axis(first.column, last.column);
  return {
    ...(rows.start === undefined ? {} : { startRow: rows.start }),
    ...(rows.end === undefined ? {} : { endRow: rows.end }),
    ...(columns.start === undefined ? {} : { startColumn: columns.start }),
    ...(columns.end === undefined ? {} : { endColumn: columns.end }),
  };
}

/** The title as Google writes it before `!`: bare where nothing can be mistaken, else in quotes. */
export function quoteTitle(title: string): string {
  if (PLAIN_TITLE.test(title) && !LOOKS_LIKE_A_CELL.test(title)) return title;
  return `'${title.replaceAll("'", "''")}'`;
}

export interface ClosedBounds {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** `'Лист 1'!A1:B2`, or `Sheet1!A1` for a single cell. */
export function formatA1(title: string, bounds: ClosedBounds): string {
  const first = `${columnLetters(bounds.startColumn)}${bounds.startRow + 1}`;
  const last = `${columnLetters(bounds.endColumn - 1)}${bounds.endRow}`;
  return `${quoteTitle(title)}!${first === last ? first : `${first}:${last}`}`;
}
