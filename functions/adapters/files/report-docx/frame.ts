import {
  AlignmentType,
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type Paragraph,
} from 'docx';
import type { ReportDocument } from '../../../domain/report/report-document.ts';
import { SIGNATURE_LINE, type ReportFrame } from '../../../workbook/report/paper/requisites.ts';
import { twips } from './page.ts';
import { paragraph, SIZES } from './text.ts';

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
    paragraph('', {}),
    paragraph(frame.documentKind, centred, { bold: true, size: 28 }),
    paragraph(frame.heading, centred, { bold: true }),
    paragraph(frame.asOf, { ...centred, spacing: { before: 80, after: 120 } }),
  ];
}

/** The signature and who made the paper. */
export function formatFoot(frame: ReportFrame, { room }: Pick<FrameOptions, 'room'>): (Paragraph | Table)[] {
  const { position, name } = frame.signer;
  const side = (room - 60) / 2;
  return [
    paragraph('', { keepNext: true, spacing: { before: 240 } }),
    sideBySide([
      { width: side, lines: [position] },
      { width: 60, lines: [SIGNATURE_LINE], alignment: AlignmentType.CENTER },
      { width: side, lines: [name === '' ? SIGNATURE_LINE : name], alignment: AlignmentType.RIGHT },
    ]),
    ...(frame.executor === ''
      ? []
      : [paragraph(frame.executor, { spacing: { before: 240 } }, { size: SIZES.small })]),
  ];
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
