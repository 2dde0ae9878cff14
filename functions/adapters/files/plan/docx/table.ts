import type { ForeignTable } from '../../../../workbook/layout/layout.ts';
import { FileGrid } from '../grid.ts';
import { FileLimitError, type Spending } from '../limits.ts';
import { showRuns, type ShownText, type TextRun } from '../office/shown-text.ts';

interface Row {
  column: number;
  isHidden: boolean;
  /** By a change that is tracked: whoever accepts it sees no such row. */
  isDeleted: boolean;
}

interface Cell {
  /** Columns that it covers. */
  span: number;
  /** The cell goes on from the one above, or from the one on its left. */
  continues: 'above' | 'left' | undefined;
  isDeleted: boolean;
  runs: TextRun[];
}

/** One table as its tags pass; a merged cell stands in each column and row that it covers. */
export class TableReader {
  readonly name: string;
  readonly isNested: boolean;
  nested = 0;
  heading: readonly string[] = [];
  readonly #grid: FileGrid;
  readonly #spending: Spending;
  readonly #hiddenRows = new Set<number>();
  #height = 0;
  #row: Row | undefined;
  #cell: Cell | undefined;

  constructor(name: string, isNested: boolean, spending: Spending) {
    [this.name, this.isNested, this.#spending] = [name, isNested, spending];
    this.#grid = new FileGrid(spending);
  }

  get isInCell(): boolean {
    return this.#cell !== undefined;
  }

  openRow(): void {
    this.#row = { column: 0, isHidden: false, isDeleted: false };
  }

  markRow(changes: Partial<Pick<Row, 'isHidden' | 'isDeleted'>>): void {
    if (this.#row) Object.assign(this.#row, changes);
  }

  /** Columns that the row leaves free before its first cell. */
  skipColumns(columns: number): void {
    if (this.#row && columns > 0) this.#advance(this.#row, columns);
  }

  closeRow(): void {
    if (this.#row && !this.#row.isDeleted) {
      if (this.#row.isHidden) this.#hiddenRows.add(this.#height);
      this.#height += 1;
      this.#spending.assertRow(this.#height - 1);
    }
    this.#row = undefined;
  }

  openCell(): void {
    this.#cell = { span: 1, continues: undefined, isDeleted: false, runs: [] };
  }

  markCell(changes: Partial<Omit<Cell, 'runs'>>): void {
    if (this.#cell) Object.assign(this.#cell, changes);
  }

  addRun(run: TextRun): void {
    this.#cell?.runs.push(run);
  }

  /** Answers what it shows of its own. */
  closeCell(): readonly TextRun[] {
    const [row, cell] = [this.#row, this.#cell];
    this.#cell = undefined;
    if (!row || !cell || cell.isDeleted) return [];
    const [at, column] = [this.#height, row.column];
    this.#advance(row, Math.max(1, cell.span));
    if (row.isDeleted) return [];
    const { text, struck } = this.#show(cell, at, column);
    this.#grid.put({ text, struck }, at, column);
    if (text !== '') {
      this.#grid.fill(text, { startRow: at, endRow: at + 1, startColumn: column + 1, endColumn: row.column });
    }
    return cell.continues ? [] : cell.runs;
  }

  /** A cell that goes on from another holds nothing that is shown. */
  #show({ continues, runs }: Cell, row: number, column: number): ShownText {
    if (continues === 'above') return { text: this.#grid.at(row - 1, column), struck: '' };
    if (continues === 'left') return { text: this.#grid.at(row, column - 1), struck: '' };
    const { text, struck } = showRuns(runs);
    return { text: text.trim(), struck };
  }

  toTable(): ForeignTable {
    const { name, isNested } = this;
    const rows = this.#grid.toRows();
    while (rows.length < this.#height) rows.push([]);
    return {
      kind: 'table',
      name,
      rows,
      hiddenRows: this.#hiddenRows,
      ...(isNested && { isNested }),
      ...(this.heading.length > 0 && { heading: this.heading }),
      leftOut: this.#grid.leftOut,
    };
  }

  #advance(row: Row, columns: number): void {
    row.column += columns;
    const { columns: limit } = this.#spending.limits;
    if (!(row.column <= limit)) throw new FileLimitError(`в таблице больше ${limit} столбцов`);
  }
}
