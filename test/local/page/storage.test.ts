import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openPageStorage } from '../../../local/page/storage.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-23T09:00:00Z');

describe('numbers of states', () => {
  test.each([
    ['an hour later', HOUR_MS],
    ['at the same moment', 0],
    ['after the clock was set back an hour', -HOUR_MS],
  ])('a start %s goes on above the states of the start before', (_, ms) => {
    const folder = makeTempFolder();
    const file = join(folder.path, 'page.sqlite');
    const [first = 0, second = 0] = [NOW, NOW + ms].map((now) => {
      const storage = openPageStorage(file);
      const state = storage.startStates(now);
      storage.close();
      return state;
    });
    folder.remove();
    const statesOfADay = 1_000_000;
    expect(second).toBeGreaterThan(first + statesOfADay);
  });
});
