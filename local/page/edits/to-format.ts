import type { CellFormat } from '../../sheets-api/schema/cell.ts';
import type { StyleChange } from '../wire/edits.ts';

const TEXT_FIELDS = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  font: 'fontFamily',
  size: 'fontSize',
} as const;
const WRAPS = { wrap: 'WRAP', clip: 'CLIP', overflow: 'OVERFLOW_CELL' } as const;

/** The change on the wire: what it sets, and the mask that also names what it takes away. */
export function toFormat(change: StyleChange): { format: CellFormat; fields: string } {
  const text: Record<string, unknown> = {};
  const format: Record<string, unknown> = {};
  const fields: string[] = [];
  for (const [name, field] of Object.entries(TEXT_FIELDS)) {
    const value = change[name as keyof typeof TEXT_FIELDS];
    if (value === undefined) continue;
    fields.push(`textFormat.${field}`);
    if (value !== null) text[field] = value;
  }
  const set = (field: string, given: string | null | undefined, value: (text: string) => unknown): void => {
    if (given === undefined) return;
    fields.push(field);
    if (given !== null) format[field] = value(given);
  };
  set('backgroundColorStyle', change.background, toColourStyle);
  set('horizontalAlignment', change.align, (align) => align.toUpperCase());
  set('verticalAlignment', change.vertical, (vertical) => vertical.toUpperCase());
  set('wrapStrategy', change.wrap, (wrap) => WRAPS[wrap as keyof typeof WRAPS]);
  if (change.colour !== undefined) {
    fields.push('textFormat.foregroundColorStyle');
    if (change.colour !== null) text['foregroundColorStyle'] = toColourStyle(change.colour);
  }
  if (Object.keys(text).length > 0) format['textFormat'] = text;
  return { format, fields: fields.map((field) => `userEnteredFormat.${field}`).join(',') };
}

export function toColourStyle(hex: string): { rgbColor: { red: number; green: number; blue: number } } {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}
