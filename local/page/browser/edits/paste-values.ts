import { ICommandService } from '@univerjs/core';
import type { Grid } from '../grid/univer.ts';

/** The grid's own copies say so: they keep their looks, as in Google Sheets. */
const OWN = 'data-copy-id';

interface Pasted {
  htmlContent?: string;
  textContent?: string;
}

/** What comes from Excel or Word brings its values: the look of the cells stays as it is here. */
export function pasteValues({ injector }: Grid): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== 'sheet.command.paste-by-short-key') return;
    const pasted = params as Pasted;
    if (!pasted.htmlContent || pasted.htmlContent.includes(OWN)) return;
    pasted.htmlContent = plainTable(pasted.htmlContent);
  });
}

/** The first table in it, without anything but its cells and their texts; '' where there is none: the text is pasted. */
function plainTable(html: string): string {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return '';
  const plain = document.createElement('table');
  for (const row of table.rows) {
    const made = plain.insertRow();
    for (const cell of row.cells) {
      const copy = made.insertCell();
      if (cell.colSpan > 1) copy.colSpan = cell.colSpan;
      if (cell.rowSpan > 1) copy.rowSpan = cell.rowSpan;
      copy.append(textOf(cell));
    }
  }
  return plain.outerHTML;
}

/** Lines of a cell become spaces: a cell of a table that is pasted has one line. */
function textOf(cell: HTMLTableCellElement): string {
  for (const line of cell.querySelectorAll('br, p + p')) line.before(' ');
  return (cell.textContent ?? '').replace(/\s+/gu, ' ').trim();
}
