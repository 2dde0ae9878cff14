import { describe } from '@jest/globals';
import { describeMenu } from './scenarios/menu.ts';
import { describeReports } from './scenarios/reports.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('asked for more', ({ scenario }) => {
  describe('the menu', () => describeMenu(scenario));
  describe('reports', () => describeReports(scenario));
});
