import { describe, expect, test } from '@jest/globals';
import {
  DEFAULT_DEADLINE_SETTINGS,
  REGION_PROFILE,
  resolveDeadline,
} from '../../../../functions/domain/deadlines/index.ts';
import { calendarYear } from '../../../../functions/domain/dates/period.ts';
import { createWorkingCalendar } from '../../../../functions/domain/working-calendar/index.ts';

const ACT = { kind: 'письмо', issuer: 'МОиН', number: '5', date: '2021-06-01' } as const;

/** Status, control dates and whether somebody is asked; the letter of 01.06.2021 (a Tuesday) starts the terms. */
function read(phrase: string, { isKnown = true, acts = [ACT] as readonly (typeof ACT)[] } = {}) {
  const settings = { ...DEFAULT_DEADLINE_SETTINGS, ...(isKnown && { profile: REGION_PROFILE }) };
  const { status, occurrences, warnings, ambiguous } = resolveDeadline(phrase, {
    period: calendarYear(2021),
    calendar: createWorkingCalendar(),
    acts,
    settings,
  });
  const asks = status !== 'dated' || warnings.length > 0 || ambiguous;
  return [status, ...occurrences.map(({ controlDate }) => controlDate), ...(asks ? ['asks'] : [])].join(' ');
}

describe('the region’s rules of execution', () => {
  test.each([
    ['немедленно', 'dated 2021-06-02'],
    ['срочно', 'dated 2021-06-04'],
    ['незамедлительно', 'dated 2021-06-04'],
    ['оперативно', 'dated 2021-06-16'],
    ['незамедлительно после получения письма', 'dated 2021-06-04'],
    ['постоянно', 'dated 2022-01-20'],
    ['ежеквартально', 'dated 2021-01-10 2021-04-10 2021-07-10 2021-10-10'],
  ])('«%s»: %s', (phrase, gives) => {
    expect(read(phrase)).toBe(gives);
  });

  test.each(['немедленно', 'срочно', 'незамедлительно', 'оперативно'])(
    '«%s» waits for what starts it',
    (phrase) => {
      expect(read(phrase, { acts: [] })).toBe('waiting_act asks');
    },
  );
});

describe('without a profile every such phrase asks', () => {
  test.each([
    'немедленно',
    'срочно',
    'незамедлительно',
    'оперативно',
    'постоянно',
    'ежемесячно',
    'ежеквартально',
  ])('«%s»', (phrase) => {
    expect(read(phrase, { isKnown: false })).toMatch(/ asks$/u);
    expect(read(phrase, { isKnown: false, acts: [] })).toMatch(/ asks$/u);
  });
});
