import { describe } from '@jest/globals';
import { describeMenu } from './scenarios/menu.ts';
import { inFull } from '../../support/long.ts';
import { describePrinting } from './scenarios/printing.ts';
import { describeReports } from './scenarios/reports.ts';
import { describeInBrowser } from './support/in-browser.ts';

describeInBrowser('asked for more', ({ scenario }) => {
  describe('the menu', () => describeMenu(scenario));
  describe('reports', () => describeReports(scenario));
  // What the page sends to paper stands in `print/render-print.test.ts` too.
  if (inFull(true, false)) describe('paper', () => describePrinting(scenario));
});
