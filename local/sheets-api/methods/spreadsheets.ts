import { bodySchemas } from '../schema/bodies.ts';
import { applyBatch } from '../model/apply-batch.ts';
import { describeSpreadsheet } from '../model/describe/describe-spreadsheet.ts';
import { findFiltered } from '../model/ranges/find-filtered.ts';
import { findA1, type Target } from '../model/ranges/find-range.ts';
import type { Spreadsheet, Surroundings } from '../model/types.ts';
import { below, type Mask } from '../wire/field-mask.ts';
import { parseMessage } from '../wire/parse-message.ts';
import { parseBatch } from '../wire/parse-batch.ts';
import { newSpreadsheet } from './create.ts';
import { type Call, type Method, type Outcome } from './method.ts';

/** A mask decides alone whether cells come; without one, the flag does. */
function describe(
  book: Spreadsheet,
  asked: { mask: Mask; includeGridData: boolean; targets: readonly Target[]; around: Surroundings },
): object {
  const { mask, targets, around } = asked;
  const { email, now } = around;
  const gridData = mask === true ? asked.includeGridData : below(mask, 'sheets') !== undefined;
  return describeSpreadsheet(book, { mask, gridData, email, now, ...(targets.length > 0 && { targets }) });
}

/** Not a `Method`: there is no spreadsheet yet. */
export function runCreate(body: unknown, around: Surroundings): { answer: object; after: Spreadsheet } {
  const after = newSpreadsheet(body, around);
  const asked = { mask: true, includeGridData: false, targets: [], around } as const;
  return { answer: describe(after, asked), after };
}

export const get: Method = {
  parameters: ['includeGridData', 'ranges', 'excludeTablesInBandedRanges'],
  run: ({ book, query, mask, around }) => {
    const targets = query.list('ranges').map((range) => findA1(book, range));
    const includeGridData = query.flag('includeGridData');
    return { answer: describe(book, { mask, includeGridData, targets, around }) };
  },
};

export const getByDataFilter: Method = {
  parameters: [],
  run: ({ book, body, mask, around }) => {
    const { dataFilters = [], includeGridData = false } = parseMessage(bodySchemas.getByDataFilter, body, '');
    const targets = dataFilters.flatMap((filter) => findFiltered(book, filter));
    return { answer: describe(book, { mask, includeGridData, targets, around }) };
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
    const updatedSpreadsheet = describe(spreadsheet, {
      mask: part,
      includeGridData,
      targets,
      around,
    });
    return { answer: { ...answer, updatedSpreadsheet }, after: spreadsheet };
  },
};
