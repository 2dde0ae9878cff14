import { createHash } from 'node:crypto';
import { z } from 'zod';
import { storedPassword } from './password.ts';

/** An account: who was invited, and by what they sign in. */
export const accountSchema = z.object({
  email: z.string(),
  /** Null until the first invitation is taken up. */
  password: storedPassword.nullable(),
  /** The latest one alone; null where it was taken up. */
  invitation: z.object({ hash: z.string(), expiresAt: z.string() }).nullable(),
  /** Grows where all sessions so far are to end. */
  epoch: z.number().int(),
  invitedAt: z.string(),
});
export type Account = z.infer<typeof accountSchema>;

export const sessionSchema = z.object({
  email: z.string(),
  epoch: z.number().int(),
  startedAt: z.string(),
  seenAt: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

export const ACCOUNTS = 'accounts';
export const SESSIONS = 'sessions';

/** An address may have signs that no key may. */
export function accountId(email: string): string {
  return createHash('sha256').update(email).digest('hex').slice(0, 40);
}

export function accountKey(email: string): string {
  return `${ACCOUNTS}/${accountId(email)}`;
}

const HOUR_MS = 3_600_000;
/** A day's work, with nobody at the machine overnight. */
const IDLE_MS = 12 * HOUR_MS;
const LONGEST_MS = 7 * 24 * HOUR_MS;
/** Each request would else cost a write. */
const SEEN_MS = 5 * 60_000;

/** Whether the session still holds; `now` in milliseconds. */
export function holds({ startedAt, seenAt }: Session, now: number): boolean {
  return now - Date.parse(seenAt) < IDLE_MS && now - Date.parse(startedAt) < LONGEST_MS;
}

export function isDueToBeSeen({ seenAt }: Session, now: number): boolean {
  return now - Date.parse(seenAt) > SEEN_MS;
}
