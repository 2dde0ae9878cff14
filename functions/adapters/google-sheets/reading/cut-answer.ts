/** Where a row of a grid lies in the bytes of an answer: start and end, row after row. */
export type RowSpans = readonly number[];

/** The answer of `batchGetByDataFilter` without its grids: in the place of each stands its number among `grids`. */
export interface CutAnswer {
  readonly frame: unknown;
  readonly grids: readonly RowSpans[];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);
const LIST = 0x5b;
/** `{ valueRanges: [{ valueRange: { values: …`: so many brackets are open before the name. */
const DEPTH_OF_VALUES = 4;
const NAME = Buffer.from('"values"');

/**
 * Finds the rows in the bytes without a value being made of any: 50,000 rows are 20 MB of text, and ten times that as
 * values. Throws `SyntaxError` for what is no JSON outside of the rows; rows are judged when they are read.
 */
export function cutAnswer(bytes: Buffer): CutAnswer {
  const frame: string[] = [];
  const grids: number[][] = [];
  let depth = 0;
  let kept = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (OPENING.has(byte)) depth += 1;
    else if (CLOSING.has(byte)) depth -= 1;
    else if (byte === QUOTE) {
      const end = endOfText(bytes, at);
      const list = depth === DEPTH_OF_VALUES ? listOf(bytes, at, end) : undefined;
      at = end - 1;
      if (list === undefined) continue;
      const grid = cutRows(bytes, list);
      frame.push(bytes.toString('utf8', kept, list), String(grids.length));
      grids.push(grid.spans);
      kept = grid.end;
      at = kept - 1;
    }
  }
  frame.push(bytes.toString('utf8', kept));
  return { frame: JSON.parse(frame.join('')), grids };
}

/** Where the list begins that is called `values`; undefined for any other text. */
function listOf(bytes: Buffer, start: number, end: number): number | undefined {
  if (end - start !== NAME.length || !bytes.subarray(start, end).equals(NAME)) return undefined;
  const colon = skipBlank(bytes, end);
  if (bytes[colon] !== 0x3a) return undefined;
  const list = skipBlank(bytes, colon + 1);
  return bytes[list] === LIST ? list : undefined;
}

function cutRows(bytes: Buffer, list: number): { readonly spans: number[]; readonly end: number } {
  const spans: number[] = [];
  let depth = 0;
  for (let at = list; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfText(bytes, at) - 1;
    else if (OPENING.has(byte)) {
      depth += 1;
      if (depth === 2) spans.push(at);
    } else if (CLOSING.has(byte)) {
      depth -= 1;
      if (depth === 1) spans.push(at + 1);
      if (depth === 0) return { spans, end: at + 1 };
    }
  }
  throw new SyntaxError('the answer ends within a grid');
}

/** Behind the closing quote of the text that begins at `start`. */
function endOfText(bytes: Buffer, start: number): number {
  for (let quote = bytes.indexOf(QUOTE, start + 1); quote !== -1; quote = bytes.indexOf(QUOTE, quote + 1)) {
    let before = quote - 1;
    while (bytes[before] === BACKSLASH) before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  throw new SyntaxError('the answer ends within a text');
}

function skipBlank(bytes: Buffer, start: number): number {
  let at = start;
  while ((bytes[at] ?? 0x21) <= 0x20) at += 1;
  return at;
}
