import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Gate } from './gate.ts';
import { spawnScript } from './processes.ts';

export interface Load {
  /** Where the functions find the Sheets API: the gate, or the stand-in itself. */
  readonly url: string;
  readonly storeFile: string;
  readonly workbookId: string;
  readonly gate?: Gate;
}

export interface End {
  /** `at the last write`: before its moment, the pass came to the write that the gate holds. */
  readonly killed: 'at its moment' | 'at the last write' | 'no, got through';
  /** From the functions' readiness. */
  readonly ms: number;
}

const TOO_LONG_MS = 600_000;

/** Runs the functions as a process, and kills it with SIGKILL at the moment or at the gate, if it still runs then. */
export async function passUntil(load: Load, moment: number): Promise<End> {
  const script = new URL('./sync-once.ts', import.meta.url);
  const child = spawnScript(script, [load.url, load.storeFile, load.workbookId]);
  const exit = once(child, 'exit');
  if (child.stdout) await once(child.stdout, 'data');
  const started = performance.now();
  const alarm = new AbortController();
  const { signal } = alarm;
  const how = await Promise.race([
    exit.then(() => 'no, got through' as const),
    delay(Math.min(moment, TOO_LONG_MS), 'at its moment' as const, { signal }),
    ...(load.gate ? [load.gate.finishHeld(signal).then(() => 'at the last write' as const)] : []),
  ]);
  if (how !== 'no, got through') child.kill('SIGKILL');
  const ms = performance.now() - started;
  alarm.abort();
  const [code, killer] = await exit;
  if (killer === 'SIGKILL') return { killed: how, ms };
  if (code !== 0) throw new Error(`the pass failed by itself with ${code}`);
  return { killed: 'no, got through', ms };
}
