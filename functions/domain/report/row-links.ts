import type { Obligation } from '../assessment/obligation.ts';
import { isDone, isDoneInTime } from '../assessment/states/state.ts';
import type { ReportRow } from './report-document.ts';

export type Links = NonNullable<ReportRow['links']>;
type Span = Links[string];

/** What the rows of one table of the report stand for, in their order. */
export interface RowList<Item> {
  readonly table: string;
  readonly items: readonly Item[];
}

export interface RowLinks<Item> {
  /** Exactly the rows of these items, in the first list where they stand together; undefined where in none. */
  spanOf(items: readonly Item[]): Span | undefined;
}

/** A link is one range of rows, so only items that stand together have one. */
export function createRowLinks<Item>(lists: readonly RowList<Item>[]): RowLinks<Item> {
  const known = lists.map(({ table, items }) => ({
    table,
    positions: new Map(items.map((item, index) => [item, index])),
  }));
  return {
    spanOf: (items) => {
      for (const { table, positions } of known) {
        const span = togetherAt(items, positions);
        if (span) return table === 'details' ? span : { ...span, table };
      }
      return undefined;
    },
  };
}

function togetherAt<Item>(
  items: readonly Item[],
  positions: ReadonlyMap<Item, number>,
): { readonly from: number; readonly to: number } | undefined {
  let [from, to] = [Infinity, 0];
  for (const item of items) {
    const at = positions.get(item);
    if (at === undefined) return undefined;
    from = Math.min(from, at);
    to = Math.max(to, at + 1);
  }
  return to - from === items.length ? { from, to } : undefined;
}

/** The links of a line's figures, by the keys of their columns; nothing for a figure of 0. */
export function linksOfFigures(
  obligations: readonly Obligation[],
  keys: readonly string[],
  links: RowLinks<Obligation>,
): Links {
  const counted = countedBy(obligations);
  return compact(keys.map((key) => [key, links.spanOf(counted.get(key) ?? [])] as const));
}

/** As `linksOfFigures`, for tables whose «в срок» (`done`) counts what was taken off control too. */
export function linksInForm(
  obligations: readonly Obligation[],
  keys: readonly string[],
  links: RowLinks<Obligation>,
): Links {
  const done = links.spanOf(obligations.filter(({ state }) => isDoneInTime(state)));
  return compact(Object.entries({ ...linksOfFigures(obligations, keys, links), done }));
}

/** What each figure counts; a percentage is of those that are due. */
function countedBy(obligations: readonly Obligation[]): ReadonlyMap<string, readonly Obligation[]> {
  const due = obligations.filter(({ isDue }) => isDue);
  return new Map<string, readonly Obligation[]>([
    ...Map.groupBy(obligations, ({ state }) => state),
    ['total', obligations],
    ['due', due],
    ['percent', due],
    ['dueDone', due.filter(({ state }) => isDone(state))],
  ]);
}

export function compact(entries: readonly (readonly [string, Span | undefined])[]): Links {
  return Object.fromEntries(entries.filter((entry): entry is [string, Span] => entry[1] !== undefined));
}
