import type { HeatCell, Overview } from '../../../domain/overview/overview.ts';
import type { FindPlace } from '../control-sheet.ts';
import type { LayoutCell, LayoutRow } from '../../layout/layout.ts';
import { HEAD, HEADING, lineOfText, MUTED_TEXT, NAME, rowOf, styled } from './grid.ts';
import { describeSigns, drawHeatCell } from './heat-signs.ts';
import { formatHidden } from './overview-texts.ts';
import { linkToRow } from '../../layout/row-link.ts';

/** More schools are set closer, or the printed page would be shrunk until nobody can read it. */
const CROWDED = 14;
const EASY_HEIGHT = 22;
/** One line of the letters of a sign. */
const LOW_HEIGHT = 17;

/** Schools × measures; each cell leads to the row that it speaks of. */
export function drawHeatMap(overview: Overview, findPlace: FindPlace): readonly LayoutRow[] {
  const { measures, rows } = overview.grid;
  const height = rows.length > CROWDED ? LOW_HEIGHT : EASY_HEIGHT;
  const head = [styled('Школа', HEAD), ...measures.map((number) => styled(number, HEAD))];
  const body = rows.map(({ name, cells }) =>
    rowOf([[0, [styled(name, NAME), ...cells.map((cell) => heatCell(cell, findPlace))]]], height),
  );
  const legend = rows.length === 0 ? 'Учитываемых школ нет.' : `${describeSigns()}${formatHidden(overview)}`;
  return [
    lineOfText('Школы и мероприятия (клетка ведёт к своей строке)', HEADING, 22),
    rowOf([[0, head]], 22),
    ...body,
    // Not joined: where it ends depends on how many schools there are. It flows over the empty cells beside it.
    ...wrapLegend(legend).map((text) => lineOfText(text, { ...MUTED_TEXT, wrap: false, size: 9 }, 18)),
  ];
}

function heatCell(cell: HeatCell | null, findPlace: FindPlace): LayoutCell {
  const drawn = drawHeatCell(cell);
  const place = cell && findPlace(cell.place.worksheet, cell.place.rowId);
  return { ...drawn, ...(place && { link: linkToRow(place) }) };
}

const LEGEND_LINE = 190;

function wrapLegend(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LEGEND_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
