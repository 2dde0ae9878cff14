import { ROOM, type Overview } from '../../../domain/overview/overview.ts';
import type { FindPlace } from '../control-sheet.ts';
import type { LayoutRow, SheetLayout } from '../../layout/layout.ts';
import { TAB_COLOURS } from '../../layout/palette.ts';
import { layoutServerSheet } from '../server-layout.ts';
import { SERVER_SHEETS } from '../server-sheets.ts';
import { layBlock, LINE_HEIGHT, LOW_LINE_HEIGHT } from './blocks.ts';
import { burningMerges, burningPieces } from './burning-table.ts';
import { drawCards } from './cards.ts';
import { COLUMN_WIDTHS, joined, lineOfText, MUTED_TEXT, TITLE } from './grid.ts';
import { drawHeatMap } from './heat-map.ts';
import { describeOverview, formatTitle } from './overview-texts.ts';
import { agePieces, sectionPieces, whoseMerges, whosePieces } from './tables.ts';
import { planCharts, trendPieces } from './trends.ts';

/**
 * «Обзор»: the head's page. All but the heat map stands on the same cells whatever it says, so that merges and charts
 * are made once and a run only fills the cells anew. Undefined before the first run.
 */
export function layoutOverview(overview: Overview | undefined, findPlace: FindPlace): SheetLayout {
  const top = topRows(overview);
  const first = layBlock([burningPieces(overview, findPlace), whosePieces(overview), agePieces(overview)], {
    lines: ROOM.lines,
    lineHeight: LINE_HEIGHT,
  });
  const second = layBlock([sectionPieces(overview), ...trendPieces(overview)], {
    lineHeight: LOW_LINE_HEIGHT,
  });
  const firstRow = top.rows.length;
  const secondRow = firstRow + first.rows.length;
  return layoutServerSheet({
    title: SERVER_SHEETS.overview.title,
    tabColour: TAB_COLOURS.look,
    columnWidths: COLUMN_WIDTHS,
    rows: [...top.rows, ...first.rows, ...second.rows, ...(overview ? drawHeatMap(overview, findPlace) : [])],
    merges: [...top.merges, ...burningMerges(firstRow), ...whoseMerges(firstRow)],
    charts: planCharts(secondRow, second.height),
    spareRows: 3,
    isOnePage: true,
  });
}

function topRows(
  overview: Overview | undefined,
): Pick<SheetLayout, 'merges'> & { readonly rows: LayoutRow[] } {
  const cards = drawCards(overview, 2);
  return {
    rows: [
      lineOfText(
        overview ? formatTitle(overview) : 'Обзор: появится после первой проверки сроков',
        TITLE,
        30,
      ),
      lineOfText(overview ? describeOverview(overview) : null, MUTED_TEXT, 36),
      ...cards.rows,
    ],
    merges: [joined(0), joined(1), ...cards.merges],
  };
}
