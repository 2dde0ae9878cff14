import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { replaceProperties, restoreEnvironment } from './jest/process-state.ts';
import type { ProgramResult, ProgramSurroundings } from './run-program.ts';

const ROOT = join(import.meta.dirname, '..', '..');
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a script of `local/` to its end as `runProcess` does, but in this process, whose modules are loaded and warm:
 * the arguments, the environment, the input and the output are the run's own. One after the other, whoever asks.
 */
export function runProgram(
  script: string,
  args: readonly string[],
  { env = {}, input = '' }: ProgramSurroundings = {},
): Promise<ProgramResult> {
  const run = () => runHere({ script, args, env, input, output: { stdout: '', stderr: '' } });
  const result = last.then(run, run);
  last = result;
  return result;
}

async function runHere(run: Run): Promise<ProgramResult> {
  const { output } = run;
  const restore = takeOver(run);
  try {
    await importAnew(run.script);
    return { code: Number(process.exitCode ?? 0), ...output };
  } catch (error) {
    if (!(error instanceof ProgramExit)) throw error;
    return { code: error.code, ...output };
  } finally {
    restore();
  }
}

async function importAnew(script: string): Promise<void> {
  await import(`${pathToFileURL(join(ROOT, script)).href}?run=${randomUUID()}`);
}

class ProgramExit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit with ${code}`);
    this.code = code;
  }
}

interface Run extends Required<ProgramSurroundings> {
  readonly script: string;
  readonly args: readonly string[];
  readonly output: { stdout: string; stderr: string };
}

/** Makes the process look to the program like one started for it; the returned function undoes all that. */
function takeOver({ script, args, env, input, output }: Run): () => void {
  const before = { env: { ...process.env }, exitCode: process.exitCode };
  process.exitCode = undefined;
  Object.assign(process.env, env);
  const restore = [
    replaceProperties(process, {
      argv: [process.execPath, script, ...args],
      stdin: Readable.from(input === '' ? [] : [input]),
      exit: (code: number) => {
        throw new ProgramExit(code);
      },
    }),
    replaceProperties(console, {
      log: (...said: unknown[]) => (output.stdout += `${format(...said)}\n`),
      error: (...said: unknown[]) => (output.stderr += `${format(...said)}\n`),
    }),
  ];
  return () => {
    for (const undo of restore) undo();
    process.exitCode = before.exitCode;
    restoreEnvironment(before.env);
  };
}
