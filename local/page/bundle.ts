import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mendUniver } from './mend-univer.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'shnor-page');
/** Sources of the browser's side, and what they import of this one and of the functions. */
const SOURCES = [
  ...['browser', 'wire'].flatMap((folder) => filesBelow(join(HERE, folder))),
  join(ROOT, 'functions', 'workbook', 'layout', 'columns.ts'),
  join(HERE, 'mend-univer.ts'),
];

/**
 * The folder with `main.js` and `style.css`, bundled where the sources or the packages are not those of last time.
 * `spare`: where the bundles are kept if the program's own folder is not this user's to write in, as on a server.
 */
export async function bundlePage(spare: string): Promise<string> {
  const name = hashSources();
  const known = [CACHE, spare].map((cache) => join(cache, name));
  const found = known.find((folder) => existsSync(join(folder, 'main.js')));
  if (found !== undefined) return found;
  const cache = isOurs(CACHE) ? CACHE : spare;
  return bundle(cache, join(cache, name));
}

function isOurs(cache: string): boolean {
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function bundle(cache: string, folder: string): Promise<string> {
  const { build } = await import('esbuild');
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await build({
    entryPoints: ['main.ts', 'style.css', 'sign-in.ts', 'sign-in.css'].map((name) =>
      join(HERE, 'browser', name),
    ),
    outdir: unfinished,
    bundle: true,
    minify: true,
    // What is not wanted at once is not read at once.
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [mendUniver],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  publish(unfinished, folder);
  removeOld(cache);
  return folder;
}

/** Bundles of the last few states of the sources stay: another program may serve one. */
const KEPT = 3;

function removeOld(cache: string): void {
  const folders = readdirSync(cache).map((name) => join(cache, name));
  const byAge = folders.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of byAge.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}

/** Two starts at once bundle the same: whoever is second throws theirs away. */
function publish(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'main.js'))) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function hashSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const name of SOURCES) hash.update(name).update(readFileSync(name));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
