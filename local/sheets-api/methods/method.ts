import type { Mask } from '../wire/field-mask.ts';
import type { Query } from '../wire/query.ts';
import type { Spreadsheet, Surroundings } from '../model/types.ts';

/** One call of a method on a spreadsheet. */
export interface Call {
  readonly book: Spreadsheet;
  /** The last part of the path: an A1 range, or the id of a sheet or of metadata; else ''. */
  readonly range: string;
  readonly query: Query;
  readonly body: unknown;
  /** What of the answer is asked for. */
  readonly mask: Mask;
  readonly around: Surroundings;
  /** Another spreadsheet, where a method needs two; undefined where there is none. */
  readonly openBook?: (id: string) => Spreadsheet | undefined;
}

export interface Outcome {
  readonly answer: object;
  /** The spreadsheet after the call; absent: unchanged. */
  readonly after?: Spreadsheet;
}

export interface Method {
  /** The query parameters that it takes. */
  readonly parameters: readonly string[];
  readonly run: (call: Call) => Outcome;
}
