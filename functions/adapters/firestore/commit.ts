import { randomUUID } from 'node:crypto';
import type { Precondition, Transaction } from '@google-cloud/firestore';
import { StoreConflictError } from '../../use-cases/ports/errors.ts';
import type { PlannedWrite } from '../shared-store/store-limits.ts';
import type { Connection } from './connection.ts';
import { commitMark, parseVersion } from './envelope.ts';
import { translateCommitError, translateReadError } from './errors.ts';

/** All writes in one call; errors as the port has them. */
export async function commitWrites(connection: Connection, writes: readonly PlannedWrite[]): Promise<void> {
  const mark = randomUUID();
  try {
    // Without reads this is one plain commit, no transaction is begun. A batch would do the same, but repeats
    // itself for ten minutes, whatever the settings say.
    await connection.database.runTransaction(
      async (transaction) => {
        for (const write of writes) addWrite(transaction, write, { connection, mark });
      },
      { maxAttempts: 1 },
    );
  } catch (cause) {
    const error = translateCommitError(cause, writes);
    if (error instanceof StoreConflictError && (await stands(mark, writes, connection))) return;
    throw error;
  }
}

function addWrite(
  transaction: Transaction,
  write: PlannedWrite,
  { connection, mark }: { readonly connection: Connection; readonly mark: string },
): void {
  const document = connection.database.doc(write.key);
  const precondition = planPrecondition(write, connection);
  if (write.kind === 'delete') {
    transaction.delete(document, precondition);
    return;
  }
  const data = { body: write.data, commit: mark };
  if (write.ifVersion === 'absent') transaction.create(document, data);
  else if (precondition) transaction.update(document, data, precondition);
  else transaction.set(document, data);
}

function planPrecondition(
  { key, ifVersion }: PlannedWrite,
  { library }: Connection,
): Precondition | undefined {
  if (ifVersion === undefined || ifVersion === 'absent') return undefined;
  const time = parseVersion(ifVersion);
  // A version that this store never gave out stands for no document.
  if (!time) throw new StoreConflictError(key);
  return { lastUpdateTime: new library.Timestamp(time.seconds, time.nanoseconds) };
}

/**
 * Whether the commit is in the store although it seems to have failed: the library repeats a commit whose answer
 * was lost, and the repetition then fails on the precondition that its own first try has changed.
 */
async function stands(
  mark: string,
  writes: readonly PlannedWrite[],
  { database }: Connection,
): Promise<boolean> {
  // The commit is atomic: any document of it tells for all. A commit of deletions alone leaves no mark.
  const witness = writes.find(({ kind }) => kind === 'put');
  if (!witness) return false;
  try {
    const snapshot = await database.doc(witness.key).get();
    return commitMark.safeParse(snapshot.data()).data?.commit === mark;
  } catch (cause) {
    throw translateReadError(cause);
  }
}
