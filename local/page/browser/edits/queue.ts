import type { Edit, EditOutcome, EditsAnswer, Step } from '../../wire/edits.ts';
import { NoConnectionError } from '../api.ts';

/** Where edits wait until the server has them: what is there survives a reload and a closed window. */
export interface QueueStorage {
  load(): readonly Edit[];
  /** Throws where there is no room. */
  save(edits: readonly Edit[]): void;
}

export interface EditQueue {
  add(steps: readonly Step[]): void;
  /** Settles when everything that waits is with the server; tries again as long as that takes. */
  drain(): Promise<void>;
  readonly length: number;
}

export interface QueueOptions {
  readonly storage: QueueStorage;
  readonly send: (edits: readonly Edit[]) => Promise<EditsAnswer>;
  /** Each answer of the server. */
  readonly onAnswer: (answer: EditsAnswer) => void;
  /** `offline`: the server does not answer, or says why it takes nothing now, and it is tried again. */
  readonly onState: (state: 'saved' | 'saving' | 'offline', reason?: string) => void;
  /** The server will never take it: the text says why. */
  readonly onLost: (message: string) => void;
  readonly wait?: (ms: number) => Promise<void>;
}

/** As many as the server takes at once. */
const BATCH = 50;
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 3_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Sends edits one batch after another, in their order, each until it is answered. */
export function createQueue(options: QueueOptions): EditQueue {
  const { storage, onState, wait = sleep } = options;
  let edits: readonly Edit[] = storage.load();
  let number = edits.at(-1)?.number ?? 0;
  let running: Promise<void> | undefined;
  const keep = (next: readonly Edit[]): void => {
    edits = next;
    try {
      storage.save(next);
    } catch {
      // No room: the edits are still in memory and on their way; only a reload before they arrive would lose them.
      if (next.length > 0) onState('saving');
    }
  };
  const run = async (): Promise<void> => {
    let pause = FIRST_WAIT_MS;
    while (edits.length > 0) {
      const batch = edits.slice(0, BATCH);
      try {
        const answer = await options.send(batch);
        keep(edits.filter((edit) => !isAnswered(edit, batch, answer.outcomes)));
        pause = FIRST_WAIT_MS;
        onState(edits.length > 0 ? 'saving' : 'saved');
        options.onAnswer(answer);
      } catch (error) {
        if (error instanceof NoConnectionError) {
          onState('offline', error.reason);
          await wait(pause);
          pause = Math.min(pause * 2, LONGEST_WAIT_MS);
        } else {
          keep(edits.slice(batch.length));
          options.onLost(error instanceof Error ? error.message : String(error));
        }
      }
    }
  };
  const drain = (): Promise<void> => {
    running ??= run().finally(() => (running = undefined));
    return running;
  };
  return {
    add(steps) {
      number += 1;
      keep([...edits, { number, steps: [...steps] }]);
      onState('saving');
      void drain();
    },
    drain,
    get length() {
      return edits.length;
    },
  };
}

function isAnswered(edit: Edit, batch: readonly Edit[], outcomes: readonly EditOutcome[]): boolean {
  return batch.includes(edit) && outcomes.some(({ number }) => number === edit.number);
}
