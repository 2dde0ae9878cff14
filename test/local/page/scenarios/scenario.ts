import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { openPageHere } from '../support/open-page-here.ts';
import type { Program } from '../support/program.ts';
import { openWindowIn, type Window } from '../support/window.ts';

/** What a scenario has for itself: the demo as the first start leaves it, the page over it, a window of that page. */
export interface World {
  readonly program: Omit<Program, 'kill'>;
  readonly browser: Browser;
  readonly window: Window;
}

/** What all scenarios share, and none changes. */
export interface Stage {
  readonly browser: Browser;
  /** Of the windows that come one after the other: the page's large script is read by the first of them alone. */
  readonly context: BrowserContext;
  /** Where the page is for these windows. */
  readonly port: number;
  /** The folder of a finished start. */
  readonly demo: string;
}

/** States a fact that is played in a world of its own, so that no other scenario need be played before. */
export type Scenario = (name: string, play: (world: World) => Promise<void>) => void;

/** In every scenario nothing is asked of another machine, and no error is left uncaught. */
export function scenarioOn(stage: () => Stage): Scenario {
  return (name, play) =>
    test(name, async () => {
      const { browser, context, demo, port } = stage();
      await inCopyOf(demo, async (data) => {
        const program = await openPageHere(data, port);
        const window = await openWindowIn(context, program.url);
        try {
          await play({ program, browser, window });
          expect({ foreign: window.foreign, errors: window.errors }).toEqual({ foreign: [], errors: [] });
        } finally {
          await window.close();
          await program.stop();
        }
      });
    });
}

export async function inCopyOf(demo: string, action: (data: string) => Promise<void>): Promise<void> {
  const folder = makeTempFolder();
  const data = join(folder.path, 'data');
  cpSync(demo, data, { recursive: true });
  try {
    await action(data);
  } finally {
    folder.remove();
  }
}
