import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { makeOwnFolder, onDisk } from '../disk.ts';
import { backupName, isDue, planPruning } from './plan-nightly.ts';

export interface NightlyOptions {
  readonly folder: string;
  /** How many stay. */
  readonly keep: number;
  /** Writes a backup under the name. */
  readonly make: (file: string) => Promise<unknown>;
  readonly now?: () => Date;
  readonly say?: (line: string) => void;
}

/** A machine that slept through the hour makes up for it. */
const LOOK_MS = 15 * 60_000;

/** A backup a day, at the start and then soon after midnight UTC, for as long as it is not stopped. */
export function keepNightly(options: NightlyOptions): {
  readonly first: Promise<void>;
  stop(): Promise<void>;
} {
  let last: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => (last = last.then(() => tryOnce(options)));
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return {
    first: look(),
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}

/** A night without a backup is told, and the work of the day goes on. */
async function tryOnce(options: NightlyOptions): Promise<void> {
  const { say = console.error } = options;
  try {
    await backUpIfDue(options);
  } catch (error) {
    const words = error instanceof UserFacingError ? error.message : String(error);
    say(`Резервная копия не снята: ${words}`);
  }
}

async function backUpIfDue({ folder, keep, make, now = () => new Date() }: NightlyOptions): Promise<void> {
  makeOwnFolder(folder);
  const list = () => onDisk(folder, () => readdirSync(folder));
  const moment = now();
  if (!isDue(list(), moment)) return;
  const name = backupName(moment);
  await make(join(folder, name));
  for (const old of planPruning(list(), keep, name)) onDisk(folder, () => rmSync(join(folder, old)));
}
