import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { FileKindUnknownError, FileTooLargeError, FileUnreadableError } from '../../use-cases/file-errors.ts';
import type { ForeignTable } from '../../workbook/layout.ts';
import { parseCsvTables } from './plan/csv-tables.ts';
import { parseDocxTables } from './plan/docx-tables.ts';
import { assertFileSize, FileLimitError } from './plan/file-limits.ts';
import { parseXlsxTables } from './plan/xlsx-tables.ts';

type ParseTables = (bytes: Buffer) => Promise<readonly ForeignTable[]>;

const KINDS: Readonly<Record<string, ParseTables>> = {
  '.csv': parseCsvTables,
  '.docx': parseDocxTables,
  '.xlsx': parseXlsxTables,
};

/**
 * All tables of an .xlsx, .csv or .docx file, cells as the text a person sees. Throws `FileKindUnknownError`,
 * `FileTooLargeError` and `FileUnreadableError`.
 */
export async function readPlanFile(path: string): Promise<readonly ForeignTable[]> {
  const parse = KINDS[extname(path).toLowerCase()];
  if (!parse) throw new FileKindUnknownError(path, Object.keys(KINDS));
  try {
    assertFileSize((await stat(path)).size);
    return await parse(await readFile(path));
  } catch (cause) {
    if (cause instanceof FileLimitError) throw new FileTooLargeError(path, cause.message, { cause });
    throw new FileUnreadableError(path, { cause });
  }
}
