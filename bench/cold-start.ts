import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildFunctions } from '../functions/build.ts';
import { findFreePort } from '../test/support/free-port.ts';
import { formatTable } from './support/format-table.ts';

/**
 * `node bench/cold-start.ts --runs 5`: from the start of the process to its first answer over HTTP, a refusal for want
 * of a token: the built artefact beside an empty function of the functions framework, in turns, each with a compile
 * cache of an earlier start and without. Ends with 1 where the artefact takes more than half as long again.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const MAX_RATIO = 1.5;
const root = mkdtempSync(join(tmpdir(), 'shnor-start-'));
const artefact = join(root, 'artefact');
await buildFunctions(artefact);
const emptyFile = join(root, 'empty.cjs');
writeFileSync(emptyFile, 'exports.empty = (request, response) => response.status(401).send("{}");\n');

interface Program {
  readonly name: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

const framework = resolve('node_modules/@google-cloud/functions-framework/build/src/main.js');
const empty = { script: framework, env: { FUNCTION_TARGET: 'empty', FUNCTION_SOURCE: emptyFile } };
const ours = {
  script: join(artefact, 'server.mjs'),
  env: { SHNOR_AUDIENCES: 'https://shnor.example', SHNOR_PROJECT: 'demo' },
};
const cached = (program: Omit<Program, 'name'>, folder: string) => ({
  ...program,
  env: { ...program.env, NODE_COMPILE_CACHE: join(root, folder) },
});
const programs: readonly Program[] = [
  { name: 'empty function', ...empty },
  { name: 'shnor', ...ours },
  { name: 'empty function, compile cache', ...cached(empty, 'cache-empty') },
  { name: 'shnor, compile cache', ...cached(ours, 'cache-ours') },
];

const times = new Map(programs.map(({ name }) => [name, [] as number[]]));
// Unmeasured: it fills the caches, the disk's too.
for (const program of programs) await measure(program);
for (let run = 0; run < Number(values.runs); run++)
  for (const program of programs) times.get(program.name)?.push(await measure(program));
rmSync(root, { recursive: true });

const lines = [...times].map(([name, all]) => [
  name,
  ...[Math.min(...all), median(all)].map((ms) => ms.toFixed(0)),
]);
console.log(formatTable(['program', 'least ms', 'median ms'], lines));
const ratio = (a: string, b: string) => median(times.get(a) ?? []) / median(times.get(b) ?? []);
const plain = ratio('shnor', 'empty function');
const withCache = ratio('shnor, compile cache', 'empty function');
console.log(
  `shnor ÷ empty: ${plain.toFixed(2)}; with a cache of its own beside an empty one without: ${withCache.toFixed(2)}`,
);
process.exitCode = Math.min(plain, withCache) <= MAX_RATIO ? 0 : 1;

async function measure({ script, env }: Program): Promise<number> {
  const port = await findFreePort();
  const started = performance.now();
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await firstAnswer(port);
  const ms = performance.now() - started;
  const ended = once(child, 'exit');
  // Ends in order: what it has compiled is written at the end.
  child.kill('SIGTERM');
  await ended;
  return ms;
}

async function firstAnswer(port: number): Promise<void> {
  for (;;) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/sync`, { method: 'POST', body: '{}' });
      await answer.text();
      return;
    } catch {
      // Not listening yet.
      await sleep(5);
    }
  }
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
