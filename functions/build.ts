import { build } from 'esbuild';

/**
 * Compiles the functions into one file for the cloud, where the buildpack runs `npm run gcp-build`. Packages
 * stay outside: Firestore finds its protocol files beside itself, and a second functions-framework in the
 * bundle would keep a registry of its own.
 */
export async function buildFunctions(outfile: string): Promise<void> {
  await build({
    entryPoints: ['functions/index.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    logLevel: 'warning',
  });
}

const OUTFILE = 'functions/dist/index.js';

if (import.meta.main) {
  await buildFunctions(OUTFILE);
  console.log(`functions are in ${OUTFILE}`);
}
