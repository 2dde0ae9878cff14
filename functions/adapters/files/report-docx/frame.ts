import {
  AlignmentType,
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  PageReference,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { ReportDocument } from '../../../domain/report/report-document.ts';
import { SIGNATURE_LINE, type ReportFrame } from '../../../workbook/report/paper/requisites.ts';
import { twips } from './page.ts';
import { paragraph, runsOf, SIZES } from './text.ts';

/** Millimetres that the requisites in the corner may take: the editions of the standard differ here. */
const CORNER_WIDTHS: Readonly<Record<ReportDocument['requisites']['standard'], number>> = {
  'ГОСТ Р 7.0.97-2016': 75,
  'ГОСТ Р 7.0.97-2025': 80,
};
const ADDRESSEE_WIDTH = 80;

interface FrameOptions {
  readonly standard: ReportDocument['requisites']['standard'];
  /** Millimetres between the margins. */
  readonly room: number;
}

/** The requisites above the parts: the corner, the addressee beside it, kind and heading below. */
export function formatHead(frame: ReportFrame, { standard, room }: FrameOptions): (Paragraph | Table)[] {
  const corner = CORNER_WIDTHS[standard];
  const centred = { alignment: AlignmentType.CENTER };
  return [
    sideBySide([
      { width: corner, lines: frame.corner, alignment: AlignmentType.CENTER },
      { width: room - corner - ADDRESSEE_WIDTH, lines: [''] },
      { width: ADDRESSEE_WIDTH, lines: [frame.addressee] },
    ]),
    paragraph(frame.documentKind, { ...centred, spacing: { before: 160 } }, { bold: true, size: 28 }),
    paragraph(frame.heading, { ...centred, spacing: { after: 60 } }, { bold: true }),
  ];
}

/** What is sent with it, the signature, and who made the paper and by what it is proved: on its last page from the left margin. */
export function formatFoot(frame: ReportFrame, { room }: Pick<FrameOptions, 'room'>): (Paragraph | Table)[] {
  const { position, name } = frame.signer;
  const side = (room - 60) / 2;
  return [
    ...(frame.annexes === '' ? [] : [annexNote(frame.annexes)]),
    paragraph('', { keepNext: true }, { size: SIZES.fine }),
    sideBySide([
      { width: side, lines: [position] },
      { width: 60, lines: [SIGNATURE_LINE], alignment: AlignmentType.CENTER },
      { width: side, lines: [name === '' ? SIGNATURE_LINE : name], alignment: AlignmentType.RIGHT },
    ]),
    paragraph(
      [frame.executor, frame.proof].filter(Boolean).join('\n'),
      { spacing: { before: 120 } },
      { size: SIZES.fine },
    ),
  ];
}

/** Annexes are counted by themselves, so their last page bears the number of their sheets. */
const LAST_OF_ANNEXES = 'last_of_annexes';

/** Requisite 20: «Приложение: расшифровка на 3 л. в 1 экз.» */
function annexNote(annexes: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 120 },
    children: [
      ...runsOf(`Приложение: ${annexes} на\u00a0`),
      new PageReference(LAST_OF_ANNEXES),
      ...runsOf('\u00a0л. в 1 экз.'),
    ],
  });
}

/** Stands last of all annexes. */
export function lastOfAnnexes(): Paragraph {
  // By itself a bookmark is numbered on over all documents of the process: equal reports would not be equal bytes.
  const ends = { start: new BookmarkStart(LAST_OF_ANNEXES, 1), end: new BookmarkEnd(1) };
  const bookmark = Object.assign(new Bookmark({ id: LAST_OF_ANNEXES, children: [] }), ends);
  return new Paragraph({ children: [bookmark] });
}

interface Column {
  /** Millimetres. */
  readonly width: number;
  readonly lines: readonly string[];
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** Texts beside each other: a table that shows no lines. */
function sideBySide(columns: readonly Column[]): Table {
  const widths = columns.map(({ width }) => twips(width));
  const cells = columns.map(
    ({ lines, alignment }, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        children: lines.map((line) => paragraph(line, { keepNext: true, ...(alignment && { alignment }) })),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}
