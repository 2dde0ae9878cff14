import { hash } from 'node:crypto';
import type { RowId } from '../records/worksheet-key.ts';

/** What a person has agreed to lose: the very rows and columns that they were asked about, and no others. */
export interface Consent {
  /** Of the rows, by `digestOfRows`; undefined where no rows were asked about. */
  readonly rows: string | undefined;
  readonly columns: readonly string[];
}

/** Enough to tell any two sets of rows of one worksheet apart, and short enough for the head. */
const DIGEST_LENGTH = 16;

/** The same for the same rows in whatever order, hexadecimal. */
export function digestOfRows(ids: readonly RowId[]): string {
  return digestOf(ids.toSorted().join('\n'));
}

/** The same for the same losses of the same worksheets. */
export function digestOfQuestion(losses: readonly (readonly unknown[])[]): string {
  return digestOf(JSON.stringify(losses));
}

function digestOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, DIGEST_LENGTH);
}
