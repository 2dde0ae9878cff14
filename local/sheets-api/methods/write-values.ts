import { bodySchemas } from '../schema/requests.ts';
import { appendValues } from '../model/append-values.ts';
import type { EntryMode } from '../model/cells.ts';
import { Draft } from '../model/draft.ts';
import { findA1, findFiltered, type Target } from '../model/find-range.ts';
import { localeRules } from '../model/locales.ts';
import { readTarget } from '../model/read-values.ts';
import type { Spreadsheet, Surroundings } from '../model/types.ts';
import { clearValues, writeValues, type EnteredRows, type Written } from '../model/write-values.ts';
import { formatA1 } from '../wire/a1.ts';
import { unknownHere } from '../wire/api-error.ts';
import { parseEnteredRows } from '../wire/entered-values.ts';
import { parseMessage } from '../wire/parse-message.ts';
import { parseInputOption, parseMajorDimension, parseRenderOptions, type MajorDimension } from '../wire/query.ts';
import { type Call, type Method } from './method.ts';

function entryMode(book: Spreadsheet, option: string | undefined, around: Surroundings): EntryMode {
  const rules = localeRules(book.properties.locale);
  return { option: parseInputOption(option), rules, now: around.now };
}

/** `UpdateValuesResponse`; zero counts are left out, as in every proto3 answer. */
function describeWritten(after: Spreadsheet, target: Target, written: Written): object {
  const { box } = written;
  const { title } = target.sheet.properties;
  const updatedRange = formatA1(title, box ?? { ...target.box, endRow: target.box.startRow + 1, endColumn: target.box.startColumn + 1 });
  if (!box) return { spreadsheetId: after.id, updatedRange };
  return {
    spreadsheetId: after.id,
    updatedRange,
    updatedRows: box.endRow - box.startRow,
    updatedColumns: box.endColumn - box.startColumn,
    ...(written.cells > 0 && { updatedCells: written.cells }),
  };
}

/** How the written values are to be read back. */
interface ReadBack {
  readonly include: boolean;
  readonly value: string | undefined;
  readonly dateTime: string | undefined;
  readonly majorDimension: MajorDimension;
}

function readBack(after: Spreadsheet, written: Written, asked: ReadBack): object {
  const sheet = after.sheets.find(({ properties }) => properties.sheetId === written.sheetId);
  if (!asked.include || !sheet || !written.box) return {};
  const options = parseRenderOptions(asked);
  return { updatedData: readTarget(after, { sheet, box: written.box }, options) };
}

function parsePathEntry(call: Call, name: 'values.update' | 'values.append'): { rows: EnteredRows; back: ReadBack; mode: EntryMode } {
  const { query, book, around } = call;
  const given = parseMessage(bodySchemas[name], call.body, 'data');
  const majorDimension = parseMajorDimension(given.majorDimension);
  const back: ReadBack = {
    include: query.flag('includeValuesInResponse'),
    value: query.text('responseValueRenderOption'),
    dateTime: query.text('responseDateTimeRenderOption'),
    majorDimension,
  };
  const rows = parseEnteredRows(given.values, majorDimension, 'data.values');
  return { rows, back, mode: entryMode(book, query.text('valueInputOption'), around) };
}

const ENTRY_PARAMETERS = [
  'valueInputOption',
  'includeValuesInResponse',
  'responseValueRenderOption',
  'responseDateTimeRenderOption',
];

export const valuesUpdate: Method = {
  parameters: ENTRY_PARAMETERS,
  run: (call) => {
    const { rows, back, mode } = parsePathEntry(call, 'values.update');
    const draft = new Draft(call.book);
    const target = findA1(call.book, call.range);
    const written = writeValues(draft, target, { rows, mode });
    const after = draft.finish();
    return { answer: { ...describeWritten(after, target, written), ...readBack(after, written, back) }, after };
  },
};

export const valuesAppend: Method = {
  parameters: [...ENTRY_PARAMETERS, 'insertDataOption'],
  run: (call) => {
    const { rows, back, mode } = parsePathEntry(call, 'values.append');
    const option = call.query.text('insertDataOption') ?? 'OVERWRITE';
    if (option !== 'OVERWRITE' && option !== 'INSERT_ROWS') throw unknownHere(`insertDataOption=${option}`);
    const draft = new Draft(call.book);
    const target = findA1(call.book, call.range);
    const { table, ...written } = appendValues(draft, target, { rows, mode, insertRows: option === 'INSERT_ROWS' });
    const after = draft.finish();
    const tableRange = table && { tableRange: formatA1(target.sheet.properties.title, table) };
    const updates = { ...describeWritten(after, target, written), ...readBack(after, written, back) };
    return { answer: { spreadsheetId: call.book.id, ...tableRange, updates }, after };
  },
};

export const valuesClear: Method = {
  parameters: [],
  run: ({ book, range, body }) => {
    parseMessage(bodySchemas['values.clear'], body, '');
    const { clearedRanges, after } = clearAll(book, [findA1(book, range)]);
    return { answer: { spreadsheetId: book.id, clearedRange: clearedRanges[0] }, after };
  },
};

function clearAll(book: Spreadsheet, targets: readonly Target[]): { clearedRanges: string[]; after: Spreadsheet } {
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
    const { clearedRanges, after } = clearAll(book, ranges.map((range) => findA1(book, range)));
    return { answer: { spreadsheetId: book.id, clearedRanges }, after };
  },
};

export const valuesBatchClearByDataFilter: Method = {
  parameters: [],
  run: ({ book, body }) => {
    const { dataFilters = [] } = parseMessage(bodySchemas['values.batchClearByDataFilter'], body, '');
    const { clearedRanges, after } = clearAll(book, dataFilters.map((filter) => findFiltered(book, filter)));
    return { answer: { spreadsheetId: book.id, clearedRanges }, after };
  },
};

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

function writeAll(call: Call, given: BatchEntry, entries: readonly Entry[]): { answer: object; after: Spreadsheet } {
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

/** Rows and columns that several ranges touch count once a sheet. */
function totals(written: readonly Written[]): object {
  const rows = new Set<string>();
  const columns = new Set<string>();
  const sheets = new Set<number>();
  let cells = 0;
  for (const { sheetId, box, cells: count } of written) {
    if (!box) continue;
    sheets.add(sheetId);
    for (let row = box.startRow; row < box.endRow; row++) rows.add(`${sheetId} ${row}`);
    for (let column = box.startColumn; column < box.endColumn; column++) columns.add(`${sheetId} ${column}`);
    cells += count;
  }
  if (sheets.size === 0) return {};
  return {
    totalUpdatedRows: rows.size,
    totalUpdatedColumns: columns.size,
    ...(cells > 0 && { totalUpdatedCells: cells }),
    totalUpdatedSheets: sheets.size,
  };
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
