import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DEMO_DAY } from '../../../support/demo-folder.ts';

/** `npm start` with its page open. */
export interface Program {
  readonly url: string;
  readonly pid: number;
  /** Its folder. */
  readonly data: string;
  /** As a power cut would: nothing is closed or written. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const START_MS = 240_000;
export const TODAY = DEMO_DAY;

/** Starts the program over the folder. Throws with its words where it ends before the page is open. */
export async function startProgram(data: string, port = 0): Promise<Program> {
  const args = ['local/start.ts', '--port', String(port), '--data', data, '--today', TODAY];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await findAddress(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'exit');
    child.kill(signal);
    await closed;
  };
  return { url, pid: child.pid ?? 0, data, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function findAddress(child: ChildProcess): Promise<string> {
  const words: string[] = [];
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the program has no output');
  stderr.on('data', (part: Buffer) => words.push(part.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS);
  try {
    for await (const line of createInterface({ input: stdout })) {
      words.push(line);
      const found = /по адресу (?<url>http:\S+)/u.exec(line)?.groups?.['url'];
      if (found) {
        stdout.resume();
        return found;
      }
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error(`the program ended before its page was open:\n${words.join('\n')}`);
}
