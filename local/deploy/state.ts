import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeWhole } from '../disk.ts';
import { CLASP_ROOT, claspFolder, loginFolder } from './plan/workbook.ts';

/** What no tool can be asked for: what was last pushed, and where clasp and gcloud left what they made. */
export interface LocalState {
  readonly scriptId: string | undefined;
  readonly hasCredentials: boolean;
  readonly marks: Readonly<Record<string, string>>;
}

const marksSchema = z.record(z.string(), z.string());
const claspSchema = z.object({ scriptId: z.string().optional() });

/** Of one workbook in one project. */
export function stateFolder(data: string, project: string, spreadsheetId: string): string {
  return join(data, 'cloud', project, spreadsheetId);
}

export function readState(folder: string): LocalState {
  const clasp = readJson(join(claspFolder({ folder }), '.clasp.json'), claspSchema);
  return {
    scriptId: clasp?.scriptId,
    hasCredentials: existsSync(join(loginFolder({ folder }), 'application_default_credentials.json')),
    marks: readJson(marksFile(folder), marksSchema) ?? {},
  };
}

export function saveMark(folder: string, name: string, mark: string): void {
  const marks = { ...readState(folder).marks, [name]: mark };
  writeWhole(marksFile(folder), `${JSON.stringify(marks, undefined, 2)}\n`);
}

/**
 * clasp says the address of the script that it has made, then fetches its files, and only then notes it in a file of
 * its own: cut off in between, the next call would make a second one.
 */
export function saveScript(folder: string, said: string): void {
  const file = join(claspFolder({ folder }), '.clasp.json');
  const scriptId = /https:\/\/script\.google\.com\/d\/([\w-]+)\/edit/u.exec(said)?.[1];
  if (scriptId && !existsSync(file)) writeFileSync(file, JSON.stringify({ scriptId, rootDir: CLASP_ROOT }));
}

/** Programs start in these folders. */
export function makeFolders(folder: string): void {
  mkdirSync(claspFolder({ folder }), { recursive: true });
  mkdirSync(loginFolder({ folder }), { recursive: true, mode: 0o700 });
}

function marksFile(folder: string): string {
  return join(folder, 'marks.json');
}

function readJson<Value>(file: string, schema: z.ZodType<Value>): Value | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
