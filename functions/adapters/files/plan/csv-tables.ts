import type { ForeignTable } from '../../../workbook/layout/layout.ts';
import { assertGridSize } from './file-limits.ts';

/** UTF-8, UTF-16, or Windows-1251 as Excel writes it in Russia; the separator is found out. */
export async function parseCsvTables(bytes: Buffer): Promise<readonly ForeignTable[]> {
  const { default: papaparse } = await import('papaparse');
  const text = decode(bytes);
  // A line by which Excel tells itself the separator.
  const [hint = '', told] = /^sep=(.)\r?\n/u.exec(text) ?? [];
  const candidates = (told === undefined ? SEPARATORS : [told]).map(
    (delimiter) => papaparse.parse<string[]>(text.slice(hint.length), { delimiter }).data,
  );
  const rows = candidates.toSorted((a, b) => evenness(b) - evenness(a))[0] ?? [];
  assertGridSize(rows.length);
  return [{ kind: 'file', name: '', rows: hint === '' ? rows : [[], ...rows] }];
}

/** Where two do equally well, the first: a Russian Excel writes semicolons and leaves commas to the texts. */
const SEPARATORS = [';', '\t', ',', '|'];

/** How many rows are of the width that most rows have, where that is more than one column. */
function evenness(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function decode(bytes: Buffer): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are no UTF-8 come from a Russian Excel: in 1251 every byte is a letter.
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** By its mark, or by a zero byte, which stands in no other text: one half of every separator and line end. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zero = bytes.indexOf(0);
  if (zero < 0) return undefined;
  return zero % 2 === 0 ? 'utf-16be' : 'utf-16le';
}
