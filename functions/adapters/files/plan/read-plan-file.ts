import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import {
  FileKindUnknownError,
  FileTooLargeError,
  FileUnreadableError,
} from '../../../use-cases/ports/file-errors.ts';
import type { ParsePlanFile } from '../../../use-cases/ports/ports.ts';
import type { ForeignTable } from '../../../workbook/layout/layout.ts';
import { parseCsvTables } from './csv-tables.ts';
import { parseDocxTables } from './docx-tables.ts';
import { assertFileSize, FileLimitError } from './file-limits.ts';
import { parseXlsxTables } from './xlsx-tables.ts';

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
  return await parseTables(path, async () => {
    assertFileSize((await stat(path)).size);
    return await readFile(path);
  });
}

/** The same of a file that somebody has sent; its name tells the kind. */
export const parsePlanFile: ParsePlanFile = (name, bytes) =>
  parseTables(name, async () => {
    assertFileSize(bytes.byteLength);
    return Buffer.from(bytes);
  });

async function parseTables(name: string, readBytes: () => Promise<Buffer>): Promise<readonly ForeignTable[]> {
  const parse = KINDS[extname(name).toLowerCase()];
  if (!parse) throw new FileKindUnknownError(name, Object.keys(KINDS));
  try {
    return await parse(await readBytes());
  } catch (cause) {
    if (cause instanceof FileLimitError) throw new FileTooLargeError(name, cause.message, { cause });
    throw new FileUnreadableError(name, { cause });
  }
}
