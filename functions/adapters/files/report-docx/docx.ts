import { Document, Packer } from 'docx';
import type { FileChild } from 'docx';
import type { ReportBlock, ReportDocument, ReportPart } from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';
import { tablesOf } from '../../../workbook/report/blocks.ts';
import {
  formatFrame,
  isAnnex,
  nameOf,
  PARTS_OF_LONG,
  titleOfPart,
  type ReportFrame,
} from '../../../workbook/report/paper/requisites.ts';
import { formatFoot, formatHead } from './frame.ts';
import { planSection, roomOf } from './page.ts';
import { formatTable } from './table.ts';
import { annexMark, DOCX_FONT, partTitle, SIZES, TEXT_BLOCKS } from './text.ts';
import { repack } from '../repack.ts';

/** The report as a paper for signing, A4 by GOST R 7.0.97; equal documents give equal bytes. */
export async function formatReportDocx(document: ReportDocument, proof: ReportProof): Promise<Buffer> {
  const frame = formatFrame(document, proof);
  const sections = planRuns(document.parts).map(({ isLandscape, parts }, index) =>
    planSection(
      { isLandscape, isFirst: index === 0, footer: frame.footer },
      formatRun(document, { frame, parts, room: roomOf(isLandscape) }),
    ),
  );
  const file = new Document({
    title: `${nameOf(document)}. ${document.requisites.heading}`,
    creator: document.requisites.institution,
    lastModifiedBy: document.requisites.institution,
    styles: {
      default: { document: { run: { font: DOCX_FONT, size: SIZES.body, language: { value: 'ru-RU' } } } },
    },
    sections,
  });
  return pinDates(await Packer.toBuffer(file), document.date);
}

interface Run {
  readonly isLandscape: boolean;
  readonly parts: readonly ReportPart[];
}

/** Tables lie, and so does all of a short document; a long one has a page of text in front, which stands upright. */
function planRuns(parts: readonly ReportPart[]): readonly Run[] {
  const isUpright = (part: ReportPart) => tablesOf([part]).length === 0;
  if (parts.every(isUpright)) return [{ isLandscape: false, parts }];
  const isLong = parts.length >= PARTS_OF_LONG;
  const lying = isLong ? parts.findIndex((part) => !isUpright(part)) : 0;
  const runs = [
    { isLandscape: false, parts: parts.slice(0, lying) },
    { isLandscape: true, parts: parts.slice(lying) },
  ];
  return runs.filter((run) => run.parts.length > 0);
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
    const isFirstAnnex = index > 0 && part === document.parts.find(isAnnex);
    return [
      ...(index === 0 ? formatHead(frame, { standard, room }) : []),
      ...(isFirstAnnex ? [annexMark(frame.annex)] : []),
      partTitle(titleOfPart(document, index)),
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
    const keepNext = index === shown.length - 1 ? isSigned : isNote(shown[index + 1]);
    if (block.kind === 'text') return [TEXT_BLOCKS[block.style](block.text, keepNext)];
    return block.kind === 'table' ? formatTable(block.table, { room, keepNext }) : [];
  });
}

/** What is said of a table stays with its end. */
function isNote(block: ReportBlock | undefined): boolean {
  return block?.kind === 'text' && block.style === 'note';
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
