import { bodySchemas } from '../schema/requests.ts';
import { Draft } from '../model/draft.ts';
import { findA1, findFiltered, type Target } from '../model/find-range.ts';
import type { Spreadsheet } from '../model/types.ts';
import { writeValues, type EnteredRows } from '../model/write-values.ts';
import { parseEnteredRows } from '../wire/entered-values.ts';
import { parseMessage } from '../wire/parse-message.ts';
import { parseMajorDimension, type MajorDimension } from '../wire/query.ts';
import { describeWritten, readBack, totals } from './describe-written.ts';
import { entryMode } from './entry-mode.ts';
import type { Call, Method } from './method.ts';

interface Entry {
  readonly target: Target;
  readonly rows: EnteredRows;
  readonly majorDimension: MajorDimension;
  /** Added to the entry's response. */
  readonly label: object;
}

interface BatchEntry {
  readonly valueInputOption?: string | undefined;
  readonly includeValuesInResponse?: boolean | undefined;
  readonly responseValueRenderOption?: string | undefined;
  readonly responseDateTimeRenderOption?: string | undefined;
}

function writeAll(
  call: Call,
  given: BatchEntry,
  entries: readonly Entry[],
): { answer: object; after: Spreadsheet } {
  const mode = entryMode(call.book, given.valueInputOption, call.around);
  const draft = new Draft(call.book);
  const written = entries.map((entry) => writeValues(draft, entry.target, { rows: entry.rows, mode }));
  const after = draft.finish();
  const responses = entries.map((entry, index) => {
    const one = written[index] ?? { sheetId: 0, box: undefined, cells: 0 };
    const back = {
      include: given.includeValuesInResponse ?? false,
      value: given.responseValueRenderOption,
      dateTime: given.responseDateTimeRenderOption,
      majorDimension: entry.majorDimension,
    };
    return { ...describeWritten(after, entry.target, one), ...readBack(after, one, back), ...entry.label };
  });
  return { answer: { spreadsheetId: after.id, ...totals(written), responses }, after };
}

export const valuesBatchUpdate: Method = {
  parameters: [],
  run: (call) => {
    const given = parseMessage(bodySchemas['values.batchUpdate'], call.body, '');
    const entries = (given.data ?? []).map((data, index): Entry => {
      const majorDimension = parseMajorDimension(data.majorDimension);
      const rows = parseEnteredRows(data.values, majorDimension, `data[${index}].values`);
      return { target: findA1(call.book, data.range ?? ''), rows, majorDimension, label: {} };
    });
    return writeAll(call, given, entries);
  },
};

export const valuesBatchUpdateByDataFilter: Method = {
  parameters: [],
  run: (call) => {
    const given = parseMessage(bodySchemas['values.batchUpdateByDataFilter'], call.body, '');
    const entries = (given.data ?? []).map((data, index): Entry => {
      const majorDimension = parseMajorDimension(data.majorDimension);
      const rows = parseEnteredRows(data.values, majorDimension, `data[${index}].values`);
      const dataFilter = data.dataFilter ?? {};
      return { target: findFiltered(call.book, dataFilter), rows, majorDimension, label: { dataFilter } };
    });
    return writeAll(call, given, entries);
  },
};
