import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { copyDemo } from '../../../support/demo-folder.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { openPageHere } from '../support/open-page-here.ts';
import type { Program } from '../support/program.ts';
import { catchUp, type Desk } from '../support/desk.ts';
import type { Window } from '../support/window.ts';

/** What a scenario has for itself: the demo as the first start leaves it, the page over it, a window of that page. */
export interface World {
  readonly program: Omit<Program, 'kill'>;
  /** Where another window may be opened. */
  readonly context: BrowserContext;
  readonly window: Window;
  /** Ends the program and starts it anew, under the open window. */
  readonly restart: () => Promise<void>;
}

/** What all scenarios share, and none changes. */
export interface Stage {
  /** Of the windows that share what the browser keeps: the page's large script is read by the first of them alone. */
  readonly context: BrowserContext;
  /** Where the scenarios' window stands. */
  readonly desk: Desk;
  /** Where the page is for it. */
  readonly port: number;
}

/** States a fact that is played in a world of its own, so that no other scenario need be played before. */
export type Scenario = (name: string, play: (world: World) => Promise<void>) => void;

export interface Scenarios {
  /** For what the page is: played by `npm test`. */
  readonly scenario: Scenario;
  /** For what else it can, and what `npm test` states of its parts: played by `npm run test:long`. */
  readonly more: Scenario;
}

/** In every scenario nothing is asked of another machine, and no error is left uncaught. */
export function scenarioOn(stage: () => Stage): Scenario {
  return (name, play) =>
    test(name, async () => {
      const { context, desk, port } = stage();
      await inDemo(async (data) => {
        let program = await openPageHere(data, port);
        try {
          const window = await desk.at(program.url);
          const restart = async (): Promise<void> => {
            await program.stop();
            program = await openPageHere(data, Number(new URL(program.url).port));
            await catchUp(window, program.url);
          };
          await play({ program, context, window, restart });
          expect({ foreign: window.foreign, errors: window.errors }).toEqual({ foreign: [], errors: [] });
        } catch (error) {
          await desk.clear();
          throw error;
        } finally {
          await program.stop();
        }
      });
    });
}

export async function inDemo(action: (data: string) => Promise<void>): Promise<void> {
  const folder = makeTempFolder();
  const data = join(folder.path, 'data');
  copyDemo(data);
  try {
    await action(data);
  } finally {
    folder.remove();
  }
}
