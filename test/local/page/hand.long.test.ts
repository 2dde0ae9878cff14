import { describe } from '@jest/globals';
import { describeCrash, describeSharedCrash } from './scenarios/crash.ts';
import { describeStructure } from './scenarios/structure.ts';
import { describeTogether } from './scenarios/together.ts';
import { describeTyping } from './scenarios/typing.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('under the hand', 'more', (browsing) => {
  describe('typing', () => describeTyping(browsing));
  describe('rows', () => describeStructure(browsing));
  describe('at once', () => describeTogether(browsing));
  describe('a crash', () => {
    describeCrash(browsing.stage);
    describeSharedCrash(browsing.stage);
  });
});
