import { isNameless, namelessColumn } from '../../domain/sync/row.ts';
import { cutAt } from '../../domain/text/shorten.ts';
import { columnLetters } from '../layout/columns.ts';
import type { Cell } from '../layout/layout.ts';

/** A column that staff added: kept, never understood. */
export interface OwnColumn {
  /** `x:Header`; of equal headers the second is `x2:Header`; without a header `x@H`. */
  readonly key: string;
  readonly index: number;
}

/** Columns that are nobody's but the staff's: under a header, or with something typed below an empty one. */
export function findOwnColumns(
  headers: readonly string[],
  bound: ReadonlySet<number>,
  body: readonly (readonly Cell[])[],
): readonly OwnColumn[] {
  const width = body.reduce((widest, row) => Math.max(widest, row.length), headers.length);
  const titles = Array.from({ length: width }, (_, index) => headers[index] ?? '');
  const filled = filledColumns(titles, bound, body);
  return ownColumnKeys(titles, bound).flatMap((key, index) =>
    key === undefined || (isNameless(key) && !filled.has(index)) ? [] : [{ key, index }],
  );
}

/** The key of each column; undefined for one that the worksheet describes. No key stands twice. */
export function ownColumnKeys(
  titles: readonly string[],
  bound: ReadonlySet<number>,
): readonly (string | undefined)[] {
  const counts = new Map<string, number>();
  return titles.map((title, index) => {
    if (bound.has(index)) return undefined;
    const name = nameOf(title);
    if (name === '') return namelessColumn(columnLetters(index));
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `x${count === 1 ? '' : count}:${name}`;
  });
}

/** A store takes no name of more than 1,500 bytes; headers that are longer are told apart as equal ones are. */
const MAX_NAME = 400;

function nameOf(title: string): string {
  const name = title.trim();
  return cutAt(name, MAX_NAME).toWellFormed();
}

export function isOwnColumn(key: string): boolean {
  return isNameless(key) || /^x\d*:/u.test(key);
}

/** How people call an own column. */
export function ownColumnTitle(key: string): string {
  if (isNameless(key)) return `столбец ${key.slice(namelessColumn('').length)}`;
  return key.slice(key.indexOf(':') + 1);
}

function filledColumns(
  titles: readonly string[],
  bound: ReadonlySet<number>,
  body: readonly (readonly Cell[])[],
): ReadonlySet<number> {
  const empty = new Set(
    titles.flatMap((title, index) => (title.trim() === '' && !bound.has(index) ? [index] : [])),
  );
  const filled = new Set<number>();
  for (const row of body) {
    for (const index of empty) {
      if (!isFilled(row[index])) continue;
      filled.add(index);
      empty.delete(index);
    }
    if (empty.size === 0) break;
  }
  return filled;
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell !== null && cell !== '';
}
