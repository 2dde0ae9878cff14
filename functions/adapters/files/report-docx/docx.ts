import { Document, Packer } from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import type { ReportBlock, ReportDocument, ReportPart } from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';
import { tablesOf } from '../../../workbook/report/blocks.ts';
import {
  annexesOnPaper,
  formatFrame,
  isAnnex,
  nameOf,
  titleOfPart,
  type ReportFrame,
} from '../../../workbook/report/paper/requisites.ts';
import { formatFoot, formatHead, lastOfAnnexes } from './frame.ts';
import { planSection, roomOf } from './page.ts';
import { formatTable } from './table.ts';
import { annexMark, DOCX_FONT, partTitle, SIZES, TEXT_BLOCKS } from './text.ts';
import { repack } from '../repack.ts';

/** The report as a paper for signing, A4 by GOST R 7.0.97; equal documents give equal bytes. */
export async function formatReportDocx(document: ReportDocument, proof: ReportProof): Promise<Buffer> {
  const frame = formatFrame(document, proof);
  const file = new Document({
    title: `${nameOf(document)}. ${document.requisites.heading}`,
    creator: document.requisites.institution,
    lastModifiedBy: document.requisites.institution,
    styles: {
      default: { document: { run: { font: DOCX_FONT, size: SIZES.body, language: { value: 'ru-RU' } } } },
    },
    sections: [
      signedSection(document, frame),
      ...annexesOnPaper(document).map(({ parts }, index, all) =>
        annexSection(document, {
          parts,
          frame,
          mark: all.length > 1 ? `Приложение ${index + 1}` : 'Приложение',
          isFirst: index === 0,
          isLast: index === all.length - 1,
        }),
      ),
    ],
  });
  return pinDates(await Packer.toBuffer(file), document.date);
}

/** A card has one narrow table, and all of it is to stand on one page. */
const UPRIGHT: ReadonlySet<ReportDocument['form']> = new Set(['school_card']);

/** Tables lie; a paper without any stands upright. */
function isLying({ form }: ReportDocument, parts: readonly ReportPart[]): boolean {
  return tablesOf(parts).length > 0 && !UPRIGHT.has(form);
}

function signedSection(document: ReportDocument, frame: ReportFrame): ISectionOptions {
  const parts = document.parts.filter((part) => !isAnnex(part));
  const isLandscape = isLying(document, parts);
  const room = roomOf(isLandscape);
  const last = parts.at(-1);
  return planSection({ isLandscape, isFirst: true }, [
    ...formatHead(frame, { standard: document.requisites.standard, room }),
    ...parts.flatMap((part) => [
      partTitle(titleOfPart(document, document.parts.indexOf(part))),
      ...formatBlocks(part, { room, isSigned: part === last }),
    ]),
    ...formatFoot(frame, { room }),
  ]);
}

interface AnnexPages {
  readonly parts: readonly ReportPart[];
  readonly frame: ReportFrame;
  readonly mark: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function annexSection(
  document: ReportDocument,
  { parts, frame, mark, isFirst, isLast }: AnnexPages,
): ISectionOptions {
  const isLandscape = isLying(document, parts);
  const room = roomOf(isLandscape);
  return planSection({ isLandscape, isFirst }, [
    annexMark(`${mark}\n${frame.annexOf}`, room),
    ...parts.flatMap((part) => [
      partTitle(titleOfPart(document, document.parts.indexOf(part))),
      ...formatBlocks(part, { room, isSigned: false }),
    ]),
    ...(isLast ? [lastOfAnnexes()] : []),
  ]);
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
