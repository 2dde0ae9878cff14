import { expect } from '@jest/globals';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** One open window of the page, and what a person does in it. */
export interface Window {
  readonly page: Page;
  /** Addresses outside of this machine that the page asked for. */
  readonly foreign: readonly string[];
  /** Errors that the page did not catch. */
  readonly errors: readonly string[];
  /** Goes to the cell and types, as a person does, with Enter at the end. */
  type(tab: string, cell: string, text: string): Promise<void>;
  select(tab: string, cell: string): Promise<void>;
  press(keys: string): Promise<void>;
  /** The number of the workbook's state that is shown. */
  sequence(): Promise<number>;
  text(tab: string, cell: string): Promise<string>;
  /** As the rules of the tab colour it: `#f6d5d9`. */
  background(tab: string, cell: string): Promise<string | undefined>;
  texts(tab: string): Promise<string[][]>;
  tabs(): Promise<string[]>;
  activeTab(): Promise<string | undefined>;
  charts(tab: string): Promise<readonly Chart[]>;
  rowHeight(tab: string, row: number): Promise<number>;
  /** How many rows of the open tab are scrolled away. */
  rowsAbove(): Promise<number>;
  /** Where the cell of the open tab stands in the window, in pixels; undefined where it is out of view. */
  box(cell: string): Promise<Box | undefined>;
  /** Waits until the cell shows what is expected. */
  sees(tab: string, cell: string, expected: string | RegExp): Promise<void>;
  /** Waits until all that was done here is with the server. */
  saved(): Promise<void>;
  /** Waits for the message, which must match, and closes it. */
  toast(expected: RegExp): Promise<string>;
  choose(item: string): Promise<void>;
  /** Takes the connection away, of this window alone, or gives it back. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Closes panels and messages, as one would click them, but they may go by themselves meanwhile. */
  putAway(): Promise<void>;
  /** Where the grid begins, in pixels from the window's top. */
  gridTop(): Promise<number>;
  close(): Promise<void>;
}

interface Chart {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly values: readonly number[] }[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Probe {
  sequence(): number;
  text(tab: string, cell: string): string;
  background(tab: string, cell: string): string | undefined;
  texts(tab: string): string[][];
  tabs(): string[];
  activeTab(): string | undefined;
  charts(tab: string): Chart[];
  rowHeight(tab: string, row: number): number;
  rowsAbove(): number;
  box(cell: string): Box | undefined;
  select(tab: string, cell: string): Promise<void>;
}

/** On a machine that is busy with other things. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 30;
const UNHINDERED = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const LOCAL = /^(?:http:\/\/127\.0\.0\.1[:/]|data:|blob:)/u;

export async function openContext(browser: Browser): Promise<BrowserContext> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({ viewport, locale: 'ru-RU', permissions });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** A window that finds in the browser what the context's windows before it have left there, and leaves nothing. */
export async function openWindow(context: BrowserContext, url: string): Promise<Window> {
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!LOCAL.test(request.url())) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await page.goto(url);
  await page.waitForSelector('body[data-ready]');
  const close = async () => {
    await page.evaluate('localStorage.clear()');
    await page.close();
  };
  return { page, foreign, errors, ...actionsOf(page), close };
}

type Actions = Omit<Window, 'page' | 'foreign' | 'errors' | 'close'>;

function actionsOf(page: Page): Actions {
  const ask = <Name extends keyof Probe>(name: Name, ...given: Parameters<Probe[Name]>) =>
    page.evaluate(
      ([method, args]) =>
        (globalThis as unknown as { shnor: Record<string, (...all: unknown[]) => unknown> }).shnor[
          method as string
        ]?.(...(args as unknown[])),
      [name, given] as const,
    ) as Promise<Awaited<ReturnType<Probe[Name]>>>;
  const text = (tab: string, cell: string) => ask('text', tab, cell);
  let network: CDPSession | undefined;
  const select = (tab: string, cell: string) => ask('select', tab, cell);
  return {
    sequence: () => ask('sequence'),
    text,
    select,
    texts: (tab) => ask('texts', tab),
    background: (tab, cell) => ask('background', tab, cell),
    tabs: () => ask('tabs'),
    activeTab: () => ask('activeTab'),
    charts: (tab) => ask('charts', tab),
    rowHeight: (tab, row) => ask('rowHeight', tab, row),
    rowsAbove: () => ask('rowsAbove'),
    box: (cell) => ask('box', cell),
    press: (keys) => page.keyboard.press(keys),
    async type(tab, cell, typed) {
      await select(tab, cell);
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    },
    sees: (tab, cell, expected) =>
      waitFor(
        () => text(tab, cell),
        (shown) => matches(shown, expected),
        `${tab}!${cell} ${String(expected)}`,
      ),
    async saved() {
      await page.waitForSelector('#state.saved');
    },
    async toast(expected) {
      const toasts = page.locator('.toast', { hasText: expected });
      await toasts.first().waitFor();
      const shown = await toasts.first().innerText();
      await toasts.first().locator('.toast-close').click();
      return shown;
    },
    async gridTop() {
      const box = await page.locator('canvas[id^="univer-sheet-main-canvas"]').boundingBox();
      return box?.y ?? 0;
    },
    async setOffline(isOffline) {
      // What one session has taken away another does not give back.
      network ??= await page.context().newCDPSession(page);
      await network.send('Network.enable');
      await network.send('Network.emulateNetworkConditions', { offline: isOffline, ...UNHINDERED });
    },
    async putAway() {
      await page.evaluate(
        "document.querySelectorAll('.toast-close, .panel-title button').forEach((close) => close.click())",
      );
    },
    async choose(item) {
      await page.locator('.menu-button').click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    },
  };
}

function matches(shown: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? shown === expected : expected.test(shown);
}

/** Waits for a condition, and fails with what was seen last. */
export async function waitFor<Value>(
  look: () => Promise<Value>,
  isMet: (value: Value) => boolean,
  what: string,
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await look();
    if (isMet(value)) return;
    if (performance.now() > end) expect({ what, seen: value }).toBe('in time');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
