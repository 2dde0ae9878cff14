import { z } from 'zod';
import { closeRange } from '../../sheets-api/model/ranges/boxes.ts';
import type { Sheet, Spreadsheet } from '../../sheets-api/model/types.ts';
import { gridRange, colour, type GridRange } from '../../sheets-api/schema/common.ts';
import type { CellValue, PageChart } from '../wire/book.ts';
import { toHex } from './style.ts';

const source = z.object({ sourceRange: z.object({ sources: z.array(gridRange).min(1) }) });
const chartSchema = z.object({
  spec: z.object({
    title: z.string().default(''),
    basicChart: z.object({
      chartType: z.enum(['BAR', 'COLUMN']),
      domains: z.array(z.object({ domain: source })).min(1),
      series: z.array(
        z.object({ series: source, colorStyle: z.object({ rgbColor: colour }).partial().optional() }),
      ),
    }),
  }),
  position: z.object({
    overlayPosition: z.object({
      anchorCell: z.object({ rowIndex: z.int().default(0), columnIndex: z.int().default(0) }),
      widthPixels: z.int().default(600),
      heightPixels: z.int().default(371),
    }),
  }),
});

const DEFAULT_COLOUR = '#1f4e79';

/** The stacked bars and columns that stand on the sheet, with their figures; other charts are not shown. */
export function describeCharts(book: Spreadsheet, sheet: Sheet): readonly PageChart[] {
  return sheet.charts.flatMap((chart) => {
    const parsed = chartSchema.safeParse(chart);
    if (!parsed.success) return [];
    const { spec, position } = parsed.data;
    const { chartType, domains, series } = spec.basicChart;
    const { anchorCell, widthPixels, heightPixels } = position.overlayPosition;
    const [, ...labels] = valuesIn(book, domains[0]?.domain.sourceRange.sources[0]);
    return [
      {
        title: spec.title,
        kind: chartType === 'BAR' ? 'bar' : 'column',
        row: anchorCell.rowIndex,
        column: anchorCell.columnIndex,
        width: widthPixels,
        height: heightPixels,
        labels: labels.map((label) => String(label ?? '')),
        series: series.map(({ series: own, colorStyle }) => {
          const [title, ...values] = valuesIn(book, own.sourceRange.sources[0]);
          return {
            title: String(title ?? ''),
            colour: toHex(undefined, colorStyle) ?? DEFAULT_COLOUR,
            values: values.map((value) => (typeof value === 'number' ? value : 0)),
          };
        }),
      } satisfies PageChart,
    ];
  });
}

/** The values of the range, row by row; the first one is its title. */
function valuesIn(book: Spreadsheet, range: GridRange | undefined): readonly (CellValue | undefined)[] {
  const sheet = book.sheets.find(({ properties }) => properties.sheetId === (range?.sheetId ?? 0));
  if (!sheet || !range) return [];
  const { startRow, endRow, startColumn } = closeRange(sheet, range);
  return Array.from(
    { length: endRow - startRow },
    (_, row) => sheet.rows[startRow + row]?.[startColumn]?.value,
  );
}
