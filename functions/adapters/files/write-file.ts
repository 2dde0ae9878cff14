import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FileNotWrittenError } from '../../use-cases/ports/file-errors.ts';

/**
 * Whole or not at all: the bytes go to a neighbour which then takes the name, so that nobody ever opens
 * half a file. Throws `FileNotWrittenError`; a file that stood there before is then untouched.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new FileNotWrittenError(path, systemCodeOf(error), { cause: error });
  }
}

function systemCodeOf(error: unknown): string {
  return typeof error === 'object' && error && 'code' in error ? String(error.code) : String(error);
}
