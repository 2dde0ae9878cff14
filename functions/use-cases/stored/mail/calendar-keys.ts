import * as z from 'zod';
import type { JsonObject, Store, StoreWrite } from '../../ports/store.ts';
import { hashOfText } from '../encoding/canonical-json.ts';
import { parseStored } from '../encoding/parse-stored.ts';

const feedSchema = z.object({
  workbookId: z.string(),
  /** Row of «Ответственные»; null: the whole workbook. */
  personId: z.string().nullable(),
  whose: z.string(),
  /** The instant, ISO 8601 in UTC, and whose wish it was. */
  at: z.string(),
  by: z.string(),
});

const listSchema = z.object({ feeds: z.array(feedSchema.extend({ key: z.string() })) });

export type CalendarFeed = z.infer<typeof feedSchema>;
export type ListedFeed = z.infer<typeof listSchema>['feeds'][number];

export interface StoredFeeds {
  readonly feeds: readonly ListedFeed[];
  readonly version: string | undefined;
}

/** `calendars/FINGERPRINT`: what a secret address opens. The secret itself is kept nowhere. */
function feedKey(fingerprint: string): string {
  return `calendars/${fingerprint}`;
}

function listKey(workbookId: string): string {
  return `workbooks/${workbookId}/calendars/all`;
}

export function fingerprintOf(secret: string): string {
  return hashOfText(secret);
}

/** One store read. Undefined where the secret opens nothing, or nothing any more. */
export async function readFeed(store: Store, secret: string): Promise<CalendarFeed | undefined> {
  const [document] = await store.getMany([feedKey(fingerprintOf(secret))]);
  return document && parseStored(feedSchema, document);
}

/** One store read. */
export async function readFeeds(store: Store, workbookId: string): Promise<StoredFeeds> {
  const [document] = await store.getMany([listKey(workbookId)]);
  return { feeds: document ? parseStored(listSchema, document).feeds : [], version: document?.version };
}

/** These take the place of those before, all at once; fails where somebody else has done so since. */
export function replaceFeeds(
  workbookId: string,
  { feeds: before, version }: StoredFeeds,
  feeds: readonly ListedFeed[],
): readonly StoreWrite[] {
  return [
    planList(workbookId, { feeds, version }),
    ...before.map(({ key }): StoreWrite => ({ kind: 'delete', key: feedKey(key) })),
    ...feeds.map(({ key, ...data }): StoreWrite => ({ kind: 'put', key: feedKey(key), data })),
  ];
}

/** These open nothing from then on, the others go on; fails where somebody else has changed them since. */
export function revokeFeeds(
  workbookId: string,
  { feeds: before, version }: StoredFeeds,
  gone: readonly ListedFeed[],
): readonly StoreWrite[] {
  if (gone.length === 0) return [];
  const feeds = before.filter((feed) => !gone.includes(feed));
  return [
    planList(workbookId, { feeds, version }),
    ...gone.map(({ key }): StoreWrite => ({ kind: 'delete', key: feedKey(key) })),
  ];
}

function planList(workbookId: string, { feeds, version }: StoredFeeds): StoreWrite {
  return {
    kind: 'put',
    key: listKey(workbookId),
    data: { feeds } as unknown as JsonObject,
    ifVersion: version ?? 'absent',
  };
}
