import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { parseIsoDate } from '../functions/domain/dates/dates.ts';
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
 * How long the page takes to open, and how long from Enter to the verdict beside the row, and
 * whether fast typing loses anything, in a large sheet:
 * `node bench/page.ts [ROWS] [EDITS]`.
 */
const [ROWS = 2000, EDITS = 50] = process.argv.slice(2).map(Number);
const CHROMIUM = process.env['SHNOR_CHROMIUM'] ?? '/usr/bin/chromium';
const SHEET = 'Исполнение';
const at = (key: string, row: number) => placeOf('executions', key, row);

type Probe = { text(tab: string, cell: string): string; select(tab: string, cell: string): Promise<void> };

interface Measured {
  readonly openMs: number;
  readonly editMs: readonly number[];
  /** Characters. */
  readonly lost: number;
}

async function measure(page: Page, url: string): Promise<Measured> {
  const start = performance.now();
  await page.goto(url);
  await page.waitForSelector('body[data-ready]');
  const openMs = performance.now() - start;
  await select(page, at('doneOn', 2));
  await page.waitForTimeout(3000);
  const lost = await typeFast(page, ROWS);
  const editMs: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) editMs.push(await measureEdit(page, 2 + edit * 3));
  return { openMs, editMs, lost };
}

/** Types a day that does not exist and waits for the finding beside the row. */
async function measureEdit(page: Page, row: number): Promise<number> {
  await select(page, at('doneOn', row));
  await page.keyboard.type('31.09.2026');
  await watch(page, 'keydown', { cell: at('check', row), expected: '31.09.2026 не бывает' });
  await page.keyboard.press('Enter');
  return await page.evaluate(() => (globalThis as unknown as Watching).seen);
}

interface Watched {
  readonly cell: string;
  /** A part of its text. */
  readonly expected: string;
}

interface Watching {
  seen: Promise<number>;
}

/**
 * Milliseconds from the event to the text are `seen` in the window then, by its own clock: this process is the program
 * too, and answers late what asks it from outside. Settles when the window listens: an event before would be missed, and
 * waited for without end.
 */
function watch(page: Page, event: string, { cell, expected }: Watched): Promise<void> {
  return page.evaluate(
    ([tab, cell, event, expected]) => {
      (globalThis as unknown as Watching).seen = new Promise<number>((resolve) => {
        const { shnor } = globalThis as unknown as { shnor: Probe };
        const look = (start: number): void => {
          const passed = performance.now() - start;
          if (shnor.text(tab, cell).includes(expected)) resolve(passed);
          else if (passed > 60_000) resolve(Number.NaN);
          else setTimeout(() => look(start), 4);
        };
        const target = globalThis as unknown as EventTarget;
        target.addEventListener(event, () => look(performance.now()), { capture: true, once: true });
      });
    },
    [SHEET, cell, event, expected] as const,
  );
}

const TEXT = 'measuresTaken';

/** Characters of this text, thirty times as fast as the fastest typist, that are in the cell afterwards. */
async function typeFast(page: Page, row: number): Promise<number> {
  const text = 'съешь ещё этих мягких французских булок, да выпей же чаю '.repeat(2).trim();
  await select(page, at(TEXT, row));
  await page.keyboard.type(text, { delay: 7 });
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    ([tab, cell]) => (globalThis as unknown as { shnor: Probe }).shnor.text(tab, cell) !== '',
    [SHEET, at(TEXT, row)] as const,
  );
  const shown = await page.evaluate(
    ([tab, cell]) => (globalThis as unknown as { shnor: Probe }).shnor.text(tab, cell),
    [SHEET, at(TEXT, row)] as const,
  );
  return shown === text ? 0 : text.length - shown.length;
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
  const { openMs, editMs, lost } = await measure(window, `${site.functionsUrl}/`);
  console.log(`${ROWS} rows: open ${Math.round(openMs)} ms; Enter to verdict over ${EDITS} edits, ms:`);
  console.log(`first ${Math.round(editMs[0] ?? Number.NaN)}, ${formatPercentiles(editMs)}`);
  console.log(`characters of fast typing that were lost: ${lost}`);
} finally {
  await browser.close();
  await page.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
