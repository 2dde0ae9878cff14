import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { FileUnreadableError, FileKindUnknownError } from '../../use-cases/file-errors.ts';
import type { CellGrid } from '../../workbook/layout.ts';
import { parseCsvTables } from './plan/csv-tables.ts';
import { parseDocxTables } from './plan/docx-tables.ts';
import { parseXlsxTables } from './plan/xlsx-tables.ts';

type ParseTables = (bytes: Buffer) => Promise<readonly CellGrid[]>;

const KINDS: Readonly<Record<string, ParseTables>> = {
  '.csv': parseCsvTables,
  '.docx': parseDocxTables,
  '.xlsx': parseXlsxTables,
};

/** A plan is pages, not a data base. */
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * All tables of an .xlsx, .csv or .docx file, cells as the text a person sees. Throws `FileKindUnknownError`
 * and `FileUnreadableError`.
 */
export async function readPlanFile(path: string): Promise<readonly CellGrid[]> {
  const parse = KINDS[extname(path).toLowerCase()];
  if (!parse) throw new FileKindUnknownError(path, Object.keys(KINDS));
  try {
    const bytes = await readFile(path);
    if (bytes.length > MAX_BYTES) throw new RangeError(`${bytes.length} bytes, at most ${MAX_BYTES}`);
    return await parse(bytes);
  } catch (cause) {
    throw new FileUnreadableError(path, { cause });
  }
}
