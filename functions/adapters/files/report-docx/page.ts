import { AlignmentType, Header, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { ISectionOptions } from 'docx';

/** Word measures in twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

const LONG_SIDE = 297;
const SHORT_SIDE = 210;
const MARGINS = { left: 20, right: 10, top: 20, bottom: 20 };
/** From the paper's edge to the page number: GOST asks for at least ten millimetres. */
const EDGE = 10;

/** Millimetres between the margins. */
export function roomOf(isLandscape: boolean): number {
  return (isLandscape ? LONG_SIDE : SHORT_SIDE) - MARGINS.left - MARGINS.right;
}

export interface SectionPlan {
  readonly isLandscape: boolean;
  /** Its first page is the first of what is counted by itself: of the paper, of its annexes. */
  readonly isFirst: boolean;
}

/** A4; the number in the middle of the upper margin from the second page on. */
export function planSection(
  { isLandscape, isFirst }: SectionPlan,
  children: ISectionOptions['children'],
): ISectionOptions {
  return {
    properties: {
      titlePage: isFirst,
      page: {
        ...(isFirst && { pageNumbers: { start: 1 } }),
        size: {
          width: twips(SHORT_SIDE),
          height: twips(LONG_SIDE),
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: twips(MARGINS.left),
          right: twips(MARGINS.right),
          top: twips(MARGINS.top),
          bottom: twips(MARGINS.bottom),
          header: twips(EDGE),
          footer: twips(EDGE),
        },
      },
    },
    headers: { default: new Header({ children: [pageNumber()] }), ...(isFirst && { first: emptyHeader() }) },
    children,
  };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

function emptyHeader(): Header {
  return new Header({ children: [new Paragraph({})] });
}
