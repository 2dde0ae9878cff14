import { AlignmentType, HeadingLevel, Paragraph, TextRun } from 'docx';
import type { IParagraphOptions, IRunOptions } from 'docx';
import type { ReportBlock } from '../../../domain/report/report-document.ts';
import { typeset } from '../../../workbook/layout/break-words.ts';
import { toXmlSigns } from '../xml-signs.ts';
import { twips } from './page.ts';

export const DOCX_FONT = 'Times New Roman';

/** Half points. */
export const SIZES = { body: 24, small: 20, fine: 18 } as const;

/** A text with its line breaks as runs. */
export function runsOf(text: string, style: RunStyle = {}): TextRun[] {
  return runsOfLines(linesOf(text), style);
}

type RunStyle = Omit<IRunOptions, 'text' | 'children'>;

/** The lines of a text as they are printed; of an empty one none. */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : toXmlSigns(typeset(text)).split('\n');
}

export function runsOfLines(lines: readonly string[], style: RunStyle): TextRun[] {
  return lines.map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 && { break: 1 }) }));
}

export function paragraph(
  text: string,
  options: Omit<IParagraphOptions, 'text' | 'children' | 'run'> = {},
  style: RunStyle = {},
): Paragraph {
  return new Paragraph({ ...options, children: runsOf(text, style) });
}

/** Requisite 19, in the right half. */
export function annexMark(text: string, room: number): Paragraph {
  return paragraph(text, { keepNext: true, indent: { left: twips(room * 0.6) } });
}

export function partTitle(text: string): Paragraph {
  return paragraph(
    text,
    {
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { before: 180, after: 80 },
    },
    { bold: true, size: 26, color: '000000', font: DOCX_FONT },
  );
}

export function subheading(text: string): Paragraph {
  return paragraph(text, { keepNext: true, spacing: { before: 120, after: 60 } }, { bold: true });
}

export function note(text: string, keepNext = false): Paragraph {
  return paragraph(
    text,
    { keepNext, spacing: { before: 60, after: 60 } },
    { italics: true, size: SIZES.small },
  );
}

function body(text: string, keepNext: boolean): Paragraph {
  return paragraph(text, {
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(12.5) },
    spacing: { after: 60 },
  });
}

type TextStyle = Extract<ReportBlock, { kind: 'text' }>['style'];

export const TEXT_BLOCKS: Readonly<Record<TextStyle, (text: string, keepNext: boolean) => Paragraph>> = {
  body,
  subheading,
  note,
};
