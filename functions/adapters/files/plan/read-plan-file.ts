import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import {
  FileKindUnknownError,
  FileTooLargeError,
  FileUnreadableError,
} from '../../../use-cases/ports/file-errors.ts';
import type { ParsePlanFile } from '../../../use-cases/ports/ports.ts';
import type { ForeignTable } from '../../../workbook/layout/layout.ts';
import { assertFileSize, FileLimitError, PLAN_LIMITS, type PlanLimits } from './limits.ts';
import { PLAN_FILE_KINDS } from './parse-tables.ts';
import { createQueue } from './process/queue.ts';
import { readApart } from './process/read-apart.ts';

export interface PlanFiles {
  /**
   * All tables of an .xlsx, .csv or .docx file, cells as the text a person sees. Throws `FileKindUnknownError`,
   * `FileTooLargeError`, `FileUnreadableError` and `PlanReadersBusyError`.
   */
  readonly read: (path: string) => Promise<readonly ForeignTable[]>;
  /** The same of a file that somebody has sent; its name tells the kind. */
  readonly parse: ParsePlanFile;
}

/** Whoever asks, no more files are read at once than the limits say. */
export function createPlanFiles(limits: PlanLimits): PlanFiles {
  const inTurn = createQueue(limits);
  const parseNamed = async (name: string, readBytes: () => Promise<Uint8Array>) => {
    const kind = PLAN_FILE_KINDS.find((each) => each === extname(name).toLowerCase());
    if (!kind) throw new FileKindUnknownError(name, PLAN_FILE_KINDS);
    const bytes = await readWhole(name, readBytes);
    const answer = await inTurn(() => readApart({ task: 'tables', kind, bytes, limits }));
    if (answer.outcome === 'read') return answer.result;
    const options = { cause: new Error(answer.why) };
    if (answer.outcome === 'too_large') throw new FileTooLargeError(name, answer.why, options);
    throw new FileUnreadableError(name, options);
  };
  return {
    read: (path) =>
      parseNamed(path, async () => {
        assertFileSize((await stat(path)).size, limits);
        return await readFile(path);
      }),
    parse: (name, bytes) =>
      parseNamed(name, async () => {
        assertFileSize(bytes.byteLength, limits);
        return bytes;
      }),
  };
}

async function readWhole(name: string, readBytes: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await readBytes();
  } catch (cause) {
    if (cause instanceof FileLimitError) throw new FileTooLargeError(name, cause.message, { cause });
    throw new FileUnreadableError(name, { cause });
  }
}

/** One queue for the whole program. */
export const { read: readPlanFile, parse: parsePlanFile } = createPlanFiles(PLAN_LIMITS);
