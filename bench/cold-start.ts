import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildFunctions, NODE_FLAGS } from '../functions/build.ts';
import { WARM_UP } from '../functions/build/bundle.ts';
import { findFreePort } from '../test/support/free-port.ts';
import { formatTable } from './support/format-table.ts';

/**
 * `node bench/cold-start.ts --runs 5`: from the start of the process to its first answer over HTTP, a refusal for want
 * of a token: the built artefact's own server (`server.mjs`) beside an empty function of the plain functions framework,
 * in turns. As deployed: after the warm-up that the platform runs once where the folder then stays. Ends with 1 where
 * that takes more than half as long again as the empty function.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const MAX_RATIO = 1.5;
const root = mkdtempSync(join(tmpdir(), 'shnor-start-'));
const [artefact, cold] = [join(root, 'artefact'), join(root, 'cold')];
for (const folder of [artefact, cold]) await buildFunctions(folder);
execFileSync(process.execPath, [join(artefact, `${WARM_UP}.mjs`)]);
const emptyFile = join(root, 'empty.cjs');
writeFileSync(emptyFile, 'exports.empty = (request, response) => response.status(401).send("{}");\n');

interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const framework = resolve('node_modules/@google-cloud/functions-framework/build/src/main.js');
const env = { SHNOR_AUDIENCES: 'https://shnor.example', SHNOR_PROJECT: 'demo' };
const EMPTY = 'empty function, functions framework';
const DEPLOYED = 'shnor, its own server, as deployed';
const programs: readonly Program[] = [
  { name: EMPTY, args: [framework], env: { FUNCTION_TARGET: 'empty', FUNCTION_SOURCE: emptyFile } },
  { name: DEPLOYED, args: [...NODE_FLAGS, join(artefact, 'server.mjs')], env },
  { name: 'shnor, its own server, never warmed up', args: [...NODE_FLAGS, join(cold, 'server.mjs')], env },
];

const times = new Map(programs.map(({ name }) => [name, [] as number[]]));
// Unmeasured: it fills the disk's cache.
for (const program of programs) await measure(program);
for (let run = 0; run < Number(values.runs); run++)
  for (const program of programs) times.get(program.name)?.push(await measure(program));
rmSync(root, { recursive: true });

const lines = [...times].map(([name, all]) => [
  name,
  ...all.map((ms) => ms.toFixed(0)),
  median(all).toFixed(0),
]);
const runs = Array.from({ length: Number(values.runs) }, (_, run) => `run ${run + 1}, ms`);
console.log(formatTable(['program', ...runs, 'median'], lines));
const pairs = (times.get(DEPLOYED) ?? []).map((ms, run) => ms / (times.get(EMPTY)?.[run] ?? NaN));
console.log(
  `as deployed ÷ empty, pair by pair: ${pairs.map((each) => each.toFixed(2)).join(', ')}; median ${median(pairs).toFixed(2)}`,
);
process.exitCode = median(pairs) <= MAX_RATIO ? 0 : 1;

async function measure({ args, env }: Program): Promise<number> {
  const port = await findFreePort();
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await firstAnswer(port);
  const ms = performance.now() - started;
  const ended = once(child, 'exit');
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
