import { bodySchemas } from '../schema/bodies.ts';
import { Draft } from '../model/draft.ts';
import { findFiltered } from '../model/ranges/find-filtered.ts';
import { findA1, type Target } from '../model/ranges/find-range.ts';
import type { Spreadsheet } from '../model/types.ts';
import { NOTHING_ENTERED, writeValues, type EnteredRows } from '../model/values/write-values.ts';
import { parseEnteredRows } from '../wire/entered-values.ts';
import { within } from '../wire/api-error.ts';
import { parseMessage } from '../wire/parse-message.ts';
import { parseMajorDimension, type MajorDimension } from '../wire/query.ts';
import { describeWritten, describeBack, totals } from './describe-written.ts';
import { entryMode } from './entry-mode.ts';
import type { Call, Method } from './method.ts';

interface Entry {
  readonly target: Target;
  readonly rows: EnteredRows;
  readonly majorDimension: MajorDimension;
  /** What the response says of the entry itself: its spreadsheet, or the filter that found it. */
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
  const draft = new Draft(call.book, call.around);
  const written = entries.map((entry, index) =>
    within(`data[${index}]`, () => writeValues(draft, entry.target, { rows: entry.rows, mode })),
  );
  const after = draft.finish();
  const responses = entries.map((entry, index) => {
    const one = written[index] ?? { sheetId: 0, box: undefined, entered: NOTHING_ENTERED };
    const back = {
      include: given.includeValuesInResponse ?? false,
      value: given.responseValueRenderOption,
      dateTime: given.responseDateTimeRenderOption,
      majorDimension: entry.majorDimension,
    };
    const described = describeWritten(entry.target, one);
    return { ...entry.label, ...described, ...describeBack(after, one, back) };
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
      const target = within(`data[${index}]`, () => findA1(call.book, data.range ?? ''));
      return { target, rows, majorDimension, label: { spreadsheetId: call.book.id } };
    });
    return writeAll(call, given, entries);
  },
};

export const valuesBatchUpdateByDataFilter: Method = {
  parameters: [],
  run: (call) => {
    const given = parseMessage(bodySchemas['values.batchUpdateByDataFilter'], call.body, '');
    const entries = (given.data ?? []).flatMap((data, index): Entry[] => {
      const majorDimension = parseMajorDimension(data.majorDimension);
      const rows = parseEnteredRows(data.values, majorDimension, `data[${index}].values`);
      const dataFilter = data.dataFilter ?? {};
      const targets = within(`data[${index}]`, () => findFiltered(call.book, dataFilter));
      return targets.map((target) => ({ target, rows, majorDimension, label: { dataFilter } }));
    });
    return writeAll(call, given, entries);
  },
};
