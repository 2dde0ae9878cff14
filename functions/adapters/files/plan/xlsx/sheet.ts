import { columnLetters } from '../../../../workbook/layout/columns.ts';
import type { ForeignTable } from '../../../../workbook/layout/layout.ts';
import { FileGrid } from '../grid.ts';
import { FileLimitError } from '../limits.ts';
import type { OfficePackage } from '../office/package.ts';
import { isOn, type XmlElement } from '../office/xml.ts';
import { textOfCell, type TextSources } from './cell-text.ts';
import { assertOnSheet, parseAddress, parseRange, type CellAddress, type Range } from './ranges.ts';
import { RichText } from './strings.ts';
import { PLAIN_LOOK, type CellLook } from './styles.ts';

export interface SheetContext extends TextSources {
  readonly looks: readonly CellLook[];
}

export interface SheetReference {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/**
 * Reads a sheet as its tags pass; of what it declares for whole columns nothing is unrolled: a merge stands in the
 * rows and columns that hold something. Throws `FileLimitError`.
 */
export async function readSheet(
  file: OfficePackage,
  { name, part, isHidden }: SheetReference,
  context: SheetContext,
): Promise<ForeignTable> {
  const reader = new SheetReader(new FileGrid(file.spending), context);
  await file.read(part, {
    open: (element) => reader.open(element),
    text: (text) => reader.text(text),
    close: (closed) => reader.close(closed),
  });
  return { kind: 'sheet', name, isHidden, ...reader.toTable() };
}

class SheetReader {
  readonly #grid: FileGrid;
  readonly #context: SheetContext;
  readonly #rich = new RichText();
  readonly #merges: Range[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns: Range[] = [];
  #at: CellAddress = { row: -1, column: -1 };
  #cell: { type: string; look: CellLook; value: string } | undefined;
  #isValue = false;

  constructor(grid: FileGrid, context: SheetContext) {
    this.#grid = grid;
    this.#context = context;
  }

  open(element: XmlElement): void {
    const { name, attributes } = element;
    this.#isValue = name === 's:v';
    if (name === 's:row') this.#openRow(attributes);
    else if (name === 's:c') this.#openCell(attributes);
    else if (name === 's:col') this.#openColumns(attributes);
    else if (name === 's:mergeCell') this.#openMerge(attributes['ref'] ?? '');
    else if (this.#cell) this.#rich.open(element);
  }

  text(text: string): void {
    if (!this.#cell) return;
    if (this.#isValue) this.#cell.value += text;
    else this.#rich.text(text);
  }

  close(name: string): void {
    this.#isValue = false;
    if (!this.#cell) return;
    this.#rich.close(name);
    if (name !== 's:c') return;
    const { look, ...raw } = this.#cell;
    const shown = textOfCell({ ...raw, inline: this.#rich.take() }, look, this.#context);
    this.#grid.put(shown, this.#at.row, this.#at.column);
    this.#cell = undefined;
  }

  toTable(): Pick<ForeignTable, 'rows' | 'columnNames' | 'hiddenRows' | 'hiddenColumns' | 'leftOut'> {
    const [height, width] = [this.#grid.height, this.#grid.width];
    for (const { first, last } of this.#merges) {
      this.#grid.fill(this.#grid.at(first.row, first.column), {
        startRow: first.row,
        endRow: Math.min(last.row + 1, height),
        startColumn: first.column,
        endColumn: Math.min(last.column + 1, width),
      });
    }
    const columns = Array.from({ length: width }, (_, index) => index);
    const isHidden = (column: number) =>
      this.#hiddenColumns.some(({ first, last }) => first.column <= column && column <= last.column);
    return {
      rows: this.#grid.toRows(),
      columnNames: columns.map(columnLetters),
      hiddenRows: new Set([...this.#hiddenRows].filter((row) => row < height)),
      hiddenColumns: new Set(columns.filter(isHidden)),
      leftOut: this.#grid.leftOut,
    };
  }

  /** A row or a cell without an address follows the one before it. */
  #openRow({ r, hidden, ht }: XmlElement['attributes']): void {
    this.#at = { row: r === undefined ? this.#at.row + 1 : Number(r) - 1, column: -1 };
    assertOnSheet({ ...this.#at, column: 0 }, `строка ${r ?? this.#at.row + 1}`);
    if (isOn(hidden) || Number(ht ?? 1) === 0) this.#hiddenRows.add(this.#at.row);
  }

  #openCell({ r, t, s }: XmlElement['attributes']): void {
    const next = { row: this.#at.row, column: this.#at.column + 1 };
    this.#at = (r === undefined ? undefined : parseAddress(r)) ?? next;
    this.#cell = { type: t ?? 'n', look: this.#context.looks[Number(s ?? 0)] ?? PLAIN_LOOK, value: '' };
  }

  #openColumns({ min, max, hidden, width }: XmlElement['attributes']): void {
    const [first, last] = [Number(min) - 1, Number(max) - 1];
    for (const column of [first, last]) assertOnSheet({ row: 0, column }, `столбцы ${min}–${max}`);
    if (!isOn(hidden) && Number(width ?? 1) !== 0) return;
    this.#hiddenColumns.push({ first: { row: 0, column: first }, last: { row: 0, column: last } });
  }

  #openMerge(ref: string): void {
    const range = parseRange(ref);
    if (!range) return;
    const { rows, columns } = this.#grid.limits;
    const isWhole =
      range.last.row - range.first.row >= rows && range.last.column - range.first.column >= columns;
    if (isWhole) throw new FileLimitError(`в нём объединён весь лист (${ref})`);
    this.#merges.push(range);
  }
}
