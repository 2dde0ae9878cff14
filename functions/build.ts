import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { FUNCTION_NAMES } from './contract/functions.ts';

/**
 * What the bundle carries itself: small, and wanted by nearly every call. Of a file in the bundle only what is used
 * stays, and nothing of it is looked for at a start.
 */
const BUNDLED: ReadonlySet<string> = new Set(['zod', 'luxon', 'papaparse', 'fastest-levenshtein']);

/**
 * Compiles the functions for the cloud, where the buildpack runs `npm run gcp-build`: `index.js` and the parts that
 * it loads when a call wants them. In one file the office libraries would load with every start, because ES modules
 * import before they run. The other packages stay outside: Firestore finds its protocol files beside itself, and a
 * second functions-framework in the bundle would keep a registry of its own. The program that reads files apart
 * stands among the parts, where the part that starts it looks for it. What stood in the folder goes.
 */
export async function buildFunctions(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: {
      index: 'functions/index.ts',
      'parts/plan-reader': 'functions/adapters/files/plan/process/plan-reader.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: readDependencies().filter((name) => !BUNDLED.has(name)),
    logLevel: 'warning',
  });
}

function readDependencies(): readonly string[] {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: object };
  return Object.keys(manifest.dependencies);
}

const OUTDIR = 'functions/dist';

if (import.meta.main) {
  await buildFunctions(OUTDIR);
  console.log(`functions are in ${OUTDIR}/index.js: ${FUNCTION_NAMES.join(', ')}`);
}
