import type { Cell, Sheet } from '../../../local/sheets-api/model/types.ts';

/**
 * The simulator's own marks, written as cell notes: they travel with their cells through sort, cut and move as
 * the model has it, and the functions neither read nor write them. So the world knows which row is which and
 * whose column is whose without asking the code under test.
 */
export function rowTag(number: number): string {
  return `row:${number}`;
}

export function columnTag(key: string): string {
  return `col:${key}`;
}

/** The number of the row that a cell belongs to. */
export function rowOfCell(cell: Cell | undefined): number | undefined {
  return cell?.note?.startsWith('row:') ? Number(cell.note.slice(4)) : undefined;
}

export function keyOfHeader(cell: Cell | undefined): string | undefined {
  return cell?.note?.startsWith('col:') ? cell.note.slice(4) : undefined;
}

/** The header is the row that carries most of the columns' marks; -1 where none does. */
export function headerRowOf({ rows }: Sheet): number {
  return rows.findIndex((row) => row?.some((cell) => keyOfHeader(cell) !== undefined));
}

/** Every token that a simulated person types is unique: it can be looked for wherever it may have gone. */
export function token(number: number): string {
  return `знак-${String(number).padStart(5, '0')}`;
}

export function tokensIn(text: string): readonly string[] {
  return text.match(/знак-\d{5}/gu) ?? [];
}
