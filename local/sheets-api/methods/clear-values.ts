import { bodySchemas } from '../schema/bodies.ts';
import { Draft } from '../model/draft.ts';
import { findA1, type Target } from '../model/ranges/find-range.ts';
import { findFiltered } from '../model/ranges/find-filtered.ts';
import { clearValues } from '../model/values/write-values.ts';
import { formatA1 } from '../wire/a1.ts';
import { within } from '../wire/api-error.ts';
import { parseMessage } from '../wire/parse-message.ts';
import type { Call, Method, Outcome } from './method.ts';

/** Empty lists are left out on the wire. */
function clearAll({ book, around }: Call, targets: readonly Target[]): Required<Outcome> {
  const draft = new Draft(book, around);
  const clearedRanges = targets.map((target) => {
    clearValues(draft, target);
    return formatA1(target.sheet.properties.title, target.box);
  });
  const answer = { spreadsheetId: book.id, ...(clearedRanges.length > 0 && { clearedRanges }) };
  return { answer, after: draft.finish() };
}

export const valuesClear: Method = {
  parameters: [],
  run: (call) => {
    parseMessage(bodySchemas['values.clear'], call.body, '');
    const target = findA1(call.book, call.range);
    const { after } = clearAll(call, [target]);
    const clearedRange = formatA1(target.sheet.properties.title, target.box);
    return { answer: { spreadsheetId: call.book.id, clearedRange }, after };
  },
};

export const valuesBatchClear: Method = {
  parameters: [],
  run: (call) => {
    const { ranges = [] } = parseMessage(bodySchemas['values.batchClear'], call.body, '');
    const targets = ranges.map((range, index) => within(`range[${index}]`, () => findA1(call.book, range)));
    return clearAll(call, targets);
  },
};

export const valuesBatchClearByDataFilter: Method = {
  parameters: [],
  run: (call) => {
    const { dataFilters = [] } = parseMessage(bodySchemas['values.batchClearByDataFilter'], call.body, '');
    return clearAll(
      call,
      dataFilters.flatMap((filter) => findFiltered(call.book, filter)),
    );
  },
};
