import { existsSync } from 'node:fs';
import { openSqliteStore } from '../../functions/adapters/sqlite/store.ts';
import type { DocumentVersion, Store } from '../../functions/use-cases/ports/store.ts';
import { ACCOUNTS, accountSchema, type Account } from './stored.ts';

export interface FoundAccount {
  readonly account: Account;
  readonly version: DocumentVersion;
}

/** What everything about accounts is done over. */
export interface Desk {
  /** Whether anybody was ever invited. */
  exist(): boolean;
  store(): Store;
  /** Milliseconds since 1970. */
  now(): number;
  instant(): string;
  /** Of the passwords' hashes. */
  readonly cost: number;
  read(id: string): Promise<FoundAccount | undefined>;
  close(): Promise<void>;
}

interface DeskOptions {
  readonly file: string;
  readonly now: () => number;
  readonly cost: number;
}

export function openDesk({ file, now, cost }: DeskOptions): Desk {
  let opened: Store | undefined;
  const exist = (): boolean => existsSync(file);
  const store = (): Store => (opened ??= openSqliteStore(file));
  return {
    exist,
    store,
    now,
    instant: () => new Date(now()).toISOString(),
    cost,
    async read(id) {
      // Whoever only asks makes no file.
      const [found] = exist() ? await store().getMany([`${ACCOUNTS}/${id}`]) : [];
      return found && { account: accountSchema.parse(found.data), version: found.version };
    },
    close: async () => opened?.close(),
  };
}
