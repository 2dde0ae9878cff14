import { AlignmentType, Footer, Header, PageNumber, PageOrientation, Paragraph, Tab, TextRun } from 'docx';
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
  readonly isFirst: boolean;
  /** At the foot of each page, a line each: which document this sheet of paper belongs to. */
  readonly footer: string;
}

/** A4; the number in the middle of the upper margin from the second page on. */
export function planSection(
  { isLandscape, isFirst, footer }: SectionPlan,
  children: ISectionOptions['children'],
): ISectionOptions {
  const foot = new Footer({ children: [formatFooter(footer, roomOf(isLandscape))] });
  return {
    properties: {
      titlePage: isFirst,
      page: {
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
    footers: { default: foot, ...(isFirst && { first: foot }) },
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

/** Half points. */
const FINE = 16;

/** Beside the first line «Страница 2 из 13». */
function formatFooter(text: string, room: number): Paragraph {
  const [first = '', ...further] = text.split('\n');
  const pages = ['Страница ', PageNumber.CURRENT, ' из ', PageNumber.TOTAL_PAGES];
  return new Paragraph({
    rightTabStop: twips(room),
    children: [
      new TextRun({ text: first, size: FINE }),
      new TextRun({ children: [new Tab(), ...pages], size: FINE }),
      ...further.map((line) => new TextRun({ text: line, size: FINE, break: 1 })),
    ],
  });
}
