import { Paragraph, TableCell, TableRow, TextRun } from 'docx';
import type { ReportRow } from '../../../domain/report/report-document.ts';
import { escapeXml } from '../xml-signs.ts';
import { drawRow, planRow, type Drawing, type PlannedCell } from './row.ts';

/** Of the private use area: no keyboard has it. It stands for a table, or for a line of text in a pattern. */
const MARK = '\uF0C2';
const LINE = new RegExp(`${MARK}\\d+${MARK}`, 'u');

interface PlannedTable {
  /** Planned anew each time: all cells at once would be hundreds of megabytes. */
  readonly planRows: () => Iterable<readonly PlannedCell[]>;
  /** Number of a cell's pattern by its key. */
  readonly patterns: ReadonlyMap<string, number>;
}

/**
 * Rows of one document's tables. The library makes a dozen objects of each cell, two gigabytes of them for 3,000
 * schools. So it draws one cell of each look, and the rows are written after these patterns when the package is
 * finished: the same XML, by a test.
 */
export class DocxRows {
  readonly #tables: PlannedTable[] = [];

  /** What stands in the table until then; `isKept`: the row stays on the page of the next one. */
  add(drawing: Drawing, rows: readonly ReportRow[], isKept: (index: number) => boolean): TableRow[] {
    const planRows = function* () {
      for (const [index, row] of rows.entries()) yield planRow(drawing, row, isKept(index));
    };
    const looks = looksOf(planRows());
    const patterns = new Map([...looks.keys()].map((key, index) => [key, index] as const));
    this.#tables.push({ planRows, patterns });
    return [
      markRow(this.#tables.length),
      ...[...looks.values()].map(({ look, lines }) =>
        drawRow(drawing, [{ look, lines: lines.map((line, at) => (line === '' ? '' : lineMark(at))) }]),
      ),
    ];
  }

  /** The document's XML with all rows in the place of their patterns, in pieces. */
  *mend(xml: string): Iterable<string> {
    let from = 0;
    for (const [index, table] of this.#tables.entries()) {
      const mark = xml.indexOf(tableMark(index + 1), from);
      if (mark < 0) throw new Error(`the library has not written table ${index + 1}`);
      yield xml.slice(from, xml.lastIndexOf('<w:tr>', mark));
      const [patterns, end] = readPatterns(xml, endOfRow(xml, mark), table.patterns.size);
      for (const row of table.planRows()) yield writeRow(row, table, patterns);
      from = end;
    }
    yield xml.slice(from);
  }
}

/** A cell of each look. */
function looksOf(rows: Iterable<readonly PlannedCell[]>): ReadonlyMap<string, PlannedCell> {
  const looks = new Map<string, PlannedCell>();
  for (const row of rows) {
    for (const cell of row) {
      const key = keyOf(cell);
      if (!looks.has(key)) looks.set(key, cell);
    }
  }
  return looks;
}

/** Pieces of XML around the lines of one cell, and what opens and closes its row. */
interface Pattern {
  readonly open: string;
  readonly pieces: readonly string[];
  readonly close: string;
}

function readPatterns(xml: string, start: number, count: number): readonly [readonly Pattern[], number] {
  const patterns: Pattern[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const row = xml.slice(at, endOfRow(xml, at));
    const [cell, close] = [row.indexOf('<w:tc>'), row.lastIndexOf('</w:tr>')];
    patterns.push({
      open: row.slice(0, cell),
      pieces: row.slice(cell, close).split(LINE),
      close: row.slice(close),
    });
    at += row.length;
  }
  return [patterns, at];
}

function writeRow(
  row: readonly PlannedCell[],
  { patterns: numbers }: PlannedTable,
  patterns: readonly Pattern[],
): string {
  const drawn = row.map((cell) => ({ cell, pattern: patterns[numbers.get(keyOf(cell)) ?? -1] }));
  const cells = drawn.map(({ cell, pattern }) => fill(pattern?.pieces ?? [], cell.lines));
  return `${drawn[0]?.pattern?.open ?? ''}${cells.join('')}${drawn[0]?.pattern?.close ?? ''}`;
}

function fill(pieces: readonly string[], lines: readonly string[]): string {
  const texts = lines.filter((line) => line !== '');
  return pieces.map((piece, index) => piece + escapeXml(texts[index] ?? '')).join('');
}

function keyOf({ look, lines }: PlannedCell): string {
  const { from, count = 1, shade = '' } = look;
  const flags = [look.isTitle, look.isBold, look.isItalic, look.isCentred, look.keepNext].map(Number);
  return `${from} ${count} ${shade} ${flags.join('')} ${lines.map((line) => (line === '' ? '_' : 'x')).join('')}`;
}

function markRow(table: number): TableRow {
  return new TableRow({
    children: [new TableCell({ children: [new Paragraph({ children: [new TextRun(tableMark(table))] })] })],
  });
}

function tableMark(table: number): string {
  return `${MARK}table ${table}${MARK}`;
}

function lineMark(line: number): string {
  return `${MARK}${line}${MARK}`;
}

function endOfRow(xml: string, from: number): number {
  return xml.indexOf('</w:tr>', from) + '</w:tr>'.length;
}
