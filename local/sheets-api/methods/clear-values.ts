import { bodySchemas } from '../schema/requests.ts';
import { Draft } from '../model/draft.ts';
import { findA1, findFiltered, type Target } from '../model/find-range.ts';
import type { Spreadsheet } from '../model/types.ts';
import { clearValues } from '../model/write-values.ts';
import { formatA1 } from '../wire/a1.ts';
import { parseMessage } from '../wire/parse-message.ts';
import type { Method } from './method.ts';

export const valuesClear: Method = {
  parameters: [],
  run: ({ book, range, body }) => {
    parseMessage(bodySchemas['values.clear'], body, '');
    const { clearedRanges, after } = clearAll(book, [findA1(book, range)]);
    return { answer: { spreadsheetId: book.id, clearedRange: clearedRanges[0] }, after };
  },
};

function clearAll(
  book: Spreadsheet,
  targets: readonly Target[],
): { clearedRanges: string[]; after: Spreadsheet } {
  const draft = new Draft(book);
  const clearedRanges = targets.map((target) => {
    clearValues(draft, target);
    return formatA1(target.sheet.properties.title, target.box);
  });
  return { clearedRanges, after: draft.finish() };
}

export const valuesBatchClear: Method = {
  parameters: [],
  run: ({ book, body }) => {
    const { ranges = [] } = parseMessage(bodySchemas['values.batchClear'], body, '');
    const { clearedRanges, after } = clearAll(
      book,
      ranges.map((range) => findA1(book, range)),
    );
    return { answer: { spreadsheetId: book.id, clearedRanges }, after };
  },
};

export const valuesBatchClearByDataFilter: Method = {
  parameters: [],
  run: ({ book, body }) => {
    const { dataFilters = [] } = parseMessage(bodySchemas['values.batchClearByDataFilter'], body, '');
    const { clearedRanges, after } = clearAll(
      book,
      dataFilters.map((filter) => findFiltered(book, filter)),
    );
    return { answer: { spreadsheetId: book.id, clearedRanges }, after };
  },
};
