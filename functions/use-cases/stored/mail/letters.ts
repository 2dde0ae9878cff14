import * as z from 'zod';
import type { LinkedDigest } from '../../../workbook/reminders/letter-frame.ts';
import type { JsonObject, Store, StoreWrite } from '../../ports/store.ts';
import { hashOf, hashOfText } from '../encoding/canonical-json.ts';
import { parseStored } from '../encoding/parse-stored.ts';

/**
 * `waiting`: it goes out at `next`. `sending`: somebody has taken it in hand at `at`; who dies meanwhile leaves it so,
 * and whether the server has taken it nobody knows. `sent`: the server has said so. `failed`: it will not go out.
 * `replaced`: it never went out, and what it said is said by a later one.
 */
export const LETTER_STATES = ['waiting', 'sending', 'sent', 'failed', 'replaced'] as const;

const digestValue = z.custom<LinkedDigest>((value) => typeof value === 'object' && value !== null);

const letterSchema = z.object({
  /** Names the letter for ever: of the workbook, the address and the day. */
  id: z.string(),
  day: z.string(),
  state: z.enum(LETTER_STATES),
  /** When it came into its state, ISO 8601 in UTC. */
  at: z.string(),
  /** From when on it may be tried again. */
  next: z.string(),
  tries: z.number().int(),
  /** The connection broke once after the text had gone out. */
  mayBeSent: z.boolean().optional(),
  /** Of a failed one: the server does not want it, as against: it was put off too often. */
  isRefused: z.boolean().optional(),
  /** Russian: why it is still waiting, or will not go out. */
  reason: z.string().optional(),
  subject: z.string(),
  /** Absent in old letters: that they went out is kept, what they said is not. */
  digest: digestValue.optional(),
  /** What is told by it (`hashKey`). */
  keys: z.array(z.string()),
});

/** `workbooks/ID/letters/PERSON`: what one address was told, and its letters, the latest last. */
const mailboxSchema = z.object({
  address: z.string(),
  positions: z.array(z.string()),
  told: z.array(z.string()),
  letters: z.array(letterSchema),
});

export type StoredLetter = z.infer<typeof letterSchema>;
export type Mailbox = z.infer<typeof mailboxSchema>;

/** Neither sent nor given up. */
export function isOpen({ state }: StoredLetter): boolean {
  return state === 'waiting' || state === 'sending';
}

export interface StoredMailbox {
  readonly mailbox: Mailbox;
  readonly version: string;
}

/** With their texts, and without: a letter takes some 40 kB, the store's documents 1 MiB. */
const WITH_TEXT = 6;
/** Of all texts together, in UTF-8: the older ones of large letters go. */
const MAX_TEXT_BYTES = 300_000;
const KEPT = 60;
/** A person's steps of several years. */
const MAX_TOLD = 20_000;

/** Names the address in keys of the store, which others may list. */
export function personKey(address: string): string {
  return hashOfText(address).slice(0, 16);
}

/** Short enough for thousands: 48 bits. */
export function hashKey(key: string): string {
  return hashOfText(key).slice(0, 12);
}

export function letterId(workbookId: string, address: string, day: string): string {
  return hashOf([workbookId, address, day]).slice(0, 24);
}

function collectionOf(workbookId: string): string {
  return `workbooks/${workbookId}/letters`;
}

/** One store read each, in the order of the persons; undefined where the address was never written to. */
export async function readMailboxes(
  store: Store,
  workbookId: string,
  persons: readonly string[],
): Promise<readonly (StoredMailbox | undefined)[]> {
  if (persons.length === 0) return [];
  const documents = await store.getMany(persons.map((person) => `${collectionOf(workbookId)}/${person}`));
  return documents.map(
    (document) => document && { mailbox: parseStored(mailboxSchema, document), version: document.version },
  );
}

/** More addresses than a department has. */
const MAX_MAILBOXES = 200;

/** One store read an address. */
export async function listMailboxes(store: Store, workbookId: string): Promise<readonly Mailbox[]> {
  const documents = await store.scan(collectionOf(workbookId), { limit: MAX_MAILBOXES });
  return documents.map((document) => parseStored(mailboxSchema, document));
}

/** Fails where anyone else has written since `version` (undefined: the mailbox is new). */
export function mailboxWrite(workbookId: string, mailbox: Mailbox, version: string | undefined): StoreWrite {
  const { letters, told } = mailbox;
  const kept = letters.slice(-KEPT);
  const withText = latestTexts(kept);
  return {
    kind: 'put',
    key: `${collectionOf(workbookId)}/${personKey(mailbox.address)}`,
    data: {
      ...mailbox,
      told: told.slice(-MAX_TOLD),
      letters: kept.map((letter) => shrink(letter, withText.has(letter))),
    } as unknown as JsonObject,
    ifVersion: version ?? 'absent',
  };
}

/** The latest letters whose texts are kept; those that are open in any case. */
function latestTexts(letters: readonly StoredLetter[]): ReadonlySet<StoredLetter> {
  const kept = new Set(letters.filter(isOpen));
  let bytes = 0;
  for (const letter of letters.slice(-WITH_TEXT).toReversed()) {
    bytes += Buffer.byteLength(JSON.stringify(letter.digest ?? null), 'utf8');
    if (bytes <= MAX_TEXT_BYTES) kept.add(letter);
  }
  return kept;
}

/** What it told matters until it is known to be out. */
function shrink(letter: StoredLetter, hasText: boolean): StoredLetter {
  const { digest: _said, ...rest } = letter;
  const shrunk = hasText ? letter : rest;
  return isOpen(letter) || letter.state === 'failed' ? shrunk : { ...shrunk, keys: [] };
}
