import { expect, test } from '@jest/globals';
import { runFuzz } from './run-fuzz.ts';

const REQUESTS = 500;

test(`${REQUESTS} requests of all kinds crash nothing, leak nothing, and change nothing where they are refused`, async () => {
  const seed = Number(process.env['SHNOR_SEED'] ?? 148) * REQUESTS;
  const { faults, statuses } = await runFuzz({ seed, requests: REQUESTS });
  expect(faults).toEqual([]);
  // It does get in, and it is refused in every way.
  for (const status of [200, 400, 401, 403, 404, 405, 415])
    expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0]);
});
