import type { LeftOut } from '../../../workbook/layout/layout.ts';
import type { ShownText } from './office/shown-text.ts';
import type { PlanLimits, Spending } from './limits.ts';

/** Half-open, zero-based. */
interface Block {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** The cells of one table as they are found, in any order; what stands nowhere is blank. */
export class FileGrid {
  readonly leftOut: LeftOut[] = [];
  readonly #rows: (string | undefined)[][] = [];
  readonly #spending: Spending;

  constructor(spending: Spending) {
    this.#spending = spending;
  }

  get limits(): PlanLimits {
    return this.#spending.limits;
  }

  get height(): number {
    return this.#rows.length;
  }

  get width(): number {
    return this.#rows.reduce((most, row) => Math.max(most, row.length), 0);
  }

  at(row: number, column: number): string {
    return this.#rows[row]?.[column] ?? '';
  }

  /** What is struck out is kept apart, with its place; a blank text takes no place. Throws `FileLimitError`. */
  put({ text, struck }: ShownText, row: number, column: number): void {
    if (struck !== '') this.#leaveOut({ why: 'struck_out', row, column, text: struck });
    if (text.trim() === '') return;
    this.#spending.assertRow(row);
    if (column >= this.#spending.limits.columns) {
      this.#leaveOut({ why: 'too_far_right', row, column, text });
      return;
    }
    this.#write(text, row, column);
  }

  /** One text in every cell of the block. Throws `FileLimitError`. */
  fill(text: string, { startRow, endRow, startColumn, endColumn }: Block): void {
    for (let row = startRow; row < endRow; row++) {
      for (let column = startColumn; column < endColumn; column++) this.#write(text, row, column);
    }
  }

  /** The rows from the first one on, each as long as its last filled cell. */
  toRows(): string[][] {
    return Array.from(this.#rows, (row) => Array.from(row ?? [], (text) => text ?? ''));
  }

  #write(text: string, row: number, column: number): void {
    this.#spending.spendText(text);
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    cells[column] = text;
  }

  #leaveOut(part: LeftOut): void {
    this.#spending.spendText(part.text);
    this.leftOut.push(part);
  }
}
