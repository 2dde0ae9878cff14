import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PLANTED_BUGS } from './bugs.ts';
import { applyPatch, ROOT } from './plant.ts';

describe('the planted bugs', () => {
  test('have names of their own', () => {
    const names = PLANTED_BUGS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(PLANTED_BUGS)('$name still has its place in the product', ({ patches }) => {
    const sources = new Map(patches.map(({ file }) => [file, readFileSync(join(ROOT, file), 'utf8')]));
    for (const patch of patches) {
      const source = sources.get(patch.file) ?? '';
      const after = applyPatch(source, patch);
      expect(after).not.toBe(source);
      sources.set(patch.file, after);
    }
  });
});
