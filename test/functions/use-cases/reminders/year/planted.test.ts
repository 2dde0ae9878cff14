import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { applyPatch, ROOT } from '../../../../simulation/planted/plant.ts';
import { YEAR_BUGS } from './planted.ts';

test.each(YEAR_BUGS)('$name still has its place in the product', ({ patches }) => {
  for (const patch of patches)
    expect(() => applyPatch(readFileSync(join(ROOT, patch.file), 'utf8'), patch)).not.toThrow();
});
