import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { makeTempFolder } from '../../support/temp-folder.ts';
import { describeCrash } from './scenarios/crash.ts';
import { describeMenu } from './scenarios/menu.ts';
import { describeReports } from './scenarios/reports.ts';
import { describeStructure } from './scenarios/structure.ts';
import { describeTogether } from './scenarios/together.ts';
import { describeTyping } from './scenarios/typing.ts';
import type { World } from './scenarios/world.ts';
import { findChromium } from './support/find-chromium.ts';
import { startProgram, type Program } from './support/program.ts';
import { openWindow, type Window } from './support/window.ts';

const executablePath = findChromium();
const NAME = 'the page in Chromium';
const describeInBrowser = executablePath
  ? (body: () => void) => describe(NAME, body)
  : (body: () => void) =>
      describe.skip(`${NAME} [SKIPPED, no Chromium here: SHNOR_CHROMIUM names one]`, body);

describeInBrowser(() => {
  const folder = makeTempFolder();
  let program: Program;
  let browser: Browser;
  let window: Window;
  /** What has started, also where something else did not: a browser left open would keep the run from ending. */
  const ends: (() => Promise<void>)[] = [];
  const world = (): World => ({ program, browser, window });

  beforeAll(async () => {
    program = await startProgram(join(folder.path, 'data'));
    ends.push(() => program.stop());
    browser = await chromium.launch({ executablePath: executablePath ?? '' });
    ends.push(() => browser.close());
    window = await openWindow(browser, program.url);
  }, 90_000);
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
    folder.remove();
  });

  describe('typing', () => describeTyping(world));
  describe('rows', () => describeStructure(world));
  describe('people together', () => describeTogether(world));
  describe('the menu', () => describeMenu(world));
  describe('reports', () => describeReports(world));
  describe('a crash', () =>
    describeCrash(world, async () => {
      program = await startProgram(join(folder.path, 'data'), Number(new URL(program.url).port));
    }));

  test('nothing was asked of another machine, and no error was left uncaught', () => {
    expect({ foreign: window.foreign, errors: window.errors }).toEqual({ foreign: [], errors: [] });
  });
});
