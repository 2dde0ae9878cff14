import { compareNames } from '../../text/code-units.ts';
import type { Obligation } from '../../assessment/obligation.ts';
import { isDoneInTime, STATES, type State } from '../../assessment/states/state.ts';
import type { JournalEntry, School } from '../../records/records.ts';
import type { ReportTable } from '../report-document.ts';
import { monthKey } from './months-table.ts';
import type { RowList } from '../row-links.ts';
import { kindOf, topicOf } from './work-lines.ts';

export type RowOrder = NonNullable<ReportTable['orders']>[number];

/** Longer lists are not shown again: with its further orders a list stays as long as a sheet bears it. */
const MOST_ROWS = 500;

/** «Расшифровка» again by school, month and state: there stand together the rows behind figures of many measures. */
export function ordersOfObligations(
  obligations: readonly Obligation[],
  schools: readonly Pick<School, 'name'>[],
): readonly RowOrder[] {
  const schoolAt = new Map<string | null, number>(schools.map(({ name }, index) => [name, index]));
  return ordersOf(obligations, [
    {
      key: 'details_schools',
      title: 'Те же исполнения по школам',
      keyOf: (each) => [schoolAt.get(each.school) ?? schools.length, urgencyOf(each)],
    },
    {
      key: 'details_months',
      title: 'Те же исполнения по месяцам',
      keyOf: ({ occurrence, state }) => [
        occurrence ? monthKey(occurrence.controlDate) : UNDATED,
        rankOf(state),
      ],
    },
    {
      key: 'details_states',
      title: 'Те же исполнения по состояниям',
      keyOf: ({ state }) => [rankOf(state)],
    },
  ]);
}

/** As the states stand, but those done in time side by side: one figure counts them. */
const RANKED: readonly State[] = [
  ...STATES.filter(isDoneInTime),
  ...STATES.filter((state) => !isDoneInTime(state)),
];

function rankOf(state: State): number {
  return RANKED.indexOf(state);
}

/** After every month. */
const UNDATED = '~';

/** Those done, those overdue and those due: of each kind they stand side by side. */
function urgencyOf({ state, isDue }: Obligation): number {
  if (isDoneInTime(state)) return isDue ? 1 : 0;
  if (state === 'done_late') return 2;
  if (state === 'overdue') return 3;
  return isDue ? 4 : 5;
}

/** The entries of the journal again by kind within each month, by school and by topic. */
export function ordersOfEntries(journal: readonly JournalEntry[]): readonly RowOrder[] {
  const schoolAt = ranksOf(journal.flatMap(({ school }) => school ?? []));
  const topicAt = ranksOf(journal.map(topicOf));
  const positionOf = (school: string | null) => (school === null ? undefined : schoolAt.get(school));
  return ordersOf(journal, [
    {
      key: 'details_journal_kinds',
      title: 'Те же записи по месяцам и видам работы',
      keyOf: (entry) => [monthKey(entry.date), kindOf(entry)],
    },
    {
      key: 'details_journal_schools',
      title: 'Те же записи по школам',
      keyOf: (entry) => [positionOf(entry.school) ?? schoolAt.size, kindOf(entry)],
    },
    {
      key: 'details_journal_topics',
      title: 'Те же записи по темам',
      keyOf: (entry) => [topicAt.get(topicOf(entry)) ?? topicAt.size, kindOf(entry)],
    },
  ]);
}

/** By date, as a journal is read; those of one day as given. */
export function orderEntries(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  return sortedBy(journal, ({ date }) => [date]).map(({ item }) => item);
}

/** The rows as all the tables have them that show them. */
export function listsOf<Item>(
  table: string,
  items: readonly Item[],
  orders: readonly RowOrder[],
): readonly RowList<Item>[] {
  const others = orders.map(({ key, rows }) => ({
    table: key,
    items: rows.flatMap((at) => items[at] ?? []),
  }));
  return [{ table, items }, ...others];
}

type Key = readonly (string | number)[];

interface Ordering<Item> extends Pick<RowOrder, 'key' | 'title'> {
  readonly keyOf: (item: Item) => Key;
}

function ordersOf<Item>(items: readonly Item[], orderings: readonly Ordering<Item>[]): readonly RowOrder[] {
  if (items.length === 0 || items.length > MOST_ROWS) return [];
  return orderings.map(({ key, title, keyOf }) => ({
    key,
    title,
    rows: sortedBy(items, keyOf).map(({ index }) => index),
  }));
}

function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => Key) {
  return items
    .map((item, index) => ({ item, index, key: keyOf(item) }))
    .sort((a, b) => compareKeys(a.key, b.key) || a.index - b.index);
}

function compareKeys(a: Key, b: Key): number {
  for (const [at, one] of a.entries()) {
    const other = b[at] ?? one;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** Positions of names in their order. */
function ranksOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort(compareNames).map((name, index) => [name, index]));
}
