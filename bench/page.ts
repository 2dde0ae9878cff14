import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { parseIsoDate } from '../functions/domain/dates.ts';
import { provisionWorkbook } from '../functions/use-cases/provision/provision-workbook.ts';
import { openDataFolder } from '../local/data-folder.ts';
import { LOCAL_MEMBERS, TIME_ZONE } from '../local/runtime.ts';
import { callFunction } from '../local/start/call-function.ts';
import { knownHead } from '../local/start/make-demo.ts';
import { openSite } from '../local/start/open-site.ts';
import { servePage } from '../local/start/serve-page.ts';
import { placeOf } from '../test/local/page/support/place-of.ts';
import { fillWorkbook } from '../test/support/large-workbook.ts';

/**
 * How long the page takes to open, and how long from Enter to the verdict beside the row, in a large sheet:
 * `node bench/page.ts [ROWS] [EDITS]`.
 */
const [ROWS = 2000, EDITS = 50] = process.argv.slice(2).map(Number);
const CHROMIUM = process.env['SHNOR_CHROMIUM'] ?? '/usr/bin/chromium';
const SHEET = 'Исполнение';
const at = (key: string, row: number) => placeOf('executions', key, row);

type Probe = { text(tab: string, cell: string): string; select(tab: string, cell: string): Promise<void> };

async function measure(page: Page, url: string): Promise<{ openMs: number; editMs: number[] }> {
  const start = performance.now();
  await page.goto(url);
  await page.waitForSelector('body[data-ready]');
  const openMs = performance.now() - start;
  await select(page, at('doneOn', 2));
  await page.waitForTimeout(3000);
  const editMs: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) editMs.push(await measureEdit(page, 2 + edit * 3));
  return { openMs, editMs };
}

/** Types a day that does not exist and waits for the finding beside the row. */
async function measureEdit(page: Page, row: number): Promise<number> {
  await select(page, at('doneOn', row));
  await page.keyboard.type('31.09.2026');
  const start = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    ([tab, cell]) => {
      const probe = (globalThis as unknown as { shnor: Probe }).shnor;
      return probe.text(tab, cell).includes('31.09.2026 не бывает');
    },
    [SHEET, at('check', row)] as const,
    { polling: 10, timeout: 30_000 },
  );
  return performance.now() - start;
}

function select(page: Page, cell: string): Promise<void> {
  return page.evaluate(([tab, at]) => (globalThis as unknown as { shnor: Probe }).shnor.select(tab, at), [
    SHEET,
    cell,
  ] as const);
}

const PERCENTILES = [10, 25, 50, 75, 90, 95, 99] as const;

function formatPercentiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return [...PERCENTILES.map((n) => `p${n} ${at(n / 100)}`), `worst ${at(1)}`].join(', ');
}

const folder = mkdtempSync(join(tmpdir(), 'shnor-bench-'));
const today = parseIsoDate('2026-11-23');
if (!today) throw new Error('no such day');
const site = await openSite(openDataFolder(join(folder, 'data')), { port: 0 });
const asked = { title: 'ШНОР', timeZone: TIME_ZONE, today, members: LOCAL_MEMBERS };
const { workbookId } = await provisionWorkbook(site.services, asked);
const { sheetIds } = await knownHead(site, workbookId);
await fillWorkbook(site.services.spreadsheets, workbookId, { sheetIds, rows: ROWS });
// As every start of the program does before it shows the page.
await callFunction(site, 'sync', { workbookId });
const page = await servePage(site, workbookId);
const browser = await chromium.launch({ executablePath: CHROMIUM });
try {
  const window = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const { openMs, editMs } = await measure(window, `${site.functionsUrl}/`);
  console.log(`${ROWS} rows: open ${Math.round(openMs)} ms; Enter to verdict over ${EDITS} edits, ms:`);
  console.log(`first ${Math.round(editMs[0] ?? Number.NaN)}, ${formatPercentiles(editMs)}`);
} finally {
  await browser.close();
  await page.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
