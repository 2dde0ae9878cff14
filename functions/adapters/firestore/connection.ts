import type * as Library from '@google-cloud/firestore';
import type { Firestore, Settings } from '@google-cloud/firestore';

export interface Connection {
  readonly database: Firestore;
  readonly library: typeof Library;
}

export interface FirestoreStoreOptions {
  readonly projectId: string;
  /** Absent: the project's `(default)` database. */
  readonly databaseId?: string;
  /** How long the library repeats a commit that finds no answer; its own 10 minutes outlast any function. */
  readonly commitWithinMs?: number;
}

/** A read is tried five times by the library, within about 8 s where it is refused at once. */
const READ_ATTEMPT_MS = 20_000;
const COMMIT_WITHIN_MS = 30_000;

/** Loads the library, which costs a quarter of a second of start-up, and opens the database without a call. */
export async function connectTo(options: FirestoreStoreOptions): Promise<Connection> {
  const { projectId, databaseId, commitWithinMs = COMMIT_WITHIN_MS } = options;
  const library = await import('@google-cloud/firestore');
  const settings: Settings = { projectId, clientConfig: planClientConfig(commitWithinMs) };
  if (databaseId !== undefined) settings.databaseId = databaseId;
  return { library, database: new library.Firestore(settings) };
}

/** In the form of the library's `firestore_client_config.json`, of which it replaces a part. */
function planClientConfig(commitWithinMs: number): object {
  const retry_params = {
    commit: {
      initial_retry_delay_millis: 200,
      retry_delay_multiplier: 2,
      max_retry_delay_millis: 5000,
      initial_rpc_timeout_millis: commitWithinMs,
      rpc_timeout_multiplier: 1,
      max_rpc_timeout_millis: commitWithinMs,
      total_timeout_millis: commitWithinMs,
    },
  };
  const methods = {
    Commit: { timeout_millis: commitWithinMs, retry_codes_name: 'commit', retry_params_name: 'commit' },
    BatchGetDocuments: { timeout_millis: READ_ATTEMPT_MS },
    RunQuery: { timeout_millis: READ_ATTEMPT_MS },
  };
  const retry_codes = { commit: ['RESOURCE_EXHAUSTED', 'UNAVAILABLE'] };
  return { interfaces: { 'google.firestore.v1.Firestore': { retry_codes, retry_params, methods } } };
}
