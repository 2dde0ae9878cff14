import type { EditsAnswer } from '../../wire/edits.ts';
import { openApi } from '../api.ts';
import { showToast } from '../view/toasts.ts';
import { createQueue } from './queue.ts';
import { findOrphans, openQueueStorage } from './queue-storage.ts';

interface Self {
  readonly client: string;
  readonly user: string | undefined;
}

/** What earlier windows of this browser could not send. */
export async function sendOrphans(
  { client, user }: Self,
  onAnswer: (answer: EditsAnswer) => void,
): Promise<void> {
  for (const name of await findOrphans(client)) {
    const api = openApi(name, user);
    const queue = createQueue({
      storage: openQueueStorage(name),
      send: (edits) => api.sendEdits({ client: name, edits: [...edits] }),
      onAnswer,
      onState: () => undefined,
      onLost: (message) => showToast({ message, seconds: -1, kind: 'refusal' }),
    });
    await queue.drain();
  }
}
