import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseIsoDate } from '../functions/domain/dates/dates.ts';
import { provisionWorkbook } from '../functions/use-cases/provision/provision-workbook.ts';
import { openDataFolder } from '../local/data-folder.ts';
import { LOCAL_MEMBERS, TIME_ZONE } from '../local/runtime.ts';
import { callFunction } from '../local/start/call-function.ts';
import { openSite } from '../local/start/open-site.ts';
import { startProgram, TODAY } from '../test/local/page/support/program.ts';
import { createRandom } from '../test/simulation/random.ts';
import { openWindow, type Window } from './support/department/window.ts';
import {
  executionsOf,
  filledRows,
  noteOf,
  report,
  sort,
  type,
  type Person,
} from './support/department/work.ts';

/**
 * A department at work on one server: everybody types into a row of their own by the page's own protocol and waits for
 * the verdict, somebody sorts the sheet, the first forms reports; the same data folder holds other workbooks. Half way
 * the server is stopped and started under them; a window that was closed at the beginning comes back at the end.
 *
 * `node bench/department.ts --people 30 --minutes 60 --workbooks 50 --pause 5 --seed 1`, pause in seconds between two
 * edits of a person. Ends with 1 where anything acknowledged is lost.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '2' },
    workbooks: { type: 'string', default: '50' },
    pause: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
});
const [people, minutes, workbooks] = [
  Number(values.people),
  Number(values.minutes),
  Number(values.workbooks),
];
const [pauseMs, endsMs] = [Number(values.pause) * 1000, minutes * 60_000];
const SORT_CHANCE = 0.05;
const REPORT_EVERY_MS = 60_000;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const folder = mkdtempSync(join(tmpdir(), 'shnor-department-'));
const data = join(folder, 'data');
let program = await startProgram(data);
const port = Number(new URL(program.url).port);
const windows: Window[] = [];
try {
  await program.stop();
  await addWorkbooks();
  program = await startProgram(data, port);
  console.log(`${people} people, ${minutes} minutes, ${workbooks} workbooks, seed ${values.seed}\n`);
  const memory = [await megabytes(program.pid)];
  const staff = await Promise.all(Array.from({ length: people }, (_, index) => arrive(index)));
  const away = staff.at(-1);
  away?.window.close();
  const start = performance.now();
  const working = staff.slice(0, -1).map((person, index) => work(person, index, start));
  await sleep(endsMs / 2);
  memory.push(await megabytes(program.pid));
  const stoppedAt = performance.now();
  await program.stop();
  program = await startProgram(data, port);
  const stopped = { from: stoppedAt, to: performance.now() };
  await Promise.all(working);
  memory.push(await megabytes(program.pid));
  if (away) await comeBack(away);
  process.exitCode = (await tell(staff, memory, stopped)) ? 0 : 1;
} finally {
  for (const window of windows) window.close();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function addWorkbooks(): Promise<void> {
  const today = parseIsoDate(TODAY);
  if (!today) throw new Error('no such day');
  const site = await openSite(openDataFolder(data), { port: 0, today });
  for (let count = 1; count < workbooks; count++) {
    const asked = { title: `ШНОР ${count}`, timeZone: TIME_ZONE, today, members: LOCAL_MEMBERS };
    const { workbookId } = await provisionWorkbook(site.services, asked);
    await callFunction(site, 'sync', { workbookId });
  }
  await site.close();
}

async function arrive(index: number): Promise<Person> {
  const window = await openWindow(program.url, `person${String(index).padStart(4, '0')}`);
  windows.push(window);
  const row = filledRows(executionsOf(window.book()))[index];
  if (row === undefined) throw new Error('fewer rows than people');
  const done = { edits: 0, sorts: 0, reports: 0, verdicts: [], typed: new Map<string, string>() };
  return { window, name: `Сотрудник ${index + 1}`, row, done };
}

async function work(person: Person, index: number, start: number): Promise<void> {
  const random = createRandom(Number(values.seed) * 1000 + index);
  let reported = Number.NEGATIVE_INFINITY;
  // People do not begin all at once.
  await sleep(random.below(pauseMs + 1));
  while (performance.now() - start < endsMs) {
    await type(person);
    if (random.chance(SORT_CHANCE)) await sort(person, random);
    if (index === 0 && performance.now() - reported > REPORT_EVERY_MS) {
      reported = performance.now();
      await report(person).catch((error: unknown) => console.log(`report: ${String(error)}`));
    }
    await sleep(pauseMs / 2 + random.below(pauseMs + 1));
  }
  await person.window.queue.drain();
}

/** What the closed window still held goes by keys of rows that have moved since. */
async function comeBack({ name, row, done }: Person): Promise<void> {
  const window = await openWindow(program.url, 'personcameback');
  windows.push(window);
  await type({ window, name, row, done });
}

interface Stopped {
  readonly from: number;
  readonly to: number;
}

async function tell(staff: readonly Person[], memory: readonly number[], stopped: Stopped): Promise<boolean> {
  const last = await openWindow(program.url, 'lastlookhere');
  windows.push(last);
  const typed = staff.flatMap(({ done }) => [...done.typed]);
  const lost = typed.filter(([row, text]) => noteOf(last.book(), row) !== text);
  const verdicts = staff.flatMap(({ done }) => done.verdicts);
  const unseen = verdicts.filter(({ ms }) => Number.isNaN(ms)).length;
  const isOverStop = ({ startedAt, ms }: (typeof verdicts)[number]) =>
    startedAt < stopped.to && startedAt + ms > stopped.from;
  const seen = verdicts.filter((each) => !Number.isNaN(each.ms) && !isOverStop(each)).map(({ ms }) => ms);
  const sorted = seen.toSorted((a, b) => a - b);
  const share = (part: number) => Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN);
  const sum = (count: (person: Person) => number) => staff.reduce((all, each) => all + count(each), 0);
  const refusals = windows.flatMap((window) => window.refusals);
  console.log(`edits ${sum(({ done }) => done.edits)}, sorts ${sum(({ done }) => done.sorts)}`);
  console.log(`reports ${sum(({ done }) => done.reports)}, refused ${refusals.length}`);
  for (const refusal of new Set(refusals)) console.log(`  ${refusal}`);
  console.log(`lost: ${lost.length}; edits without a verdict: ${unseen}`);
  for (const [row, text] of lost) console.log(`  «${text}», but «${noteOf(last.book(), row)}»`);
  console.log(`verdict, ms: median ${share(0.5)}, 95th percentile ${share(0.95)}, worst ${share(1)}`);
  const seconds = Math.round((stopped.to - stopped.from) / 1000);
  console.log(`stopped and started in ${seconds} s, typed into it: ${verdicts.filter(isOverStop).length}`);
  console.log(`memory, MB: start, middle, end: ${memory.join(', ')}`);
  return lost.length === 0 && unseen === 0;
}

/** Resident. */
async function megabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(?<kb>\d+)/u.exec(status)?.groups?.['kb']) / 1024);
}
