import { applyBatch } from '../../../../local/sheets-api/model/apply-batch.ts';
import { createSpreadsheet } from '../../../../local/sheets-api/model/sheets/create.ts';
import { describeSpreadsheet } from '../../../../local/sheets-api/model/describe/describe-spreadsheet.ts';
import { describeRange } from '../../../../local/sheets-api/model/describe/read-values.ts';
import type { Scalar, Spreadsheet, Surroundings } from '../../../../local/sheets-api/model/types.ts';
import { parseBatch } from '../../../../local/sheets-api/wire/parse-batch.ts';
import { parseMask, project } from '../../../../local/sheets-api/wire/field-mask.ts';

export function surroundings(): Surroundings {
  let last = 100;
  return { now: new Date('2026-11-23T09:00:00Z'), newId: () => String(++last), email: undefined };
}

/** One sheet 1 «Лист» of 10 × 5 with the given texts, numbers and yes/no from A1. */
export function bookOf(rows: readonly (readonly (Scalar | null)[])[]): Spreadsheet {
  const gridProperties = { rowCount: 10, columnCount: 5 };
  const sheets = [{ sheetId: 1, title: 'Лист', gridProperties }];
  const blank = createSpreadsheet(
    { properties: { title: 'Книга', locale: 'ru_RU' }, sheets },
    surroundings(),
  );
  return apply(blank, {
    updateCells: { start: { sheetId: 1 }, rows: rows.map(rowData), fields: 'userEnteredValue' },
  });
}

function rowData(row: readonly (Scalar | null)[]): object {
  const kinds = { string: 'stringValue', number: 'numberValue', boolean: 'boolValue' } as const;
  return {
    values: row.map((value) =>
      value === null ? {} : { userEnteredValue: { [kinds[typeof value as keyof typeof kinds]]: value } },
    ),
  };
}

export function apply(book: Spreadsheet, ...requests: Record<string, unknown>[]): Spreadsheet {
  return applyBatch(book, parseBatch(structuredClone(requests)), surroundings()).spreadsheet;
}

export function reply(book: Spreadsheet, request: Record<string, unknown>): object | undefined {
  return applyBatch(book, parseBatch([structuredClone(request)]), surroundings()).replies[0];
}

/** The values as they are, without formats. */
export function valuesOf(book: Spreadsheet, range = 'Лист'): readonly (readonly Scalar[])[] {
  const options = { value: 'UNFORMATTED_VALUE', dateTime: 'SERIAL_NUMBER', majorDimension: 'ROWS' } as const;
  return describeRange(book, range, options).values ?? [];
}

/** The first sheet as `spreadsheets.get` describes it under the mask of a sheet. */
export function sheetOf(book: Spreadsheet, fields: string): unknown {
  const mask = parseMask(`sheets(${fields})`);
  const described = project(describeSpreadsheet(book, { mask, gridData: true }), mask);
  return (described as { sheets: unknown[] }).sheets[0];
}
