import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeTempFolder } from './support/temp-folder.ts';

const PROJECT = join(import.meta.dirname, '..');
const CONFIG = join(PROJECT, '.dependency-cruiser.json');
const DEPCRUISE = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** A tree as the rules know it, and in it each import that they forbid. */
const PLANTED: Readonly<Record<string, string>> = {
  'functions/use-cases/ports/ports.ts': `export interface Store { readonly name: string }`,
  'functions/use-cases/sync/reconcile.ts': `
    import type { Situation } from './situation.ts';
    export interface Request { readonly by: string }
    export const reconcile = (situation: Situation) => situation;`,
  'functions/use-cases/sync/situation.ts': `
    import type { Request } from './reconcile.ts';
    export interface Situation { readonly request: Request }`,
  'functions/adapters/store.ts': `
    import type { Store } from '../use-cases/ports/ports.ts';
    import type { Request } from '../use-cases/sync/reconcile.ts';
    export const open = ({ by }: Request): Store => ({ name: by });`,
  'functions/use-cases/stored/head.ts': `
    import type { Store } from '../ports/ports.ts';
    import { reconcile } from '../sync/reconcile.ts';
    export const head = (store: Store) => [store, reconcile];`,
  'functions/use-cases/today.ts': `export const today = 1;`,
  'functions/use-cases/report/publish.ts': `export { today } from '../today.ts';`,
};

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

describe('the check of imports', () => {
  const folder = makeTempFolder();
  let found: readonly string[];

  beforeAll(() => {
    for (const [path, text] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      writeFileSync(join(folder.path, path), text);
    }
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [DEPCRUISE, 'functions', '--config', CONFIG, '--output-type', 'json'],
      { cwd: folder.path, encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    const { summary } = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
    found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).toSorted();
  });
  afterAll(() => folder.remove());

  test('refuses a circle of types alone, and whatever leaves its layer or its room', () => {
    expect(found).toEqual([
      'adapters-implement-ports-only: functions/adapters/store.ts → functions/use-cases/sync/reconcile.ts',
      'no-circular: functions/use-cases/sync/reconcile.ts → functions/use-cases/sync/situation.ts',
      'the-common-rooms-know-no-capability: functions/use-cases/stored/head.ts → functions/use-cases/sync/reconcile.ts',
      'use-cases-lie-in-rooms: functions/use-cases/report/publish.ts → functions/use-cases/today.ts',
    ]);
  });
});
