import { afterAll, beforeAll, describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { findFreePort } from '../../../support/free-port.ts';
import { scenarioOn, type Scenario, type Scenarios, type Stage } from '../scenarios/scenario.ts';
import { openDesk } from './desk.ts';
import { findChromium } from './find-chromium.ts';
import { openContext } from './window.ts';

/**
 * Each window lives for seconds: its code is never worth compiling well. Windows of one site are one process, which
 * has read the page's large script once: opening another costs half.
 */
const FLAGS = [
  '--disable-gpu',
  '--in-process-gpu',
  '--no-zygote',
  '--process-per-site',
  '--js-flags=--no-opt --no-maglev --single-threaded-gc',
];

export interface Browsing extends Scenarios {
  readonly stage: () => Stage;
}

/** Which of the scenarios a suite plays. */
export type Share = keyof Scenarios;

/**
 * Scenarios of the page in one browser, in any order, and each alone: each has a program and a copy of the demo of its
 * own. They share a window that is shown one program after the other. Without Chromium they are skipped, by name.
 */
export function describeInBrowser(name: string, share: Share, body: (browsing: Browsing) => void): void {
  const executablePath = findChromium();
  const title = `the page in Chromium, ${name}`;
  if (!executablePath) {
    describe.skip(`${title} [SKIPPED, no Chromium here: SHNOR_CHROMIUM names one]`, () =>
      body({ ...only(share, scenarioOn(noStage)), stage: noStage }));
    return;
  }
  describe(title, () => {
    let browser: Browser | undefined;
    let opened: Stage | undefined;
    const stage = () => opened ?? noStage();

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: FLAGS });
      const context = await openContext(browser);
      opened = { context, desk: openDesk(context), port: await findFreePort() };
    });
    afterAll(async () => {
      // Left open it would keep the run from ending.
      await browser?.close();
    });

    body({ ...only(share, scenarioOn(stage)), stage });
  });
}

function only(share: Share, scenario: Scenario): Scenarios {
  return { scenario: () => undefined, more: () => undefined, [share]: scenario };
}

function noStage(): Stage {
  throw new Error('the browser has not started');
}
