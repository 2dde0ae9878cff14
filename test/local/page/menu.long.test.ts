import { describe } from '@jest/globals';
import { describeMenu } from './scenarios/menu.ts';
import { describePrinting } from './scenarios/printing.ts';
import { describeReports } from './scenarios/reports.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('asked for more', 'more', (browsing) => {
  describe('the menu', () => describeMenu(browsing));
  describe('reports', () => describeReports(browsing));
  describe('paper', () => describePrinting(browsing));
});
