import { afterAll, beforeAll, describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { findFreePort } from '../../support/free-port.ts';
import { describeCrash } from './scenarios/crash.ts';
import { describeMenu } from './scenarios/menu.ts';
import { describeReports } from './scenarios/reports.ts';
import { scenarioOn, type Stage } from './scenarios/scenario.ts';
import { describeStructure } from './scenarios/structure.ts';
import { describeTogether } from './scenarios/together.ts';
import { describeTyping } from './scenarios/typing.ts';
import { findChromium } from './support/find-chromium.ts';
import { openDesk } from './support/desk.ts';
import { openContext } from './support/window.ts';

const executablePath = findChromium();
const NAME = 'the page in Chromium';
const describeInBrowser = executablePath
  ? (body: () => void) => describe(NAME, body)
  : (body: () => void) =>
      describe.skip(`${NAME} [SKIPPED, no Chromium here: SHNOR_CHROMIUM names one]`, body);

/** Scenarios go in any order, and each alone: each has a program and a copy of the demo of
 * its own. They share a browser, and a window that is shown one program after the other. */
describeInBrowser(() => {
  let browser: Browser | undefined;
  let opened: Stage | undefined;
  const stage = (): Stage => {
    if (!opened) throw new Error('the browser has not started');
    return opened;
  };
  const scenario = scenarioOn(stage);

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--disable-gpu'] });
    const context = await openContext(browser);
    opened = { context, desk: openDesk(context), port: await findFreePort() };
  });
  afterAll(async () => {
    // Left open it would keep the run from ending.
    await browser?.close();
  });

  describe('typing', () => describeTyping(scenario));
  describe('rows', () => describeStructure(scenario));
  describe('people together', () => describeTogether(scenario));
  describe('the menu', () => describeMenu(scenario));
  describe('reports', () => describeReports(scenario));
  describe('a crash', () => describeCrash(stage));
});
