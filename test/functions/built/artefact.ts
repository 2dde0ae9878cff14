import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFunctions, type BuiltFunctions } from '../../../functions/build.ts';
import { SERVICE } from '../../../functions/service.ts';
import { findFreePort } from '../../support/free-port.ts';
import { spawnProgram } from '../../support/run-program.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

export interface Artefact extends BuiltFunctions {
  readonly folder: string;
  /** The artefact in a process of its own, as in a container: `shnor`, or the function that `FUNCTION_TARGET` names. */
  start(environment: Readonly<Record<string, string>>): Promise<Started>;
  /** Under a functions framework that is not the one bundled, as whoever deploys the folder as a function has it. */
  startInFramework(environment: Readonly<Record<string, string>>): Promise<Started>;
  /** Whatever still runs of it ends, too. */
  remove(): Promise<void>;
}

export interface Started {
  /** `path`: `/sync`. */
  call(path: string, body: object, token?: string): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

const FRAMEWORK = fileURLToPath(
  new URL('../../../node_modules/@google-cloud/functions-framework/build/src/main.js', import.meta.url),
);

/** Built into a folder outside the project: there are no packages beside it, nor above it. */
export async function makeArtefact(): Promise<Artefact> {
  const folder = makeTempFolder().path;
  const built = await buildFunctions(folder);
  const running: ChildProcess[] = [];
  return {
    ...built,
    folder,
    start: (environment) => start({ script: join(folder, 'server.mjs') }, environment, running),
    startInFramework: (environment) =>
      start({ script: FRAMEWORK, args: ['--source', folder, '--target', SERVICE] }, environment, running),
    remove: async () => {
      await Promise.all(running.map((program) => stop(program)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(
  { script, args = [] }: { readonly script: string; readonly args?: readonly string[] },
  environment: Readonly<Record<string, string>>,
  running: ChildProcess[],
): Promise<Started> {
  const port = await findFreePort();
  const program = spawnProgram(script, args, { ...environment, PORT: String(port) });
  running.push(program);
  await once(program.stdout ?? program, 'data');
  return {
    async call(path, body, token) {
      const headers = {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const address = `http://127.0.0.1:${port}${path}`;
      const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: answer.status, body: await answer.json() };
    },
    stop: () => stop(program),
  };
}

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill();
  await ended;
}
