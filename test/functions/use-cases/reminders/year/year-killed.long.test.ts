import { expect, test } from '@jest/globals';
import { eventfulDays, whoHears, whoShouldHear } from './letters.ts';
import { playKilled } from './play-killed.ts';

const UNTIL = '2026-04-01';

test('of the days that matter every third delivery is killed: no letter is lost, and none told twice', async () => {
  const letters = await playKilled(
    eventfulDays().filter((day) => day <= UNTIL),
    { oneIn: 3 },
  );
  expect(Object.fromEntries(whoHears(letters))).toEqual(Object.fromEntries(whoShouldHear(UNTIL)));
});
