import { afterAll, expect } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '../../../../functions/adapters/sqlite/store.ts';
import type { CommitUnheard } from '../store-contract/lost-answers.ts';
import { describeStoreContract } from '../store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'shnor-store-'));
const file = join(folder, 'store.db');
afterAll(() => rmSync(folder, { recursive: true }));

/** By a process that is killed right after its commit. */
const commitUnheard: CommitUnheard = async (writes) => {
  const script = fileURLToPath(new URL('./commit-and-die.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file, JSON.stringify(writes)], { stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
};

describeStoreContract('SQLite', { open: () => openSqliteStore(file), modelRuns: 100, commitUnheard });
