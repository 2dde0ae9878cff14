import { describe, expect, test } from '@jest/globals';
import { createCoalescer } from '../../../../functions/entry-points/shares/coalesce.ts';

/** Runs that end when the test says so; `started` counts them. */
function heldRuns() {
  const gates: PromiseWithResolvers<string>[] = [];
  const run = () => {
    const gate = Promise.withResolvers<string>();
    gates.push(gate);
    return gate.promise;
  };
  return { run, gates };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a burst of requests for one workbook', () => {
  test('a hundred requests are two runs: the one that goes on and one for all who came meanwhile', async () => {
    const { run, gates } = heldRuns();
    const coalesce = createCoalescer<string>();
    const answers = Array.from({ length: 100 }, () => coalesce('book', run));
    gates[0]?.resolve('first');
    await settle();
    gates[1]?.resolve('second');
    expect(await Promise.all(answers)).toEqual(['first', ...Array.from({ length: 99 }, () => 'second')]);
    expect(gates.length).toBe(2);
  });

  test('a request that comes during a run never gets that run’s answer: it may have read before the edit', async () => {
    const { run, gates } = heldRuns();
    const coalesce = createCoalescer<string>();
    const early = coalesce('book', run);
    const late = coalesce('book', run);
    gates[0]?.resolve('before the edit');
    await settle();
    gates[1]?.resolve('after the edit');
    expect([await early, await late]).toEqual(['before the edit', 'after the edit']);
  });

  test('a failed run fails those who asked for it, not those who wait for the next', async () => {
    const { run, gates } = heldRuns();
    const coalesce = createCoalescer<string>();
    const early = coalesce('book', run);
    const late = coalesce('book', run);
    gates[0]?.reject(new Error('lost'));
    await expect(early).rejects.toThrow('lost');
    await settle();
    gates[1]?.resolve('done');
    expect(await late).toBe('done');
  });

  test('other workbooks do not wait, and a later request starts anew', async () => {
    const { run, gates } = heldRuns();
    const coalesce = createCoalescer<string>();
    const answers = [coalesce('book', run), coalesce('other', run)];
    expect(gates.length).toBe(2);
    gates.forEach((gate) => gate.resolve('done'));
    await Promise.all(answers);
    await settle();
    void coalesce('book', run);
    expect(gates.length).toBe(3);
  });
});
