import { describe } from '@jest/globals';
import { describeMenu } from './scenarios/menu.ts';
import { describeStructure } from './scenarios/structure.ts';
import { describeTyping } from './scenarios/typing.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('as one uses it every day', 'scenario', (browsing) => {
  describe('typing', () => describeTyping(browsing));
  describe('rows', () => describeStructure(browsing));
  describe('the menu', () => describeMenu(browsing));
});
