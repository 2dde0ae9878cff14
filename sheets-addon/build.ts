import { build, type BuildOptions } from 'esbuild';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { MANIFEST } from './manifest.ts';
import { MENU } from './src/menu.ts';

/** Apps Script loads the whole code at every run, so it must stay small: it has 42 KB, and a short command takes 220 bytes. */
const MAX_BYTES = 46_000;
const HERE = import.meta.dirname;
const ROOT = join(HERE, '..');
const GLOBAL_NAME = 'App';
/** Of `main.ts`: carries out an item of the menu by its name. */
const RUN_ITEM = 'runItem';

export interface BuiltAddon {
  readonly codePath: string;
  readonly manifestPath: string;
  /** The page of the sidebar; Apps Script and the local host look for it beside the code. */
  readonly panelPath: string;
  /** Of the code, in UTF-8. */
  readonly bytes: number;
  /** The global functions, which Apps Script calls by name. */
  readonly triggers: readonly string[];
  /** The files that the code was made of, from the project's folder. */
  readonly sources: readonly string[];
}

/**
 * Writes `Code.js`, `Panel.html` and `appsscript.json` into `outDir`, ready for clasp. `address` is that of the
 * functions, for a copy that is to need no script properties. Throws where the code is too large.
 */
export async function buildAddon(outDir = join(HERE, 'dist'), address?: string): Promise<BuiltAddon> {
  const compiling = compiled.get(address) ?? compile(address);
  compiled.set(address, compiling);
  const { code, bytes, triggers, sources } = await compiling;
  const codePath = join(outDir, 'Code.js');
  const manifestPath = join(outDir, 'appsscript.json');
  const panelPath = join(outDir, 'Panel.html');
  await mkdir(outDir, { recursive: true });
  await copyFile(join(HERE, 'src/panels/Panel.html'), panelPath);
  await writeFile(codePath, code);
  await writeFile(manifestPath, `${JSON.stringify(MANIFEST, undefined, 2)}\n`);
  return { codePath, manifestPath, panelPath, bytes, triggers, sources };
}

type Compiled = Pick<BuiltAddon, 'bytes' | 'triggers' | 'sources'> & { readonly code: string };

/** Once a process and address: the process's own copy of the menu is as old. */
const compiled = new Map<string | undefined, Promise<Compiled>>();

async function compile(address: string | undefined): Promise<Compiled> {
  const { exported, sources } = await readSource();
  const direct = exported.filter((name) => name !== RUN_ITEM);
  const items = MENU.flatMap((group) => Object.keys(group));
  const code = await bundle([...direct.map(callOf), ...items.map(itemOf)], address);
  const bytes = Buffer.byteLength(code);
  if (bytes > MAX_BYTES) throw new RangeError(`Code.js has ${bytes} bytes, allowed are ${MAX_BYTES}`);
  return { code, bytes, triggers: [...direct, ...items], sources };
}

const SOURCE = {
  entryPoints: [join(HERE, 'src/main.ts')],
  bundle: true,
  write: false,
  // What Apps Script's V8 surely runs; newer syntax is rewritten.
  target: 'es2020',
  logLevel: 'warning',
} satisfies BuildOptions & { readonly write: false };

async function readSource() {
  const { metafile } = await build({ ...SOURCE, format: 'esm', outdir: HERE, metafile: true });
  const outputs = Object.values(metafile.outputs);
  const inputs = outputs.flatMap((output) => Object.keys(output.inputs));
  return {
    exported: outputs.flatMap((output) => output.exports),
    sources: inputs.map((path) => relative(ROOT, resolve(path))),
  };
}

async function bundle(globals: readonly string[], address: string | undefined): Promise<string> {
  const { outputFiles } = await build({
    ...SOURCE,
    format: 'iife',
    globalName: GLOBAL_NAME,
    minify: true,
    charset: 'utf8',
    define: { SHNOR_ADDRESS: JSON.stringify(address) ?? 'undefined' },
    banner: { js: await readBanner() },
    footer: { js: globals.join('\n') },
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Apps Script finds triggers only among top-level function declarations (clasp 3 compiles nothing). */
function callOf(trigger: string): string {
  return `function ${trigger}(...e){return ${GLOBAL_NAME}.${trigger}(...e)}`;
}

function itemOf(item: string): string {
  return `function ${item}(){${GLOBAL_NAME}.${RUN_ITEM}("${item}")}`;
}

async function readBanner(): Promise<string> {
  const licence = await readFile(join(HERE, '../node_modules/zod/LICENSE'), 'utf8');
  return `/*! shnor: built from sheets-addon/src by sheets-addon/build.ts, not to be edited here.\nContains zod:\n${licence.trim()}\n*/`;
}

// `node sheets-addon/build.ts [FOLDER ADDRESS]`: a copy for one installation, in a folder that holds nothing else.
if (process.argv[1] === import.meta.filename) {
  const [, , folder, address] = process.argv;
  if (folder) await rm(folder, { recursive: true, force: true });
  const { codePath, bytes, triggers } = await buildAddon(folder, address);
  console.log(`${codePath}: ${bytes} bytes of ${MAX_BYTES}; ${triggers.join(', ')}`);
}
