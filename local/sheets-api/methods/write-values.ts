import { bodySchemas } from '../schema/bodies.ts';
import { appendValues } from '../model/values/append-values.ts';
import type { EntryMode } from '../model/values/cells.ts';
import { Draft } from '../model/draft.ts';
import { findA1, isSameRange } from '../model/ranges/find-range.ts';
import { writeValues, type EnteredRows } from '../model/values/write-values.ts';
import { formatA1 } from '../wire/a1.ts';
import { invalidArgument } from '../wire/api-error.ts';
import { parseEnteredRows } from '../wire/entered-values.ts';
import { parseMessage } from '../wire/parse-message.ts';
import { parseInsertOption, parseMajorDimension } from '../wire/query.ts';
import { describeWritten, describeBack, type ReadBack } from './describe-written.ts';
import { entryMode } from './entry-mode.ts';
import type { Call, Method } from './method.ts';

function parsePathEntry(
  call: Call,
  name: 'values.update' | 'values.append',
): { rows: EnteredRows; back: ReadBack; mode: EntryMode } {
  const { query, book, around } = call;
  const given = parseMessage(bodySchemas[name], call.body, 'data');
  if (given.range !== undefined && !isSameRange(book, given.range, call.range))
    throw invalidArgument(`Request range[${call.range}] does not match value's range[${given.range}]`);
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
    const draft = new Draft(call.book, call.around);
    const target = findA1(call.book, call.range);
    const written = writeValues(draft, target, { rows, mode });
    const after = draft.finish();
    return {
      answer: {
        spreadsheetId: after.id,
        ...describeWritten(target, written),
        ...describeBack(after, written, back),
      },
      after,
    };
  },
};

export const valuesAppend: Method = {
  parameters: [...ENTRY_PARAMETERS, 'insertDataOption'],
  run: (call) => {
    const { rows, back, mode } = parsePathEntry(call, 'values.append');
    const option = parseInsertOption(call.query.text('insertDataOption'));
    const draft = new Draft(call.book, call.around);
    const target = findA1(call.book, call.range);
    const { table, ...written } = appendValues(draft, target, {
      rows,
      mode,
      insertRows: option === 'INSERT_ROWS',
    });
    const after = draft.finish();
    const tableRange = table && { tableRange: formatA1(target.sheet.properties.title, table) };
    const updates = {
      spreadsheetId: after.id,
      ...describeWritten(target, written),
      ...describeBack(after, written, back),
    };
    return { answer: { spreadsheetId: call.book.id, ...tableRange, updates }, after };
  },
};
