/** A piece of a formula; `text` is as it was typed, so that the pieces together are the formula again. */
export interface Token {
  readonly kind:
    'number' | 'text' | 'reference' | 'error' | 'function' | 'name' | 'operator' | 'space' | 'other';
  readonly text: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMNS = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const ROWS = String.raw`\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
const OPEN = String.raw`${CELL}:\$?(?:[A-Za-z]{1,3}|[1-9]\d{0,6})`;
const END = String.raw`(?![\p{L}\p{N}_(!])`;

/** In this order: what comes first wins where two fit. In numbers `DECIMAL` stands for the locale's mark. */
const KINDS: readonly (readonly [Token['kind'], string])[] = [
  ['space', String.raw`[\s\u00A0]+`],
  ['text', String.raw`"(?:[^"]|"")*"`],
  ['error', String.raw`#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|ERROR!)`],
  ['reference', String.raw`(?:${SHEET})?(?:${CELL}:${CELL}|${OPEN}|${COLUMNS}|${ROWS}|${CELL})${END}`],
  ['number', String.raw`(?:\d+(?:DECIMAL\d*)?|DECIMAL\d+)(?:[eE][+-]?\d+)?`],
  ['function', String.raw`[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()`],
  ['name', String.raw`[\p{L}_][\p{L}\p{N}_.]*`],
  ['operator', String.raw`<>|<=|>=|[-+*/^&=<>%(){}]`],
  ['other', String.raw`[\s\S]`],
];

const known = new Map<string, RegExp>();

function patternFor(decimal: string): RegExp {
  const mark = decimal === '.' ? String.raw`\.` : decimal;
  const withMark = (pattern: string): string => pattern.replaceAll('DECIMAL', mark);
  const groups = KINDS.map(([kind, pattern]) => `(${kind === 'number' ? withMark(pattern) : pattern})`);
  return new RegExp(groups.join('|'), 'gu');
}

/** @param formula without its `=` */
export function tokenize(formula: string, decimal: string): Token[] {
  const pattern = known.get(decimal) ?? patternFor(decimal);
  known.set(decimal, pattern);
  return [...formula.matchAll(pattern)].map((match) => {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    return { kind: KINDS[index]?.[0] ?? 'other', text: match[0] };
  });
}
