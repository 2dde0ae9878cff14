import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runProcess } from './run-program.ts';

/** The day of the demo's first start. */
export const DEMO_DAY = '2026-11-23';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDERS = join(ROOT, '.cache', 'demo');
/** The environment variable by which the global set-up tells the tests where the folder is. */
const MADE = 'SHNOR_TEST_DEMO';
const STORY = 'told.txt';
const MAKER = join(import.meta.dirname, 'make-demo.ts');

/** Gives the caller a data folder of their own, as the first start of `npm start` leaves it on `DEMO_DAY`. */
export function copyDemo(data: string): void {
  cpSync(join(waitForDemo(), 'data'), data, { recursive: true });
}

/** What the first start, in a process of its own, has told the person who started it. */
export function readFirstStart(): string {
  return readFileSync(join(waitForDemo(), STORY), 'utf8');
}

const LOOK_MS = 50;
const PATIENCE_MS = 300_000;

/** Suites that come first may find it in the making. Throws where it cannot be made. */
function waitForDemo(): string {
  const folder = process.env[MADE] ?? '';
  const lock = new Int32Array(new SharedArrayBuffer(4));
  const end = performance.now() + PATIENCE_MS;
  while (!existsSync(folder)) {
    if (existsSync(failureOf(folder))) throw new Error(readFileSync(failureOf(folder), 'utf8'));
    if (performance.now() > end) throw new Error(`nobody makes the demo in ${folder}`);
    Atomics.wait(lock, 0, 0, LOOK_MS);
  }
  return folder;
}

function failureOf(folder: string): string {
  return `${folder}.failure.txt`;
}

/**
 * For the global set-up: has it made where the sources are not those of the last one, by a program that nobody waits for
 * before a suite wants the demo.
 */
export function startDemo(): void {
  const folder = join(FOLDERS, hashSources());
  process.env[MADE] = folder;
  rmSync(failureOf(folder), { force: true });
  if (existsSync(folder)) return;
  const maker = spawn(process.execPath, [MAKER], { stdio: 'ignore' });
  maker.unref();
  process.once('exit', () => maker.kill());
}

/** Makes it; what goes wrong is told to whoever waits for it. */
export async function makeDemo(): Promise<void> {
  const folder = process.env[MADE] ?? '';
  try {
    await makeIn(folder);
  } catch (error) {
    writeFileSync(failureOf(folder), String(error));
  }
}

async function makeIn(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const data = join(unfinished, 'data');
  const args = ['--once', '--port', '0', '--data', data, '--today', DEMO_DAY];
  const { code, stdout, stderr } = await runProcess('local/start.ts', args);
  if (code !== 0 || stderr !== '') throw new Error(`the demo could not be made (exit ${code}): ${stderr}`);
  writeFileSync(join(unfinished, STORY), stdout);
  publish(unfinished, folder);
  removeOld();
}

/** Two runs at once make the same: whoever is second throws theirs away. */
function publish(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Those of the last few states of the sources stay: another run may copy one. */
const KEPT = 3;

function removeOld(): void {
  const folders = readdirSync(FOLDERS).map((name) => join(FOLDERS, name));
  // One that the other run has just renamed has no age.
  const ageOf = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  const byAge = folders.sort((a, b) => ageOf(b) - ageOf(a));
  for (const folder of byAge.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}

/** Of all that the demo can hang on. */
function hashSources(): string {
  const hash = createHash('sha256')
    .update(DEMO_DAY)
    .update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const name of ['functions', 'local'])
    for (const entry of readdirSync(join(ROOT, name), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      hash.update(file).update(readFileSync(file));
    }
  return hash.digest('hex').slice(0, 16);
}
