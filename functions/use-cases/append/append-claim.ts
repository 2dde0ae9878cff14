import * as z from 'zod';
import { StoreConflictError } from '../ports/errors.ts';
import { AppendsRunningError } from './append-errors.ts';
import type { DocumentVersion, Store } from '../ports/store.ts';
import { parseStored } from '../stored/encoding/parse-stored.ts';

const claimSchema = z.object({
  by: z.string(),
  /** The instant in ISO 8601, UTC. */
  at: z.string(),
});

/** A request to the vendor ends within three minutes: whoever has not written by then will not any more. */
const CLAIM_MINUTES = 5;

export interface ClaimRequest {
  readonly workbookId: string;
  readonly by: string;
  /** The instant in ISO 8601, UTC. */
  readonly now: string;
}

/**
 * Lets one caller at a time append rows of the plan (import, expansion), because an append that is repeated stands twice. Taken before the sheet is
 * read, given back when the rows are known to stand, or known not to. Throws `AppendsRunningError` while another
 * caller has it; a claim whose holder has died ends by itself after five minutes.
 */
export async function claimAppends(store: Store, request: ClaimRequest): Promise<void> {
  const { workbookId, by, now } = request;
  const key = keyOf(workbookId);
  const [standing] = await store.getMany([key]);
  if (standing) {
    const held = parseStored(claimSchema, standing);
    if (Math.abs(Date.parse(now) - Date.parse(held.at)) < CLAIM_MINUTES * 60_000) {
      throw new AppendsRunningError(held.by, CLAIM_MINUTES);
    }
  }
  const ifVersion: DocumentVersion = standing?.version ?? 'absent';
  try {
    await store.commit([{ kind: 'put', key, data: { by, at: now }, ifVersion }]);
  } catch (error) {
    if (error instanceof StoreConflictError) throw new AppendsRunningError('другой сотрудник', CLAIM_MINUTES);
    throw error;
  }
}

/** Nothing happens where the claim has passed to somebody else. */
export async function releaseAppends(store: Store, { workbookId, by, now }: ClaimRequest): Promise<void> {
  const [standing] = await store.getMany([keyOf(workbookId)]);
  if (!standing) return;
  const held = parseStored(claimSchema, standing);
  if (held.by !== by || held.at !== now) return;
  await store.commit([{ kind: 'delete', key: standing.key, ifVersion: standing.version }]);
}

function keyOf(workbookId: string): string {
  return `workbooks/${workbookId}/claims/appends`;
}
