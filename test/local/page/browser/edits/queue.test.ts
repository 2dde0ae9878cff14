import { describe, expect, test } from '@jest/globals';
import { NoConnectionError, RefusedError } from '../../../../../local/page/browser/api.ts';
import {
  createQueue,
  type EditQueue,
  type QueueOptions,
} from '../../../../../local/page/browser/edits/queue.ts';
import type { Edit, EditsAnswer, Step } from '../../../../../local/page/wire/edits.ts';

const STEP: Step = { kind: 'delete_sheet', sheetId: 1 };

interface Log {
  readonly queue: EditQueue;
  readonly sent: number[][];
  readonly states: string[];
  readonly lost: string[];
  readonly stored: () => readonly Edit[];
}

function open(send: (numbers: number[], call: number) => void, options: Partial<QueueOptions> = {}): Log {
  const [sent, states, lost]: [number[][], string[], string[]] = [[], [], []];
  let stored: readonly Edit[] = [];
  const queue = createQueue({
    storage: { load: () => [], save: (edits) => void (stored = edits) },
    send: async (edits): Promise<EditsAnswer> => {
      const numbers = edits.map(({ number }) => number);
      sent.push(numbers);
      send(numbers, sent.length);
      return { sequence: 1, outcomes: numbers.map((number) => ({ number, status: 'done' })) };
    },
    onAnswer: () => undefined,
    onState: (state) => states.push(state),
    onLost: (message) => lost.push(message),
    wait: () => Promise.resolve(),
    ...options,
  });
  return { queue, sent, states, lost, stored: () => stored };
}

describe('edits that wait for the server', () => {
  test('are kept until they are answered, and sent again while there is no connection', async () => {
    const kept: number[] = [];
    const log = open((_numbers, call) => {
      kept.push(log.stored().length);
      if (call < 3) throw new NoConnectionError('no answer');
    });
    log.queue.add([STEP]);
    await log.queue.drain();
    expect([log.sent, kept, log.stored()]).toEqual([[[1], [1], [1]], [1, 1, 1], []]);
    expect(log.states).toEqual(['saving', 'offline', 'offline', 'saved']);
  });

  test('go in their order, those of the last window first', async () => {
    const earlier: Edit = { number: 4, steps: [STEP] };
    const log = open(() => undefined, { storage: { load: () => [earlier], save: () => undefined } });
    log.queue.add([STEP]);
    await log.queue.drain();
    expect(log.sent.flat()).toEqual([4, 5]);
  });

  test('that the server will never take are told of, and do not stop the others', async () => {
    const log = open((_numbers, call) => {
      if (call === 1) throw new RefusedError('Запрос не понят.');
    });
    log.queue.add([STEP]);
    await log.queue.drain();
    log.queue.add([STEP]);
    await log.queue.drain();
    expect([log.lost, log.sent]).toEqual([['Запрос не понят.'], [[1], [2]]]);
  });
});
