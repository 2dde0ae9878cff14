import type { CellStyle } from '../../layout/layout.ts';
import { PALETTE } from '../../layout/palette.ts';
import { lineOf, textRow, type DrawnRow, type Piece } from '../drawn-row.ts';
import { FRAME_EDGES, PAGE_MILLIMETRES } from '../grid.ts';
import { SIGNATURE_LINE, type ReportFrame } from './requisites.ts';

const PLAIN: CellStyle = { wrap: true, verticalAlign: 'top' };
const CENTRED: CellStyle = { align: 'center' };
const SMALL: CellStyle = { size: 8, colour: PALETTE.muted };

type Widths = readonly number[];

/** The requisites above the parts. */
export function headRows(widths: Widths, frame: ReportFrame): readonly DrawnRow[] {
  return [
    split(widths, [frame.corner.join('\n'), '', frame.addressee]),
    lineOf(widths, ''),
    lineOf(widths, frame.documentKind, { ...CENTRED, bold: true, size: 14 }),
    lineOf(widths, frame.heading, { ...CENTRED, bold: true, size: 11 }),
    ...(frame.state === '' ? [] : [lineOf(widths, frame.state, { ...CENTRED, bold: true })]),
    lineOf(widths, ''),
  ];
}

/** The signature, who made the paper, and by what it is proved. */
export function footRows(widths: Widths, frame: ReportFrame): readonly DrawnRow[] {
  const { position, name } = frame.signer;
  return [
    lineOf(widths, ''),
    ...(frame.annexes === ''
      ? []
      : [lineOf(widths, `Приложение: ${frame.annexes}, в 1 экз.`), lineOf(widths, '')]),
    split(widths, [position, SIGNATURE_LINE, name === '' ? SIGNATURE_LINE : name]),
    lineOf(widths, ''),
    ...(frame.executor === '' ? [] : [lineOf(widths, frame.executor, { size: 8 })]),
    ...(frame.proof === '' ? [] : [lineOf(widths, frame.proof, SMALL)]),
  ];
}

/** Three texts beside each other. */
function split(widths: Widths, [left, middle, right]: readonly [string, string, string]): DrawnRow {
  const [first, second] = FRAME_EDGES.map((edge) => columnAt(widths, edge / PAGE_MILLIMETRES));
  const pieces: Piece[] = [
    { from: 0, to: first ?? 1, text: left, style: PLAIN },
    { from: first ?? 1, to: second ?? 2, text: middle, style: { ...PLAIN, align: 'center' } },
    { from: second ?? 2, to: widths.length, text: right, style: PLAIN },
  ];
  return textRow(widths, pieces);
}

/** The column whose start is nearest to the share of the width. */
function columnAt(widths: Widths, share: number): number {
  const wanted = share * widths.reduce((sum, width) => sum + width, 0);
  let start = 0;
  let best = { index: 1, distance: Infinity };
  widths.forEach((width, index) => {
    const distance = Math.abs(start - wanted);
    if (index > 0 && distance < best.distance) best = { index, distance };
    start += width;
  });
  return best.index;
}
