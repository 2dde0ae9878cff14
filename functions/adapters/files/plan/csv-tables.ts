import type { CellGrid } from '../../../workbook/layout.ts';

/** One table. UTF-8, or Windows-1251 as Excel writes it in Russia; the separator is found out. */
export async function parseCsvTables(bytes: Buffer): Promise<readonly CellGrid[]> {
  const { default: papaparse } = await import('papaparse');
  const { data } = papaparse.parse<string[]>(decode(bytes), { skipEmptyLines: 'greedy' });
  return [data];
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are no UTF-8 come from a Russian Excel: in 1251 every byte is a letter.
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
