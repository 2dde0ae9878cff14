import type { Browser } from 'playwright-core';
import type { Program } from '../support/program.ts';
import type { Window } from '../support/window.ts';

/** What all scenarios share: one program, one browser, one window that stays open. */
export interface World {
  readonly program: Program;
  readonly browser: Browser;
  readonly window: Window;
}
