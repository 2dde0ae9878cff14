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

  test.each(PLANTED_BUGS)('$name calls nothing that its file does not know', ({ patches }) => {
    const unknown = patches.flatMap((patch) => {
      const source = readFileSync(join(ROOT, patch.file), 'utf8');
      const rest = source.replace(patch.find, '');
      return callsIn(applyPatch(source, patch)).filter(
        (name) => !new RegExp(`\\b${name}\\b`, 'u').test(rest),
      );
    });
    expect(unknown).toEqual([]);
  });
});

/** Names called by themselves, not as somebody's methods. */
function callsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w.$])(?!if\b|switch\b|return\b)[a-z]\w*(?=\()/gu)].map(([name]) => name);
}
