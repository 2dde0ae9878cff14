import papaparse from 'papaparse';

export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** Zero-based rows whose quotes do not close; each was taken as it stands, its quotes as signs. */
  readonly unquoted: readonly number[];
}

/** A cell with line breaks in it is no longer than this; where a quote is open still, it was never one of a cell. */
const MAX_LINES = 20;

/** Rows from the first one to one beyond `limit`. */
export function parseRows(text: string, delimiter: string, limit: number): CsvRows {
  const whole = papaparse.parse<string[]>(text, { delimiter, preview: limit + 1 });
  return whole.errors.length === 0
    ? { rows: whole.data, unquoted: [] }
    : parseLines(text.split(/\r\n|\n|\r/u).slice(0, limit + 1), delimiter);
}

/** Where a quote does not close, only its own line is read without quotes: no line swallows those below it. */
function parseLines(lines: readonly string[], delimiter: string): CsvRows {
  const rows: (readonly string[])[] = [];
  const unquoted: number[] = [];
  for (let line = 0; line < lines.length;) {
    const quoted = parseQuoted(lines, line, delimiter);
    if (!quoted) unquoted.push(rows.length);
    rows.push(quoted?.cells ?? (lines[line] ?? '').split(delimiter).map(withoutPair));
    line += quoted?.lines ?? 1;
  }
  return { rows, unquoted };
}

/** The row that begins in the line, over as many lines as its quotes hold together; undefined where they do not. */
function parseQuoted(
  lines: readonly string[],
  start: number,
  delimiter: string,
): { readonly cells: readonly string[]; readonly lines: number } | undefined {
  for (let count = 1; count <= MAX_LINES && start + count <= lines.length; count++) {
    const { data, errors } = papaparse.parse<string[]>(lines.slice(start, start + count).join('\n'), {
      delimiter,
      newline: '\n',
    });
    if (errors.length === 0) return { cells: data[0] ?? [''], lines: count };
    if (errors.some(({ code }) => code === 'InvalidQuotes')) return undefined;
  }
  return undefined;
}

/** `"Сроки ""до"""` in a line whose other cells have quotes that do not close. */
function withoutPair(cell: string): string {
  return /^"(?:[^"]|"")*"$/u.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
