import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
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

/** The folder with `main.js` and `style.css`, bundled where the sources or the packages are not those of last time. */
export async function bundlePage(): Promise<string> {
  const folder = join(CACHE, hashSources());
  if (existsSync(join(folder, 'main.js'))) return folder;
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
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [mendUniver],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  publish(unfinished, folder);
  removeOld();
  return folder;
}

/** Bundles of the last few states of the sources stay: another program may serve one. */
const KEPT = 3;

function removeOld(): void {
  const folders = readdirSync(CACHE).map((name) => join(CACHE, name));
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
