import type { Edit } from '../../wire/edits.ts';
import type { QueueStorage } from './queue.ts';

const PREFIX = 'shnor.queue.';

export function openQueueStorage(client: string): QueueStorage {
  const key = PREFIX + client;
  return {
    load: () => JSON.parse(localStorage.getItem(key) ?? '[]') as Edit[],
    save(edits) {
      if (edits.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(edits));
    },
  };
}

/** A new name for this window, held until the window is gone: so nobody takes what it has typed for forgotten. */
export async function takeClientName(): Promise<string> {
  const name = crypto.randomUUID().replaceAll('-', '');
  await takeName(name);
  return name;
}

/** Names of windows that were closed or fell before all they had typed was with the server. */
export async function findOrphans(own: string): Promise<string[]> {
  const names = Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));
  const orphans: string[] = [];
  for (const name of names) if (name !== own && (await takeName(name))) orphans.push(name);
  return orphans;
}

/** Held until the window is gone; false where another window holds it. */
function takeName(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(PREFIX + name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise<void>(() => undefined) : undefined;
    });
  });
}
