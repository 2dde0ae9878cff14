import { describe } from '@jest/globals';
import { describeStructure } from './scenarios/structure.ts';
import { describeTyping } from './scenarios/typing.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('under one hand', ({ scenario }) => {
  describe('typing', () => describeTyping(scenario));
  describe('rows', () => describeStructure(scenario));
});
