import { normaliseHeader } from './header-names.ts';
import { isOwnColumn, ownColumnKeys, ownColumnTitle } from './own-columns.ts';

/** Where the columns of a worksheet stood when it was last read whole: what is known of a header that is gone since. */
export interface Places {
  /** Zero-based. */
  readonly headerRow: number;
  /** Keys from left to right, those of own columns too; '' where nothing had a header. */
  readonly columns: readonly string[];
}

/** Own columns under longer headers are not remembered: the places of all worksheets lie in one document. */
const MAX_KEY = 80;
/** As many columns are remembered. */
const MAX_COLUMNS = 120;

/** What is to be remembered of a header: `columns` are those that the worksheet describes. */
export function placesOf(
  headerRow: number,
  headers: readonly string[],
  columns: ReadonlyMap<string, number>,
): Places {
  const keyAt = new Map([...columns].map(([key, index]) => [index, key]));
  const width = Math.max(headers.length, ...keyAt.keys().map((index) => index + 1));
  const titles = Array.from({ length: Math.min(width, MAX_COLUMNS) }, (_, index) => headers[index] ?? '');
  const keys = ownColumnKeys(titles, new Set(keyAt.keys())).map((own, index) =>
    own === undefined ? (keyAt.get(index) ?? '') : shortKey(own, titles[index] ?? ''),
  );
  while (keys.at(-1) === '') keys.pop();
  return { headerRow, columns: keys };
}

function shortKey(key: string, title: string): string {
  return title.trim() === '' || key.length > MAX_KEY ? '' : key;
}

/** Headers of the staff's own columns, as names are compared. */
export function ownNames({ columns }: Places): ReadonlySet<string> {
  return new Set(columns.filter(isOwnColumn).map((key) => normaliseHeader(ownColumnTitle(key))));
}
