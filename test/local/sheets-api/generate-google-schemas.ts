import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

/**
 * Writes the JSON schemas of all bodies of the Sheets API, made from its public typings, into the file that the
 * first argument names. Run in a process of its own: the compiler that it loads is large.
 */
const NAMES = {
  Spreadsheet: 'Spreadsheet',
  BatchUpdate: 'BatchUpdateSpreadsheetRequest',
  BatchUpdated: 'BatchUpdateSpreadsheetResponse',
  GetByDataFilter: 'GetSpreadsheetByDataFilterRequest',
  CopyTo: 'CopySheetToAnotherSpreadsheetRequest',
  SheetProperties: 'SheetProperties',
  Metadata: 'DeveloperMetadata',
  SearchMetadata: 'SearchDeveloperMetadataRequest',
  FoundMetadata: 'SearchDeveloperMetadataResponse',
  ValueRange: 'ValueRange',
  BatchGot: 'BatchGetValuesResponse',
  BatchGetByDataFilter: 'BatchGetValuesByDataFilterRequest',
  BatchGotByDataFilter: 'BatchGetValuesByDataFilterResponse',
  Updated: 'UpdateValuesResponse',
  Appended: 'AppendValuesResponse',
  Cleared: 'ClearValuesResponse',
  BatchUpdateValues: 'BatchUpdateValuesRequest',
  BatchUpdatedValues: 'BatchUpdateValuesResponse',
  BatchUpdateByDataFilter: 'BatchUpdateValuesByDataFilterRequest',
  BatchUpdatedByDataFilter: 'BatchUpdateValuesByDataFilterResponse',
  BatchClear: 'BatchClearValuesRequest',
  BatchCleared: 'BatchClearValuesResponse',
  BatchClearByDataFilter: 'BatchClearValuesByDataFilterRequest',
  BatchClearedByDataFilter: 'BatchClearValuesByDataFilterResponse',
} as const;

const typings = fileURLToPath(import.meta.resolve('@maxim_mazurok/gapi.client.sheets-v4/package.json'));
const fields = Object.entries(NAMES).map(([name, type]) => `${name}: gapi.client.sheets.${type};`);
const target = process.argv[2] ?? '';
const source = `${target}.${process.pid}.ts`;
mkdirSync(dirname(target), { recursive: true });
writeFileSync(
  source,
  `/// <reference path="${join(dirname(typings), 'index.d.ts')}" />\nexport interface Bodies {\n${fields.join('\n')}\n}\n`,
);
const schema = createGenerator({ path: source, skipTypeCheck: true, additionalProperties: false });
writeFileSync(`${source}.json`, JSON.stringify(schema.createSchema('Bodies')));
// Whole at once: two test files may want it at the same time.
renameSync(`${source}.json`, target);
rmSync(source);
