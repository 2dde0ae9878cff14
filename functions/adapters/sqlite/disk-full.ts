import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Less than a commit needs. */
const SMALL_BYTES = 64 * 1024;

/** Whether the disk of the file has no room: SQLite often calls that an I/O error, or a file that it cannot open. */
export function isDiskFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < SMALL_BYTES;
  } catch {
    // Whatever keeps the disk from saying is what has failed already.
    return false;
  }
}
