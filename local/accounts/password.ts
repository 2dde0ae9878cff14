import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PasswordUnfitError, SignInBusyError } from './errors.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** How a password is kept: scrypt (RFC 7914) with a salt of its own; the cost stands beside it, for later ones. */
export const storedPassword = z.object({
  salt: z.string(),
  hash: z.string(),
  cost: z.number().int(),
});
export type StoredPassword = z.infer<typeof storedPassword>;

/** N of scrypt with r = 8, p = 3: 32 MB and some tenths of a second, as OWASP's cheat sheet allows. */
export const USUAL_COST = 2 ** 15;
const BLOCK = 8;
const TIMES = 3;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const MIN_LENGTH = 10;
/** What a password may have at most, so that hashing it costs no more than any other. */
export const MAX_LENGTH = 200;

/** One derivation after another, for each wants its memory and a processor; so many may wait. */
const MAX_WAITING = 30;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Throws `SignInBusyError`. */
export async function hashPassword(password: string, cost: number): Promise<StoredPassword> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await inTurn(() => deriveKey(password, salt, cost));
  return { salt: salt.toString('base64url'), hash: hash.toString('base64url'), cost };
}

/** Takes as long where there is no such account. Throws `SignInBusyError`. */
export async function isPassword(
  password: string,
  stored: StoredPassword | undefined,
  cost: number,
): Promise<boolean> {
  const { salt, hash, cost: own } = stored ?? { salt: '', hash: '', cost };
  const derived = await inTurn(() => deriveKey(password, Buffer.from(salt, 'base64url'), own));
  const kept = Buffer.from(hash, 'base64url');
  return kept.length === derived.length && timingSafeEqual(kept, derived);
}

/** Throws `PasswordUnfitError` for one that guessers try first. */
export function assertFit(password: string, email: string): void {
  const signs = [...normalise(password)];
  if (signs.length < MIN_LENGTH) throw new PasswordUnfitError(`в нём меньше ${MIN_LENGTH} знаков`);
  if (password.length > MAX_LENGTH) throw new PasswordUnfitError(`в нём больше ${MAX_LENGTH} знаков`);
  if (new Set(signs).size < MIN_LENGTH / 2)
    throw new PasswordUnfitError('в нём повторяются одни и те же знаки');
  const lower = password.toLowerCase();
  const [name = ''] = email.split('@');
  if (lower.includes(email) || lower === name) throw new PasswordUnfitError('он повторяет ваш адрес');
  if ('01234567890123456789'.includes(lower) || 'qwertyuiop[]'.includes(lower))
    throw new PasswordUnfitError('его подберут первым');
}

/** The same signs typed on another machine are the same password. */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

function deriveKey(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: BLOCK, p: TIMES, maxmem: 2 * 128 * cost * BLOCK };
  return derive(normalise(password), salt, HASH_BYTES, options);
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting >= MAX_WAITING) throw new SignInBusyError();
  waiting += 1;
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}
