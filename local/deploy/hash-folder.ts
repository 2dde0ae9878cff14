import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { markOf } from './wish.ts';

/** Of the names and the content of all files in it. */
export function hashFolder(folder: string): string {
  const files = globSync('**/*', { cwd: folder }).toSorted();
  const own = files.filter((file) => statSync(join(folder, file)).isFile());
  return markOf(own.map((file) => `${file} ${markOf(readFileSync(join(folder, file), 'utf8'))}`).join('\n'));
}
