import { invalidArgument } from './api-error.ts';
import { invalidValue } from './parse-message.ts';
import type { MajorDimension } from './query.ts';

type Entered = (string | number | boolean | null)[][];

/**
 * Reads the `values` of a request as rows, whatever their major dimension.
 * @param at how errors call the list: `data.values`
 * @throws ApiError 400 as Google says it
 */
export function parseEnteredRows(values: unknown, majorDimension: MajorDimension, at: string): Entered {
  const lists = values ?? [];
  if (!Array.isArray(lists)) throw notAList(at, lists);
  lists.forEach((list: unknown, outer) => checkList(list, outer, at));
  return majorDimension === 'ROWS' ? (lists as Entered) : transpose(lists as Entered);
}

function checkList(list: unknown, outer: number, at: string): void {
  if (!Array.isArray(list)) throw notAList(`${at}[${outer}]`, list);
  list.forEach((value: unknown, inner) => {
    if (typeof value === 'object' && value !== null)
      throw invalidArgument(
        `Invalid values[${outer}][${inner}]: ${Array.isArray(value) ? 'list_value' : 'struct_value'}`,
      );
  });
}

function notAList(path: string, value: unknown): Error {
  return invalidValue(path, 'type.googleapis.com/google.protobuf.ListValue', JSON.stringify(value));
}

/** A column that is shorter than its neighbours leaves the cells below its end as they are. */
function transpose(columns: Entered): Entered {
  const height = columns.reduce((highest, column) => Math.max(highest, column.length), 0);
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null));
}
