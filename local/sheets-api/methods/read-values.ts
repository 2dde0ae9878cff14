import { bodySchemas } from '../schema/bodies.ts';
import { findFiltered } from '../model/ranges/find-filtered.ts';
import { describeRange, describeTarget } from '../model/describe/read-values.ts';
import { parseMessage } from '../wire/parse-message.ts';
import { parseRenderOptions, type Query } from '../wire/query.ts';
import { type Method } from './method.ts';

const RENDER_PARAMETERS = ['valueRenderOption', 'dateTimeRenderOption', 'majorDimension'];

function renderOptions(query: Query): ReturnType<typeof parseRenderOptions> {
  return parseRenderOptions({
    value: query.text('valueRenderOption'),
    dateTime: query.text('dateTimeRenderOption'),
    majorDimension: query.text('majorDimension'),
  });
}

export const valuesGet: Method = {
  parameters: RENDER_PARAMETERS,
  run: ({ book, range, query }) => ({ answer: describeRange(book, range, renderOptions(query)) }),
};

export const valuesBatchGet: Method = {
  parameters: [...RENDER_PARAMETERS, 'ranges'],
  run: ({ book, query }) => {
    const options = renderOptions(query);
    const valueRanges = query.list('ranges').map((range) => describeRange(book, range, options));
    return { answer: { spreadsheetId: book.id, ...(valueRanges.length > 0 && { valueRanges }) } };
  },
};

export const valuesBatchGetByDataFilter: Method = {
  parameters: [],
  run: ({ book, body }) => {
    const asked = parseMessage(bodySchemas['values.batchGetByDataFilter'], body, '');
    const options = parseRenderOptions({
      value: asked.valueRenderOption,
      dateTime: asked.dateTimeRenderOption,
      majorDimension: asked.majorDimension,
    });
    const valueRanges = (asked.dataFilters ?? []).flatMap((filter) =>
      findFiltered(book, filter).map((target) => ({
        valueRange: describeTarget(book, target, options),
        dataFilters: [filter],
      })),
    );
    return { answer: { spreadsheetId: book.id, ...(valueRanges.length > 0 && { valueRanges }) } };
  },
};
