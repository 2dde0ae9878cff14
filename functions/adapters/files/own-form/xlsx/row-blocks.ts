import { parseTags, type FormTag } from '../../../../domain/report/own-form/tags.ts';
import { cellsOf, rowsOf, textInCell } from './open-sheets.ts';
import type { XmlNode } from './xml-tree.ts';

/** Rows that are repeated together, or shown where there is nothing to repeat. */
export interface RowBlock {
  readonly sign: FormTag['sign'];
  readonly name: string;
  /** Numbers of rows, both included. */
  readonly first: number;
  readonly last: number;
}

/** By the number of the first row, the outer before the inner. */
export type RowBlocks = ReadonlyMap<number, readonly RowBlock[]>;

/** Repeats that begin and end in different cells; what begins and ends in one cell repeats its text alone. */
export function findBlocks(tree: XmlNode, strings: readonly string[]): RowBlocks {
  const open: { tag: FormTag; row: number; cell: XmlNode }[] = [];
  const blocks = new Map<number, RowBlock[]>();
  for (const row of rowsOf(tree)) {
    const number = Number(row.attributes['r']);
    for (const cell of cellsOf(row)) {
      for (const tag of tagsOf(textInCell(cell, strings))) {
        if (tag.sign === '#' || tag.sign === '^') open.push({ tag, row: number, cell });
        if (tag.sign !== '/') continue;
        const begun = open.pop();
        if (!begun || begun.cell === cell) continue;
        const { sign, name } = begun.tag;
        // What closes later began earlier, so it stands before.
        const own = { sign, name, first: begun.row, last: number };
        blocks.set(begun.row, [own, ...(blocks.get(begun.row) ?? [])]);
      }
    }
  }
  return blocks;
}

function tagsOf(text: string): readonly FormTag[] {
  return text.includes('{{') ? parseTags({ place: '', path: [], text }).tags : [];
}
