import { Document, Packer } from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import type {
  ReportBlock,
  ReportDocument,
  ReportPart,
  ReportTable,
} from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';
import { tablesOf } from '../../../workbook/report/blocks.ts';
import { figuresOfChart } from '../../../domain/report/tables/chart-figures.ts';
import {
  annexesOnPaper,
  formatFrame,
  isAnnex,
  nameOf,
  titleOfPart,
  type ReportFrame,
} from '../../../workbook/report/paper/requisites.ts';
import { DocxCharts } from './charts.ts';
import { formatFoot, formatHead, lastOfAnnexes } from './frame.ts';
import { planSection, roomOf } from './page.ts';
import { DocxRows } from './rows.ts';
import { formatTable } from './table.ts';
import { annexMark, DOCX_FONT, partTitle, SIZES, TEXT_BLOCKS } from './text.ts';
import { repack } from '../repack.ts';
import { toXmlSigns } from '../xml-signs.ts';

/** The report as a paper for signing, A4 by GOST R 7.0.97; equal documents give equal bytes. */
export async function formatReportDocx(document: ReportDocument, proof: ReportProof): Promise<Buffer> {
  const frame = formatFrame(document, proof);
  const drawing = { charts: new DocxCharts(), rows: new DocxRows() };
  const tables = new Map(tablesOf(document.parts).map((table) => [table.key, table] as const));
  const file = new Document({
    title: `${nameOf(document)}. ${document.requisites.heading}`,
    creator: document.requisites.institution,
    lastModifiedBy: document.requisites.institution,
    styles: {
      default: { document: { run: { font: DOCX_FONT, size: SIZES.body, language: { value: 'ru-RU' } } } },
    },
    sections: [
      signedSection(document, frame, { ...drawing, tables }),
      ...annexesOnPaper(document).map(({ parts }, index, all) =>
        annexSection(document, {
          parts,
          frame,
          ...drawing,
          tables,
          mark: all.length > 1 ? `Приложение ${index + 1}` : 'Приложение',
          isFirst: index === 0,
          isLast: index === all.length - 1,
        }),
      ),
    ],
  });
  return finish(await Packer.toBuffer(file), document.date, drawing);
}

/** A card has one narrow table, and all of it is to stand on one page. */
const UPRIGHT: ReadonlySet<ReportDocument['form']> = new Set(['school_card']);

/** Tables lie; a paper without any stands upright. */
function isLying({ form }: ReportDocument, parts: readonly ReportPart[]): boolean {
  return tablesOf(parts).length > 0 && !UPRIGHT.has(form);
}

function signedSection(document: ReportDocument, frame: ReportFrame, drawing: ChartPlace): ISectionOptions {
  const parts = document.parts.filter((part) => !isAnnex(part));
  const isLandscape = isLying(document, parts);
  const room = roomOf(isLandscape);
  const last = parts.at(-1);
  return planSection({ isLandscape, isFirst: true }, [
    ...formatHead(frame, { standard: document.requisites.standard, room }),
    ...parts.flatMap((part) => [
      partTitle(titleOfPart(document, document.parts.indexOf(part))),
      ...formatBlocks(part, { room, isSigned: part === last, ...drawing }),
    ]),
    ...formatFoot(frame, { room }),
  ]);
}

/** What the library does not draw by itself. */
interface Drawn {
  readonly charts: DocxCharts;
  readonly rows: DocxRows;
}

/** Where charts and rows are drawn, and whose figures. */
interface ChartPlace extends Drawn {
  readonly tables: ReadonlyMap<string, ReportTable>;
}

interface AnnexPages extends ChartPlace {
  readonly parts: readonly ReportPart[];
  readonly frame: ReportFrame;
  readonly mark: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function annexSection(
  document: ReportDocument,
  { parts, frame, mark, isFirst, isLast, ...drawing }: AnnexPages,
): ISectionOptions {
  const isLandscape = isLying(document, parts);
  const room = roomOf(isLandscape);
  return planSection({ isLandscape, isFirst }, [
    annexMark(`${mark}\n${frame.annexOf}`, room),
    ...parts.flatMap((part) => [
      partTitle(titleOfPart(document, document.parts.indexOf(part))),
      ...formatBlocks(part, { room, isSigned: false, ...drawing }),
    ]),
    ...(isLast ? [lastOfAnnexes()] : []),
  ]);
}

interface BlockPlace extends ChartPlace {
  /** Millimetres between the margins. */
  readonly room: number;
  readonly isSigned: boolean;
}

function formatBlocks(
  { blocks }: ReportPart,
  { room, isSigned, charts, tables, rows }: BlockPlace,
): FileChild[] {
  return blocks.flatMap((block, index): FileChild[] => {
    const keepNext = index === blocks.length - 1 ? isSigned : isNote(blocks[index + 1]);
    if (block.kind === 'chart') {
      const figures = figuresOfChart(block.chart, tables.get(block.chart.tableKey));
      return figures ? [charts.add(figures, room)] : [];
    }
    if (block.kind === 'text') return [TEXT_BLOCKS[block.style](block.text, keepNext)];
    return formatTable(block.table, { room, keepNext, rows });
  });
}

/** What is said of a table stays with its end. */
function isNote(block: ReportBlock | undefined): boolean {
  return block?.kind === 'text' && block.style === 'note';
}

/** The package writes the time of the run into the properties of the file, and no charts. */
function finish(bytes: Buffer, date: string, { charts, rows }: Drawn): Promise<Buffer> {
  const moment = `${date}T00:00:00Z`;
  return repack(
    bytes,
    new Date(moment),
    async (name, entry) => {
      if (/\.(?:xml|rels)$/u.test(name) && name !== 'docProps/core.xml') {
        const xml = await entry.async('text');
        const drawn = charts.mend(name, xml);
        return name === 'word/document.xml' ? rows.mend(toXmlSigns(drawn ?? xml)) : drawn;
      }
      if (name !== 'docProps/core.xml') return undefined;
      const xml = await entry.async('text');
      return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`);
    },
    () => charts.parts(),
  );
}
