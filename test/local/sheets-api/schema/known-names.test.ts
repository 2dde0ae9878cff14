import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { ELSEWHERE } from '../../../../local/sheets-api/schema/elsewhere.ts';
import { newSpreadsheet } from '../../../../local/sheets-api/schema/new-spreadsheet.ts';
import { requestSchemas } from '../../../../local/sheets-api/schema/requests.ts';
import { readGoogleSchemas, type GoogleSchema } from '../google-schemas.ts';

const definitions = readGoogleSchemas();

function resolve(schema: GoogleSchema | undefined): GoogleSchema | undefined {
  const name = schema?.$ref?.replace('#/definitions/', '');
  return name === undefined ? schema : definitions[decodeURIComponent(name)];
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}

/** The names that one side has and the other has not, each where it was found. */
function compare(ours: unknown, theirs: GoogleSchema | undefined, at: string): string[] {
  const [schema, google] = [unwrap(ours), resolve(theirs)];
  if (schema instanceof z.ZodArray) return compare(schema.element, google?.items, at);
  if (schema instanceof z.ZodEnum) return compareNames(schema.options, google?.enum ?? [], at);
  if (!(schema instanceof z.ZodObject) || !google?.properties) return [];
  const { properties } = google;
  const shape = schema.shape as Record<string, unknown>;
  const inside = Object.keys(shape).flatMap((name) =>
    compare(shape[name], properties[name], `${at}.${name}`),
  );
  return [...compareNames(Object.keys(shape), Object.keys(properties), at), ...inside];
}

function compareNames(ours: readonly unknown[], theirs: readonly string[], at: string): string[] {
  const isTold = (name: string): boolean => ELSEWHERE.has(name) || name.endsWith('_UNSPECIFIED');
  const missing = theirs.filter((name) => !ours.includes(name) && !isTold(name));
  const invented = ours.filter((name) => !theirs.includes(String(name)));
  return [
    ...missing.map((name) => `${at}: no ${name}`),
    ...invented.map((name) => `${at}: ${String(name)}?`),
  ];
}

/** What Google tells and does not take. */
const KNOWN_GAPS = ['errorValue', 'developerMetadata'];

test('every name of the public typings is known to the stand-in, or named as what only Google has', () => {
  const request = resolve({ $ref: '#/definitions/gapi.client.sheets.Request' })?.properties ?? {};
  const kinds = compareNames(Object.keys(requestSchemas), Object.keys(request), 'requests');
  const fields = Object.entries(requestSchemas).flatMap(([kind, schema]) =>
    compare(schema, request[kind], kind),
  );
  const spreadsheet = { $ref: '#/definitions/gapi.client.sheets.Spreadsheet' };
  const all = [...kinds, ...fields, ...compare(newSpreadsheet, spreadsheet, 'create')];
  expect(all.filter((gap) => !KNOWN_GAPS.some((name) => gap.endsWith(`no ${name}`)))).toEqual([]);
});
