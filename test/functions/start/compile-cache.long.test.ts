import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeTempFolder } from '../../support/temp-folder.ts';

const CACHE = import.meta.resolve('../../../functions/start/compile-cache.ts');
const PROGRAM = `
  import { flushCompileCache, getCompileCacheDir } from 'node:module';
  import { fillCompileCache, useCompileCache } from ${JSON.stringify(CACHE)};
  const [how] = process.argv.slice(2);
  if (how === 'fill') fillCompileCache(import.meta.dirname);
  else useCompileCache(import.meta.dirname);
  await import('./part.mjs');
  if (how === 'fill') flushCompileCache();
  console.log(getCompileCacheDir() === undefined ? 'without' : 'with');
`;

describe('the compile cache that lies beside the program', () => {
  const folder = makeTempFolder();
  const cache = join(folder.path, 'compile-cache');
  beforeAll(() => {
    writeFileSync(join(folder.path, 'program.mjs'), PROGRAM);
    writeFileSync(join(folder.path, 'part.mjs'), 'export const part = () => 1;\n');
  });
  afterAll(() => folder.remove());

  /** Whether the start had a cache, and whether V8 took the part out of it. */
  function start(how: 'fill' | 'use'): readonly [string, boolean] {
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder.path, 'program.mjs'), how], {
      encoding: 'utf8',
      env: { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
    });
    const lines = `${stdout}\n${stderr}`.split('\n');
    const isTaken = lines.some((line) => line.includes('part.mjs was accepted'));
    return [lines.includes('with') ? 'with' : 'without', isTaken];
  }

  const only = (): string => readdirSync(cache)[0] ?? '';

  test('is filled once, taken by later starts, also of another user; that of another Node.js is left alone', () => {
    expect(start('use')).toEqual(['without', false]);
    expect(start('fill')).toEqual(['with', false]);
    expect(start('use')).toEqual(['with', true]);
    const made = only();
    renameSync(join(cache, made), join(cache, made.replace(/-\d+$/u, '-4321')));
    expect(start('use')).toEqual(['with', true]);
    renameSync(join(cache, only()), join(cache, made.replace(/^v\d+/u, 'v1')));
    expect(start('use')).toEqual(['without', false]);
    mkdirSync(join(cache, 'v24'));
    expect(start('use')).toEqual(['without', false]);
  });
});
