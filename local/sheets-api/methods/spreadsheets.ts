import { bodySchemas } from '../schema/requests.ts';
import { applyBatch } from '../model/apply-batch.ts';
import { createSpreadsheet } from '../model/create.ts';
import { describeSpreadsheet } from '../model/describe-spreadsheet.ts';
import { findA1, findFiltered, type Target } from '../model/find-range.ts';
import type { Spreadsheet, Surroundings } from '../model/types.ts';
import { unknownHere } from '../wire/api-error.ts';
import { below, type Mask } from '../wire/field-mask.ts';
import { parseMessage } from '../wire/parse-message.ts';
import { parseBatch } from '../wire/parse-batch.ts';
import { type Call, type Method, type Outcome } from './method.ts';

/** A mask decides alone whether cells come; without one, the flag does. */
function describe(
  book: Spreadsheet,
  asked: { mask: Mask; includeGridData: boolean; targets: readonly Target[] },
): object {
  const { mask, targets } = asked;
  const gridData = mask === true ? asked.includeGridData : below(mask, 'sheets') !== undefined;
  return describeSpreadsheet(book, { mask, gridData, ...(targets.length > 0 && { targets }) });
}

/** Not a `Method`: there is no spreadsheet yet. */
export function runCreate(body: unknown, around: Surroundings): { answer: object; after: Spreadsheet } {
  const given = parseMessage(bodySchemas.create, body, '');
  if (given.spreadsheetId) throw unknownHere('the field "spreadsheetId" of a new spreadsheet');
  const after = createSpreadsheet(
    {
      properties: given.properties ?? {},
      sheets: (given.sheets ?? []).map((sheet) => sheet.properties ?? {}),
    },
    around,
  );
  return { answer: describe(after, { mask: true, includeGridData: false, targets: [] }), after };
}

export const get: Method = {
  parameters: ['includeGridData', 'ranges'],
  run: ({ book, query, mask }) => {
    const targets = query.list('ranges').map((range) => findA1(book, range));
    return { answer: describe(book, { mask, includeGridData: query.flag('includeGridData'), targets }) };
  },
};

export const getByDataFilter: Method = {
  parameters: [],
  run: ({ book, body, mask }) => {
    const { dataFilters = [], includeGridData = false } = parseMessage(bodySchemas.getByDataFilter, body, '');
    const targets = dataFilters.map((filter) => findFiltered(book, filter));
    return { answer: describe(book, { mask, includeGridData, targets }) };
  },
};

export const batchUpdate: Method = {
  parameters: [],
  run: ({ book, body, mask, around }: Call): Outcome => {
    const parsed = parseMessage(bodySchemas.batchUpdate, body, '');
    const requests = parseBatch(parsed.requests ?? []);
    const { spreadsheet, replies } = applyBatch(book, requests, around);
    const answer = { spreadsheetId: book.id, replies };
    const part = below(mask, 'updatedSpreadsheet');
    if (!parsed.includeSpreadsheetInResponse || part === undefined) return { answer, after: spreadsheet };
    const targets = (parsed.responseRanges ?? []).map((range) => findA1(spreadsheet, range));
    const includeGridData = parsed.responseIncludeGridData ?? false;
    const updatedSpreadsheet = describe(spreadsheet, { mask: part, includeGridData, targets });
    return { answer: { ...answer, updatedSpreadsheet }, after: spreadsheet };
  },
};
