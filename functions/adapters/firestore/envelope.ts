import type { DocumentSnapshot } from '@google-cloud/firestore';
import * as z from 'zod';
import { StoreDamagedError } from '../../use-cases/ports/errors.ts';
import type { DocumentVersion, StoredDocument } from '../../use-cases/ports/store.ts';
import { canonicalObject } from '../shared-store/store-json.ts';

/**
 * How a document lies in Firestore. `body` keeps it in one field, so that an update of that field replaces it
 * wholly and can carry a precondition on the version, which a plain `set` cannot. `commit` is the mark of the
 * commit that wrote it: by it a commit whose answer was lost recognises its own work.
 */
const envelope = z.object({ body: z.record(z.string(), z.json()), commit: z.string() });

export const commitMark = envelope.pick({ commit: true });

const VERSION = /^(\d+)\.(\d{9})$/;

/** The stored document; undefined for an absent one. Throws `StoreDamagedError` for one that another program wrote. */
export function parseSnapshot(snapshot: DocumentSnapshot): StoredDocument | undefined {
  const { updateTime } = snapshot;
  if (!snapshot.exists || !updateTime) return undefined;
  const parsed = envelope.safeParse(snapshot.data());
  if (!parsed.success) {
    throw new StoreDamagedError(`Firestore, ${snapshot.ref.path}`, { cause: parsed.error });
  }
  const { seconds, nanoseconds } = updateTime;
  return {
    key: snapshot.ref.path,
    version: `${seconds}.${String(nanoseconds).padStart(9, '0')}`,
    data: canonicalObject(parsed.data.body, snapshot.ref.path),
  };
}

/** The update time behind a version; undefined where the text is no version that this store gave out. */
export function parseVersion(
  version: DocumentVersion,
): { readonly seconds: number; readonly nanoseconds: number } | undefined {
  const parts = VERSION.exec(version);
  return parts ? { seconds: Number(parts[1]), nanoseconds: Number(parts[2]) } : undefined;
}
