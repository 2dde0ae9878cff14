import type { Store } from '../ports/store.ts';
import type { Head } from '../stored/head/head.ts';
import { readFeeds, type ListedFeed, type StoredFeeds } from '../stored/mail/calendar-keys.ts';
import { readRows } from '../stored/rows/shards.ts';

interface Member {
  readonly workbookId: string;
  readonly head: Head;
  readonly email: string;
}

interface KnownFeeds {
  readonly feeds: StoredFeeds;
  /** Those that the member knows: the address is that of their position, or they were shown it as they made it. */
  readonly known: readonly ListedFeed[];
}

/** The calendar addresses that a member knows. One store read where there is none, else one more a shard of people. */
export async function calendarsOf(store: Store, { workbookId, head, email }: Member): Promise<KnownFeeds> {
  const feeds = await readFeeds(store, workbookId);
  if (feeds.feeds.length === 0) return { feeds, known: [] };
  const people = await readRows(store, workbookId, {
    worksheet: 'people',
    nextNumber: head.nextNumbers.people,
  });
  const isOf = (personId: string | null) =>
    personId !== null && isSameAddress(people.get(personId)?.cells['address'], email);
  return { feeds, known: feeds.feeds.filter(({ personId, by }) => by === email || isOf(personId)) };
}

function isSameAddress(cell: unknown, email: string): boolean {
  return typeof cell === 'string' && cell.trim().toLowerCase() === email;
}
