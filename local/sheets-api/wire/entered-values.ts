import { invalidArgument, joinErrors, type ApiError } from './api-error.ts';
import { invalidValue } from './message-errors.ts';
import type { MajorDimension } from './query.ts';
import { formatAsText } from './text-format.ts';

type Entered = (string | number | boolean | null)[][];

/**
 * Reads the `values` of a request as rows, whatever their major dimension.
 * @param at how errors call the list: `data.values`
 * Throws `ApiError` 400 as Google says it.
 */
export function parseEnteredRows(values: unknown, majorDimension: MajorDimension, at: string): Entered {
  const lists = values ?? [];
  if (!Array.isArray(lists)) throw notAList(at, lists);
  checkLists(lists, at);
  return majorDimension === 'ROWS' ? (lists as Entered) : transpose(lists as Entered);
}

function checkLists(lists: readonly unknown[], at: string): void {
  const broken = lists.flatMap((list, outer) =>
    Array.isArray(list) ? [] : [notAList(`${at}[${outer}]`, list)],
  );
  if (broken.length > 0) throw joinErrors(broken);
  (lists as readonly (readonly unknown[])[]).forEach((list, outer) => {
    list.forEach((value, inner) => {
      if (typeof value === 'object' && value !== null)
        throw invalidArgument(`Invalid values[${outer}][${inner}]: ${formatAsText(value)}`);
    });
  });
}

function notAList(path: string, value: unknown): ApiError {
  return invalidValue(path, 'type.googleapis.com/google.protobuf.ListValue', JSON.stringify(value));
}

/** A column that is shorter than its neighbours leaves the cells below its end as they are. */
function transpose(columns: Entered): Entered {
  const height = columns.reduce((highest, column) => Math.max(highest, column.length), 0);
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null));
}
