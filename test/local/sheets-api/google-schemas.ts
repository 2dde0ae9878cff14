import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { parseRoute } from '../../../local/sheets-api/wire/route.ts';

const REVISION = (
  JSON.parse(readFileSync('node_modules/@maxim_mazurok/gapi.client.sheets-v4/package.json', 'utf8')) as {
    version: string;
  }
).version;
const GENERATOR = fileURLToPath(import.meta.resolve('./generate-google-schemas.ts'));
const FILE = join('.cache', `google-schemas-${REVISION}.json`);

/** The body of the request, where the method takes one, and of the answer. */
const BODIES: Readonly<Record<string, readonly [request: string | undefined, answer: string]>> = {
  create: ['Spreadsheet', 'Spreadsheet'],
  get: [undefined, 'Spreadsheet'],
  getByDataFilter: ['GetByDataFilter', 'Spreadsheet'],
  batchUpdate: ['BatchUpdate', 'BatchUpdated'],
  'sheets.copyTo': ['CopyTo', 'SheetProperties'],
  'developerMetadata.get': [undefined, 'Metadata'],
  'developerMetadata.search': ['SearchMetadata', 'FoundMetadata'],
  'values.get': [undefined, 'ValueRange'],
  'values.batchGet': [undefined, 'BatchGot'],
  'values.batchGetByDataFilter': ['BatchGetByDataFilter', 'BatchGotByDataFilter'],
  'values.update': ['ValueRange', 'Updated'],
  'values.append': ['ValueRange', 'Appended'],
  'values.clear': [undefined, 'Cleared'],
  'values.batchUpdate': ['BatchUpdateValues', 'BatchUpdatedValues'],
  'values.batchUpdateByDataFilter': ['BatchUpdateByDataFilter', 'BatchUpdatedByDataFilter'],
  'values.batchClear': ['BatchClear', 'BatchCleared'],
  'values.batchClearByDataFilter': ['BatchClearByDataFilter', 'BatchClearedByDataFilter'],
};

/** As much of a JSON schema as is read here. */
export interface GoogleSchema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly items?: GoogleSchema;
  readonly properties?: Readonly<Record<string, GoogleSchema>>;
}

function readSchema(): { definitions: Readonly<Record<string, GoogleSchema>> } {
  if (!existsSync(FILE)) execFileSync(process.execPath, [GENERATOR, FILE]);
  return JSON.parse(readFileSync(FILE, 'utf8')) as ReturnType<typeof readSchema>;
}

/** The messages of the Sheets API by their names in the typings. */
export function readGoogleSchemas(): Readonly<Record<string, GoogleSchema>> {
  return readSchema().definitions;
}

/** Every suite compiles them anew and asks for a few checks: what makes the checks faster costs more than it gives. */
const OPTIONS = {
  strict: false,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
} as const;

let ajv: Ajv | undefined;

function validatorOf(name: string): ValidateFunction | undefined {
  ajv ??= new Ajv(OPTIONS).addSchema(readSchema(), 'google');
  return ajv.getSchema(`google#/definitions/Bodies/properties/${name}`);
}

/**
 * Checks one call that succeeded against the public typings of the Sheets API.
 * Throws `Error` naming what does not fit.
 */
export function checkAgainstGoogle(call: {
  method: string;
  path: string;
  request: unknown;
  answer: unknown;
}): void {
  const route = parseRoute(call.method, call.path.split('?')[0] ?? '');
  const [request, answer] = BODIES[route?.method ?? ''] ?? [];
  if (request !== undefined && call.request !== undefined) check(request, call.request);
  if (answer !== undefined) check(answer, call.answer);
}

function check(name: string, body: unknown): void {
  const validate = validatorOf(name);
  if (!validate) throw new Error(`no schema ${name}`);
  if (!validate(body)) throw new Error(`${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
}
