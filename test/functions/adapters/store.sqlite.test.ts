import { afterAll } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../functions/adapters/sqlite/store.ts';
import { describeStoreContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'shnor-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

describeStoreContract('SQLite', { open: () => openSqliteStore(join(folder, 'store.db')), modelRuns: 100 });
