import { expect } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import type { Scenarios } from './scenario.ts';

/** More than one page of rows. */
const LONG_TAB = 'Контроль';
/** A4 across within its margins. */
const PAPER_PX = 1060;

export function describePrinting({ more }: Scenarios): void {
  more('«Обзор» goes to one sheet of paper, by the menu and by Ctrl+P', async ({ window, context }) => {
    await window.select('Обзор', 'A1');
    const byKey = await opened(context, () => window.press('Control+p'));
    expect(await sizesOf(byKey)).toEqual(['landscape']);
    const byMenu = await opened(context, () => window.choose('Печать листа…'));
    expect(byMenu.url()).toBe(byKey.url());
    await Promise.all([byKey.close(), byMenu.close()]);
  });

  more('a long tab is printed as wide as the paper, its header on each page', async ({ window, context }) => {
    await window.select(LONG_TAB, 'A1');
    const print = await opened(context, () => window.press('Control+p'));
    const pages = await sizesOf(print);
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(pages)).toEqual(new Set(['landscape']));
    const table = print.locator('table');
    expect(await table.locator('thead').innerText()).toContain('Что сделать');
    expect((await table.boundingBox())?.width).toBeLessThanOrEqual(PAPER_PX);
    await print.close();
  });
}

async function opened(context: BrowserContext, act: () => Promise<void>): Promise<Page> {
  const waiting = context.waitForEvent('page');
  await act();
  const page = await waiting;
  await page.waitForLoadState();
  return page;
}

/** Which way each printed page lies. */
async function sizesOf(page: Page): Promise<readonly string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox \[0 0 (?<width>[\d.]+) (?<height>[\d.]+)\]/gu)].map(({ groups }) =>
    Number(groups?.['width']) > Number(groups?.['height']) ? 'landscape' : 'portrait',
  );
}
