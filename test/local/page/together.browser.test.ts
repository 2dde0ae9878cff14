import { describe } from '@jest/globals';
import { describeCrash } from './scenarios/crash.ts';
import { describeTogether } from './scenarios/together.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('with several people', ({ scenario, stage }) => {
  describe('at once', () => describeTogether(scenario));
  describe('a crash', () => describeCrash(stage));
});
