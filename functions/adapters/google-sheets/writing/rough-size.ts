import type { LayoutCell } from '../../../workbook/layout/layout.ts';

/** Frame of a cell on the wire, of a cell without anything, of a link. */
const BYTES = { filled: 45, blank: 3, link: 90 } as const;

/** What the values of the cells take on the wire, in bytes, by an estimate; their looks not counted. */
export function roughSize(rows: readonly (readonly Pick<LayoutCell, 'value' | 'link'>[])[]): number {
  let size = 0;
  for (const cells of rows)
    for (const { value, link } of cells) {
      size += value === null ? BYTES.blank : BYTES.filled;
      if (typeof value === 'string') size += 2 * value.length;
      if (link !== undefined) size += BYTES.link;
    }
  return size;
}
