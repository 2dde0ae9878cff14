import { cutAtWord } from '../../domain/text/shorten.ts';
import { countLines } from './text-width.ts';

const BOLD = 1.1;
const DEFAULT_SIZE = 10;
const PIXELS_PER_POINT = 4 / 3;
const LINE_HEIGHT = 1.2;
/** Programs differ in how wide they set the same letters; a line too much is better than one cut off. */
const CAUTION = 1.03;
/** Pixels that a cell keeps free of text. */
const PADDING = 5;

export interface TextBox {
  /** Pixels. */
  readonly width: number;
  /** Points. */
  readonly size?: number | undefined;
  readonly bold?: boolean | undefined;
  /** False: the text stays on one line. */
  readonly wrap?: boolean | undefined;
}

/** Pixels in which the whole text is seen. */
export function heightOfText(text: string, box: TextBox): number {
  const lines = box.wrap === false ? 1 : countLines(text, roomFor(box));
  return Math.ceil(lines * (box.size ?? DEFAULT_SIZE) * PIXELS_PER_POINT * LINE_HEIGHT + PADDING);
}

/** The width in which text can stand, in sizes of its letters. */
export function roomFor({ width, size = DEFAULT_SIZE, bold }: TextBox): number {
  return (width - PADDING) / (size * PIXELS_PER_POINT * (bold ? BOLD : 1) * CAUTION);
}

/** As much of the text, word by word, as `lines` lines of `room` sizes of its letters hold, and «…» where there was more. */
export function cutToLines(text: string, room: number, lines: number): string {
  let cut = text;
  while (cut.length > 1 && countLines(cut, room) > lines) cut = cutAtWord(text, cut.length - 2);
  return cut;
}

/** The height of a row whose cells take one line of plain text. */
export const LINE_OF_TEXT = DEFAULT_SIZE * PIXELS_PER_POINT * LINE_HEIGHT + PADDING;
