import type { CellGrid } from '../../../workbook/layout.ts';

/** Every table of the document; a cell merged over several columns stands in each of them. */
export async function parseDocxTables(bytes: Buffer): Promise<readonly CellGrid[]> {
  const [{ default: mammoth }, { parse }] = await Promise.all([
    import('mammoth'),
    import('node-html-parser'),
  ]);
  const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
  return parse(html)
    .querySelectorAll('table')
    .map((table) =>
      table.querySelectorAll('tr').map((row) =>
        row.querySelectorAll('td, th').flatMap((cell) => {
          const span = Math.min(MAX_SPAN, Number(cell.getAttribute('colspan') ?? 1));
          return Array.from({ length: span }, () => cell.structuredText.trim());
        }),
      ),
    );
}

/** Word itself has at most 63 columns. */
const MAX_SPAN = 63;
