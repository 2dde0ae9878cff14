import { beforeAll, describe, expect, test } from '@jest/globals';
import { dateInZone } from '../../../../../functions/domain/dates/moment.ts';
import { ZONE } from './department.ts';
import { weeksIn } from './letters.ts';
import { playPlans, type YearPlayed } from './play-plans.ts';
import { LATE_ACT, TABLE, TUESDAYS } from './table.ts';

describe('the year 2026, day by day, each morning delivered twice', () => {
  let played: YearPlayed;

  beforeAll(async () => {
    played = await playPlans();
  });

  test.each(Object.keys(TABLE))('%s has the states, the findings and the letters of the table', (row) => {
    expect(played.rows[row]).toEqual(TABLE[row]);
  });

  test('has no row beyond the table', () => {
    expect(Object.keys(played.rows).sort()).toEqual(Object.keys(TABLE).sort());
  });

  test('an act that comes after its own term is told of as long as anything is overdue by it', () => {
    expect(played.lateAct).toEqual(LATE_ACT);
  });

  test('the head hears of each week once, on its first working day', () => {
    const weeks = weeksIn(played.letters);
    const isMonday = (day: string) => new Date(`2026-${day.slice(3)}-${day.slice(0, 2)}`).getUTCDay() === 1;
    expect(weeks).toHaveLength(51);
    expect(weeks.filter((day) => !isMonday(day))).toEqual(TUESDAYS);
  });

  test('a person gets at most one letter a day', () => {
    const days = played.letters.map(({ to, date }) => `${to} ${dateInZone(date, ZONE)}`);
    expect(days).toHaveLength(new Set(days).size);
  });
});
