import { registerHooks, type LoadHookSync } from 'node:module';
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';

/** An exact piece of a product file that stands there once, and what a bug would have in its place. */
export interface Patch {
  /** From the project's root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A bug that others had, or that we could have: the product's source with some pieces changed. */
export interface PlantedBug {
  readonly name: string;
  /** Whose bug it is, or which promise it breaks. */
  readonly mimics: string;
  readonly patches: readonly Patch[];
}

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * From now on this thread loads the product with the bug in it; the files stay as they are, and nothing in the
 * product knows of it. To be called before anything of the product is loaded.
 */
export function plant({ patches }: PlantedBug): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const own = url.startsWith('file:') ? patches.filter(({ file }) => file === pathOf(url)) : [];
      if (own.length === 0) return loaded;
      return { ...loaded, source: own.reduce(applyPatch, textOf(loaded.source)) };
    },
  });
}

function textOf(source: ReturnType<LoadHookSync>['source']): string {
  return typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString();
}

function pathOf(url: string): string {
  return relative(ROOT, fileURLToPath(url)).replaceAll('\\', '/');
}

/** Throws where the piece does not stand in the source exactly once: the product has changed under the bug. */
export function applyPatch(source: string, { file, find, replace }: Patch): string {
  const count = source.split(find).length - 1;
  if (count !== 1) throw new Error(`${file} holds ${count} times: ${find}`);
  return source.replace(find, () => replace);
}
