import { existsSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';

/** Beside the program. */
const FOLDER = 'compile-cache';

/** From now on what is loaded is compiled into the folder of the program, for its later starts. */
export function fillCompileCache(program: string): void {
  enableCompileCache(join(program, FOLDER));
}

/**
 * What is loaded from now on is taken from what `fillCompileCache` has left. Nothing happens where there is none or
 * where another Node.js has made it: then all is compiled anew, as without. Node.js keeps a folder a version and user,
 * and an image is built by another user than the one that it runs as, so the folder is reached by a name of its own.
 */
export function useCompileCache(program: string): void {
  const filled = join(program, FOLDER);
  const made = existsSync(filled)
    ? readdirSync(filled).find((name) => name.startsWith(`${VERSION}-`))
    : undefined;
  if (made === undefined) return;
  const own = [VERSION, process.getuid?.()].filter((part) => part !== undefined).join('-');
  enableCompileCache(made === own ? filled : reachAs(own, join(filled, made)));
}

/** As Node.js names it. */
const VERSION = `${process.version}-${process.arch}-${cachedDataVersionTag().toString(16)}`;

/** A folder that nobody else can have put anything into. */
function reachAs(name: string, target: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shnor-compile-cache-'));
  symlinkSync(target, join(folder, name));
  return folder;
}
