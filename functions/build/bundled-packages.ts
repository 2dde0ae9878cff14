import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Metafile } from 'esbuild';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its author writes it: `MIT`. */
  readonly licence: string;
  /** The files of its licence; empty where the author ships none. */
  readonly text: string;
}

type Output = Metafile['outputs'][string];
type BuiltParts = ReadonlyMap<string, readonly string[]>;

/** The packages of which anything stands in the bundle, by name and version. */
export function listBundled({ outputs }: Metafile): readonly BundledPackage[] {
  const paths = Object.values(outputs).flatMap((output) => usedIn(output));
  const folders = new Set(paths.map((path) => folderOf(path)).filter((folder) => folder !== undefined));
  const packages = [...folders].map((folder) => readPackage(folder));
  const byId = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
  return [...byId.keys()].toSorted().flatMap((id) => byId.get(id) ?? []);
}

/** The source files of which anything stands in each file of the bundle. */
export function listParts({ outputs }: Metafile, outdir: string): BuiltParts {
  return new Map(Object.entries(outputs).map(([path, output]) => [relative(outdir, path), usedIn(output)]));
}

function usedIn({ inputs }: Output): readonly string[] {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
}

/** `node_modules/a/node_modules/@b/c` of `node_modules/a/node_modules/@b/c/lib/x.js`. */
function folderOf(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(path)?.[0];
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as PackageManifest;
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { name, version, licence: wordOf(license ?? licenses), text: texts.join('\n\n') };
}

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly licenses?: unknown;
}

/** Old packages write an object or a list of them. */
function wordOf(licence: unknown): string {
  if (typeof licence === 'string') return licence;
  if (Array.isArray(licence)) return licence.map((each) => wordOf(each)).join(' OR ');
  const { type } = (licence ?? {}) as { readonly type?: unknown };
  return typeof type === 'string' ? type : 'UNKNOWN';
}

/** One list of all, then each text once, under those who ship it. */
export function formatLicences(packages: readonly BundledPackage[]): string {
  const texts = Map.groupBy(packages, ({ text }) => text);
  const parts = [...texts].map(([text, owners]) => {
    const names = owners.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${'='.repeat(80)}\n${names.join('\n')}\n\n${text || 'No text of the licence is shipped with the package.'}\n`;
  });
  const list = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  return `This folder contains code of the packages below, under their licences.\n\n${list.join('\n')}\n\n${parts.join('\n')}`;
}
