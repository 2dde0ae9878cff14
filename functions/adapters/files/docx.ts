import { Document, Packer } from 'docx';
import type { FileChild } from 'docx';
import type {
  ColumnKind,
  ReportDocument,
  ReportPart,
  ReportTable,
} from '../../domain/report/report-document.ts';
import type { ReportProof } from '../../domain/report/report-proof.ts';
import { tablesOf } from '../../workbook/report-blocks.ts';
import {
  formatFrame,
  isAnnex,
  nameOf,
  PARTS_OF_LONG,
  titleOfPart,
  type ReportFrame,
} from '../../workbook/report-requisites.ts';
import { formatFoot, formatHead } from './docx-frame.ts';
import { planSection, roomOf } from './docx-page.ts';
import { formatTable } from './docx-table.ts';
import { FONT, partTitle, SIZES, TEXT_BLOCKS } from './docx-text.ts';
import { repack } from './repack.ts';

/** The report as a paper for signing, A4 by GOST R 7.0.97; equal documents give equal bytes. */
export async function formatReportDocx(document: ReportDocument, proof: ReportProof): Promise<Buffer> {
  const frame = formatFrame(document, proof);
  const sections = planRuns(document.parts).map(({ isLandscape, parts }, index) =>
    planSection(
      { isLandscape, isFirst: index === 0, footer: frame.proof },
      formatRun(document, { frame, parts, room: roomOf(isLandscape) }),
    ),
  );
  const file = new Document({
    title: `${nameOf(document)}. ${document.requisites.heading}`,
    creator: document.requisites.institution,
    lastModifiedBy: document.requisites.institution,
    styles: {
      default: { document: { run: { font: FONT, size: SIZES.body, language: { value: 'ru-RU' } } } },
    },
    sections,
  });
  return pinDates(await Packer.toBuffer(file), document.date);
}

interface Run {
  readonly isLandscape: boolean;
  readonly parts: readonly ReportPart[];
}

/** Parts that follow each other on pages of one orientation. */
function planRuns(parts: readonly ReportPart[]): readonly Run[] {
  const widest = parts.map((part) => tablesOf([part]).some((table) => !fitsPortrait(table)));
  const runs: { isLandscape: boolean; parts: ReportPart[] }[] = [];
  parts.forEach((part, index) => {
    const last = runs.at(-1);
    const hasTables = tablesOf([part]).length > 0;
    const first = parts.length < PARTS_OF_LONG && widest.includes(true);
    const isLandscape = hasTables ? widest[index] === true : (last?.isLandscape ?? first);
    if (last?.isLandscape === isLandscape) last.parts.push(part);
    else runs.push({ isLandscape, parts: [part] });
  });
  return runs;
}

/** Millimetres without which a column of the kind breaks its words. */
const NEEDS: Readonly<Record<ColumnKind, number>> = {
  text: 14,
  count: 15,
  percent: 15,
  date: 22,
  state: 27,
  days: 15,
};
const MOST_COLUMNS_UPRIGHT = 7;

function fitsPortrait({ columns, rows }: ReportTable): boolean {
  if (rows.length === 0) return true;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const scale = roomOf(false) / total;
  return (
    columns.length <= MOST_COLUMNS_UPRIGHT && columns.every(({ kind, width }) => width * scale >= NEEDS[kind])
  );
}

interface RunContext {
  readonly frame: ReportFrame;
  readonly parts: readonly ReportPart[];
  readonly room: number;
}

function formatRun(document: ReportDocument, { frame, parts, room }: RunContext): FileChild[] {
  const { standard } = document.requisites;
  const lastSigned = document.parts.findLast((part) => !isAnnex(part));
  return parts.flatMap((part) => {
    const index = document.parts.indexOf(part);
    return [
      ...(index === 0 ? formatHead(frame, { standard, room }) : []),
      partTitle(titleOfPart(document, index), index > 0 && isAnnex(part)),
      ...formatBlocks(part, { room, isSigned: part === lastSigned }),
      ...(part === lastSigned ? formatFoot(frame, { room }) : []),
    ];
  });
}

/** Charts are drawn by the spreadsheet alone; their figures stand in the tables. */
function formatBlocks(
  { blocks }: ReportPart,
  { room, isSigned }: { room: number; isSigned: boolean },
): FileChild[] {
  const shown = blocks.filter(({ kind }) => kind !== 'chart');
  return shown.flatMap((block, index): FileChild[] => {
    const keepNext = isSigned && index === shown.length - 1;
    if (block.kind === 'text') return [TEXT_BLOCKS[block.style](block.text, keepNext)];
    return block.kind === 'table' ? formatTable(block.table, { room, keepNext }) : [];
  });
}

/** The package writes the time of the run into the properties of the file. */
function pinDates(bytes: Buffer, date: string): Promise<Buffer> {
  const moment = `${date}T00:00:00Z`;
  return repack(bytes, new Date(moment), async (name, entry) => {
    if (name !== 'docProps/core.xml') return undefined;
    const xml = await entry.async('text');
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`);
  });
}
