import { describe } from '@jest/globals';
import { describeConflicts } from './scenarios/conflicts.ts';
import { describeHabits } from './scenarios/habits.ts';
import { describeKeys } from './scenarios/keys.ts';
import { describeRandomPairs } from './scenarios/random-pairs.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('as the hand knows it', 'more', (browsing) => {
  describe('habits', () => describeHabits(browsing));
  describe('keys', () => describeKeys(browsing));
  describe('two in one cell', () => describeConflicts(browsing));
  describe('two at random', () => describeRandomPairs(browsing));
});
