import { registerHooks, type LoadHookSync } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { Test } from './jest-globals.ts';
import { forget, withMemories } from './memories.ts';

/** What the program that tries the mutants asks of a worker, and what it hears. */
export interface WorkerInput {
  readonly sources: ReadonlyMap<string, string>;
  readonly tests: readonly string[];
  /** Milliseconds of the processor; tests that take longer are left out. */
  readonly slowest: number;
  /** Active from before the first import on: of a mutant in what a module makes when it loads. */
  readonly active?: string;
}
export interface Trial {
  readonly mutant: string;
  /** Ids of tests, the likeliest to notice first. */
  readonly tests: readonly number[];
  /** Of the mutant: more often than this it is switched into only where it makes a loop endless. */
  readonly hitLimit: number;
}
export interface TimedTest {
  readonly id: number;
  readonly name: string;
  /** By the clock. */
  readonly ms: number;
  /** Of the processor: the same on a busy machine. */
  readonly cpuMs: number;
}
export interface DryRun {
  readonly tests: readonly TimedTest[];
  readonly failed: readonly string[];
  /** Mutant → how often by each test; `static` while modules load. */
  readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly static: Readonly<Record<string, number>>;
}

interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const { sources, tests, slowest, active } = workerData as WorkerInput;
const board: Switchboard = {};
(globalThis as { __stryker__?: Switchboard }).__stryker__ = board;
if (active !== undefined) board.activeMutant = active;

const SHIM = new URL('jest-globals.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: SHIM, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) => {
    const mutated = url.startsWith('file:') ? sources.get(fileURLToPath(url)) : undefined;
    if (mutated !== undefined)
      return { format: 'module-typescript', source: withMemories(url, mutated), shortCircuit: true };
    const loaded = next(url, context);
    if (loaded.format !== 'module-typescript') return loaded;
    return { ...loaded, source: withMemories(url, textOf(loaded.source)) };
  },
});

function textOf(source: ReturnType<LoadHookSync>['source']): string {
  return typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString();
}

const { TESTS, beginFile } = await import('./jest-globals.ts');
const { runOne, endAll } = await import('./run-one.ts');
for (const file of tests) {
  beginFile(file);
  await import(pathToFileURL(file).href);
}

async function fails(test: Test): Promise<unknown> {
  forget();
  try {
    await runOne(test);
    return undefined;
  } catch (error) {
    return error ?? new Error('nothing thrown');
  }
}

async function runDry(): Promise<DryRun> {
  const failed: string[] = [];
  const timed: TimedTest[] = [];
  for (const test of TESTS) {
    board.currentTestId = String(test.id);
    const [from, before] = [performance.now(), process.threadCpuUsage()];
    const error = await fails(test);
    const { user, system } = process.threadCpuUsage(before);
    const cpuMs = (user + system) / 1000;
    timed.push({ id: test.id, name: test.name, ms: performance.now() - from, cpuMs });
    // One that is slow tries no mutant; on a busy machine it may fail by its own limit of time.
    if (error !== undefined && cpuMs <= slowest) failed.push(`${test.name}: ${inspect(error).slice(0, 300)}`);
  }
  board.currentTestId = undefined;
  const { perTest = {}, static: atLoad = {} } = board.mutantCoverage ?? {};
  return { tests: timed, failed, perTest, static: atLoad };
}

/** The name of the first test that notices; undefined where none does. */
async function tryMutant({ mutant, tests: ids, hitLimit }: Trial): Promise<string | undefined> {
  board.activeMutant = mutant;
  Object.assign(board, { hitCount: 0, hitLimit });
  try {
    for (const id of ids) {
      const test = TESTS[id - 1];
      if (test && (await fails(test)) !== undefined) return test.name;
    }
    return undefined;
  } finally {
    board.activeMutant = active;
    Object.assign(board, { hitCount: undefined, hitLimit: undefined });
  }
}

if (!parentPort) throw new Error('runs as a worker');
const port = parentPort;
port.on('message', (message: Trial | 'dry' | 'end') => {
  const answer =
    message === 'dry' ? runDry() : message === 'end' ? endAll() : tryMutant(message).then((by) => by ?? null);
  void answer.then((value) => port.postMessage(value, []));
});
port.postMessage('ready', []);
