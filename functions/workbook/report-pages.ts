import type { ReportBlock, ReportDocument, ReportTable } from '../domain/report/report-document.ts';
import type { ReportProof } from '../domain/report/report-proof.ts';
import type { SheetLayout } from './layout.ts';
import { drawBlock, startDrawing, type Drawn } from './report-blocks.ts';
import { lineOf, mergesOf } from './report-draft.ts';
import { footRows, headRows } from './report-frame-rows.ts';
import { planGrid, type Grid } from './report-grid.ts';
import { finishRows, linkToRows, PART_TITLE, REPORT_TAB_COLOUR } from './report-layout.ts';
import {
  formatFrame,
  isAnnex,
  nameOf,
  PARTS_OF_LONG,
  titleOfPart,
  type ReportFrame,
} from './report-requisites.ts';
import { layoutServerSheet } from './server-layout.ts';

export interface ReportPage {
  /** By which links of the other pages name this one. */
  readonly sheetId: number;
  readonly layout: SheetLayout;
}

/** A table with more rows than this gets a sheet of its own, for only one head a sheet is repeated in print. */
const SHORT_TABLE = 15;
/** A head this far down would leave no room below it when it is frozen. */
const MAX_FROZEN = 8;

type SheetBlock = ReportBlock | { readonly kind: 'title'; readonly text: string };

interface Sheet {
  readonly title: string;
  readonly blocks: readonly SheetBlock[];
  readonly isFirst: boolean;
  readonly isSigned: boolean;
}

/** The report as the sheets of a file, made to be printed: the head of a table stands on each of its pages. */
export function layoutReportPages(document: ReportDocument, proof: ReportProof): readonly ReportPage[] {
  // A file must have the same bytes before and after the paper is signed.
  const frame = { ...formatFrame(document, proof), state: '' };
  const pages = planSheets(document).map((sheet, index) => ({
    sheet,
    sheetId: index + 1,
    grid: planGrid(tablesAmong(sheet.blocks), { minColumns: 0, hasFrame: sheet.isFirst || sheet.isSigned }),
    drawn: startDrawing(),
  }));
  for (const { sheet, grid, drawn } of pages) drawSheet(drawn, sheet, { grid, frame });
  const annex = pages.find(({ drawn }) => drawn.firstRows.has('details'));
  const linkToDetails = linkToRows({
    sheetId: annex?.sheetId ?? 0,
    firstRow: annex?.drawn.firstRows.get('details'),
    columns: annex?.grid.widths.length ?? 1,
  });
  return pages.map(({ sheet, sheetId, grid, drawn }) => ({
    sheetId,
    layout: layoutPage(drawn, {
      sheet,
      grid,
      rows: finishRows(drawn, linkToDetails),
      footer: nameOf(document),
    }),
  }));
}

function tablesAmong(blocks: readonly SheetBlock[]): readonly ReportTable[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

function planSheets(document: ReportDocument): readonly Sheet[] {
  const { parts, requisites } = document;
  const own = parts.map((part, index): readonly SheetBlock[] => [
    { kind: 'title', text: titleOfPart(document, index) },
    ...part.blocks,
  ]);
  const signed = own.filter((_blocks, index) => !isAnnexAt(parts, index));
  const isShort = parts.length < PARTS_OF_LONG;
  const groups = (isShort ? [signed.flat()] : signed).flatMap(groupBlocks);
  const annexes = own.filter((_blocks, index) => isAnnexAt(parts, index)).flatMap(groupBlocks);
  return [...groups, ...annexes].map((blocks, index) => ({
    title: index === 0 && isShort ? requisites.documentKind : titleOfSheet(blocks),
    blocks,
    isFirst: index === 0,
    isSigned: index === groups.length - 1,
  }));
}

function isAnnexAt(parts: ReportDocument['parts'], index: number): boolean {
  const part = parts[index];
  return part !== undefined && isAnnex(part);
}

/** Blocks that stand on one sheet; what stands between two tables goes with the second. */
function groupBlocks(blocks: readonly SheetBlock[]): readonly (readonly SheetBlock[])[] {
  const isLong = (block: SheetBlock) => block.kind === 'table' && block.table.rows.length > SHORT_TABLE;
  const groups: SheetBlock[][] = [[]];
  let waiting: SheetBlock[] = [];
  for (const block of blocks) {
    waiting.push(block);
    if (block.kind !== 'table') continue;
    const last = groups.at(-1) ?? [];
    const hasTable = last.some(({ kind }) => kind === 'table');
    if (hasTable && (isLong(block) || last.some(isLong))) groups.push(waiting);
    else last.push(...waiting);
    waiting = [];
  }
  groups.at(-1)?.push(...waiting);
  return groups;
}

function titleOfSheet(blocks: readonly SheetBlock[]): string {
  const titles = blocks.flatMap((block) => {
    if (block.kind === 'title') return [block.text];
    return block.kind === 'table' ? [block.table.title] : [];
  });
  return titles.find((title) => title !== '') ?? '';
}

function drawSheet(
  drawn: Drawn,
  { blocks, isFirst, isSigned }: Sheet,
  { grid, frame }: { readonly grid: Grid; readonly frame: ReportFrame },
): void {
  const { rows } = drawn;
  if (isFirst) rows.push(...headRows(grid.widths, frame));
  const context = { grid, linkToSource: () => undefined, tables: new Map(), withCharts: false };
  for (const block of blocks) {
    if (block.kind !== 'title') {
      drawBlock(drawn, block, context);
      continue;
    }
    if (rows.at(-1)?.cells.some(({ value }) => value !== null)) rows.push({ cells: [] });
    rows.push(lineOf(grid.widths, block.text, PART_TITLE));
  }
  if (isSigned) rows.push(...footRows(grid.widths, frame));
}

function layoutPage(
  drawn: Drawn,
  {
    sheet,
    grid,
    rows,
    footer,
  }: {
    readonly sheet: Sheet;
    readonly grid: Grid;
    readonly rows: SheetLayout['rows'];
    readonly footer: string;
  },
): SheetLayout {
  const [header] = drawn.headers;
  const layout = layoutServerSheet({
    title: sheet.title,
    ...(sheet.isFirst && { tabColour: REPORT_TAB_COLOUR }),
    columnWidths: grid.widths,
    rows,
    merges: mergesOf(drawn.rows),
    conditionalRules: drawn.rules,
    frozenRows: header && header.end <= MAX_FROZEN ? header.end : 0,
  });
  const isAlone = drawn.headers.length === 1;
  const repeat =
    header && isAlone
      ? { repeatRows: header.end - header.start, repeatFrom: header.start }
      : { repeatRows: 0 };
  return { ...layout, print: { landscape: true, pagesWide: 1, ...repeat, footer } };
}
