import * as z from 'zod';
import { StoreConflictError } from '../../../use-cases/ports/errors.ts';
import type { Store, StoredDocument } from '../../../use-cases/ports/store.ts';
import type { RetryRuntime } from '../../shared/retry.ts';
import { MINUTE_MS, type CallKind } from './rate-limits.ts';

/** Calls that one block permits. */
export const BLOCK = 10;
/** Calls a minute and kind that all instances together take as blocks. */
export const POOL_PER_MINUTE = 40;
/** A block is good for so long: what is not used by then is lost, so that no two minutes' worth can meet. */
const BLOCK_LIVES_MS = 10_000;
/** Clocks further apart than this are wrong, and what they wrote does not hold anybody up. */
const MAX_SKEW_MS = MINUTE_MS;
const MAX_TRIES = 5;
const RETRY_DELAY_MS = 100;

/** So many calls are permitted until the moment; or none, and asking again makes sense after the wait. */
export type Block =
  | { readonly isTaken: true; readonly calls: number; readonly until: number }
  | { readonly isTaken: false; readonly waitMs: number };

/** What several instances of the functions share of one quota. */
export interface SharedQuota {
  takeBlock(kind: CallKind): Promise<Block>;
}

/** Instants in milliseconds of the blocks that still count: at most four, so the document stays small. */
const grantsSchema = z.object({ grantedAt: z.array(z.number()) });

/**
 * Blocks of calls from one document a kind, taken on the precondition that nobody else took one meanwhile. Within any
 * minute all instances together use at most `POOL_PER_MINUTE` calls of the pool, as far as their clocks agree; clocks
 * that differ by less than a minute let the pool be used up to twice in the minute of the difference.
 */
export function createSharedQuota(store: Store, runtime: RetryRuntime): SharedQuota {
  return {
    async takeBlock(kind) {
      for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
        const block = await tryTake(store, { key: keyOf(kind), now: runtime.now() });
        if (block) return block;
        await runtime.sleep(Math.ceil(runtime.random() * RETRY_DELAY_MS * attempt));
      }
      return { isTaken: false, waitMs: BLOCK_LIVES_MS };
    },
  };
}

/** Calls that the blocks of the last minute have permitted, of `POOL_PER_MINUTE` a kind; for whoever looks on. */
export async function readTaken(store: Store, now: number): Promise<Readonly<Record<CallKind, number>>> {
  const documents = await store.getMany([keyOf('read'), keyOf('write')]);
  const [read = 0, write = 0] = documents.map(
    (document) => grantsOf(document).filter((at) => counts(at, now)).length * BLOCK,
  );
  return { read, write };
}

function keyOf(kind: CallKind): string {
  return `quotas/sheets-${kind}`;
}

/** Undefined where another instance was faster. */
async function tryTake(store: Store, { key, now }: { key: string; now: number }): Promise<Block | undefined> {
  const [document] = await store.getMany([key]);
  const counting = grantsOf(document).filter((at) => counts(at, now));
  if (counting.length * BLOCK + BLOCK > POOL_PER_MINUTE) {
    return { isTaken: false, waitMs: Math.min(...counting) + BLOCK_LIVES_MS + MINUTE_MS - now };
  }
  const data = { grantedAt: [...counting, now] };
  try {
    await store.commit([{ kind: 'put', key, data, ifVersion: document?.version ?? 'absent' }]);
  } catch (error) {
    if (error instanceof StoreConflictError) return undefined;
    throw error;
  }
  return { isTaken: true, calls: BLOCK, until: now + BLOCK_LIVES_MS };
}

/** The last call of a block can be made at the end of its life, and counts for a minute from then on. */
function counts(grantedAt: number, now: number): boolean {
  return grantedAt + BLOCK_LIVES_MS + MINUTE_MS > now && grantedAt <= now + MAX_SKEW_MS;
}

/** A document that is not as we write it is taken for none: it guards a quota and nothing else. */
function grantsOf(document: StoredDocument | undefined): readonly number[] {
  const parsed = grantsSchema.safeParse(document?.data);
  return parsed.success ? parsed.data.grantedAt : [];
}
