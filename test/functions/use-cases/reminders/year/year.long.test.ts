import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import { whoHears, whoShouldHear } from './letters.ts';
import { YEAR_BUGS } from './planted.ts';
import { playKilled } from './play-killed.ts';

test('every day of the year, one delivery in ten killed: no letter is lost, and none told twice', async () => {
  const days = Array.from({ length: 365 }, (_, index): CalendarDate => addDays('2026-01-01', index));
  const letters = await playKilled(days, { oneIn: 10 });
  expect(Object.fromEntries(whoHears(letters))).toEqual(Object.fromEntries(whoShouldHear('2026-12-31')));
});

describe('the table', () => {
  test('agrees with the product as it is', async () => {
    expect(await agrees('')).toBe(true);
  });

  test.each(YEAR_BUGS.map(({ name }) => name))('disagrees where %s is planted', async (name) => {
    expect(await agrees(name)).toBe(false);
  });
});

/** Of the year played in a thread that loads the product with the bug in it. */
async function agrees(name: string): Promise<unknown> {
  const worker = new Worker(new URL('planted-worker.ts', import.meta.url), { workerData: name });
  const [answer] = (await once(worker, 'message')) as readonly unknown[];
  await worker.terminate();
  return answer;
}
