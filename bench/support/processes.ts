import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const addresses = z.object({ url: z.string(), countsUrl: z.string() });

export interface StandIn extends z.infer<typeof addresses> {
  stop(): Promise<void>;
}

/** Starts `stand-in.ts` on the folder. */
export async function startStandIn(folder: string): Promise<StandIn> {
  const script = new URL('./stand-in.ts', import.meta.url);
  const child = spawnScript(script, [folder]);
  const line = await firstLine(child, script);
  return {
    ...addresses.parse(JSON.parse(line)),
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
    },
  };
}

/** Runs a script on a task and gives the JSON that it prints; throws where it fails. */
export async function runTask(
  script: URL,
  task: object,
  nodeOptions: readonly string[] = [],
): Promise<unknown> {
  const child = spawnScript(script, [JSON.stringify(task)], nodeOptions);
  const ended = once(child, 'exit');
  const line = await firstLine(child, script);
  await ended;
  return JSON.parse(line);
}

/** A script as a process: its errors are seen, its input and output are pipes. */
export function spawnScript(
  script: URL,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...nodeOptions, fileURLToPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

async function firstLine(child: ChildProcess, script: URL): Promise<string> {
  if (!child.stdout) throw new Error(`${script.href} was started without a pipe`);
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`${script.href} ended without an answer`);
}
