import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  deadlineRuleSchema,
  formatRule,
  resolveDeadline,
  type DeadlineContext,
} from '../../../../functions/domain/deadlines/index.ts';
import { parsePhrase } from '../../../../functions/domain/deadlines/grammar/index.ts';
import { rulesRead } from '../../../../functions/domain/deadlines/grammar/parser.generated.js';
import { normalisePhrase } from '../../../../functions/domain/deadlines/phrase/normalise.ts';
import { calendarYear, schoolYear } from '../../../../functions/domain/dates/period.ts';
import { PHRASES } from './phrase-table.ts';
import { wellFormedRule } from './rule-arbitrary.ts';
import { YEAR_2021 } from './situation.ts';
import { runs } from '../../../support/long.ts';
import { processorMs } from '../../../support/processor-time.ts';

const firstYear = fc.integer({ min: 2018, max: 2028 });
const period = fc.oneof(firstYear.map(calendarYear), firstYear.map(schoolYear));
const context: fc.Arbitrary<DeadlineContext> = fc.record({
  period,
  calendar: fc.constant(YEAR_2021.calendar),
  acts: fc.constant([]),
  settings: fc.record({
    remindPolicy: fc.constantFrom('previous', 'next', 'none'),
    overduePolicy: fc.constant('next' as const),
    beforeIsInclusive: fc.boolean(),
    workingDaysAfterAct: fc.integer({ min: 0, max: 30 }),
  }),
});

const words = Object.values(PHRASES).flatMap((phrases) => Object.keys(phrases));
const scraps = fc.array(fc.constantFrom(...words.flatMap((phrase) => phrase.split(' '))), { maxLength: 12 });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(...'сентябрьдопо мая.,-–0123456789IXVШlcxо'), maxLength: 80 }),
  scraps.map((parts) => parts.join(' ')),
);

test('no text of any kind throws or makes a rule against the schema', () => {
  fc.assert(
    fc.property(anyText, context, (phrase, where) => {
      const { status, controlDate, rule } = resolveDeadline(phrase, where);
      expect(deadlineRuleSchema.parse(rule)).toEqual(rule);
      expect(controlDate === null || status === 'dated').toBe(true);
    }),
    runs(1500, 150),
  );
});

/** Usual are one or two; without the answers that the parser keeps, a hundred signs could take millions. */
const MOST_RULES_A_SIGN = 6;
const MOST_RULES_AT_ALL = 150;

test.each([
  ['ten thousand letters', 'сентябрь '.repeat(1111)],
  ['a thousand digits', '1'.repeat(1000)],
  ['a thousand dots and dates', '1.1.'.repeat(250)],
  ['a thousand brackets', '('.repeat(1000)],
  ['Roman numerals without end', `${'XII'.repeat(300)} раб`],
  ['mistyped Roman numerals', `${'l1|'.repeat(300)} квартета`],
  ['a thousand spaces and dashes', ' -'.repeat(500)],
  ['misspelt words', 'сентебрьь '.repeat(100)],
  ['a long list', '1, '.repeat(330)],
  ['nested prepositions', 'до с по в '.repeat(100)],
])('%s end at once: what grows out of hand takes seconds', (_name, phrase) => {
  resolveDeadline(phrase, YEAR_2021);
  const times = Array.from({ length: 10 }, () => processorMs(() => void resolveDeadline(phrase, YEAR_2021)));
  // 1 to 4 ms here; a busy or slow machine takes several times that.
  expect(Math.min(...times)).toBeLessThan(50);
});

test('the parser tries no more rules than the length of the phrase warrants, however it is nested', () => {
  const longScraps = fc.array(fc.constantFrom(...words, 'до ', 'с 1 по ', '1, ', '(', '20 21 22 '), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(
      longScraps,
      fc.constantFrom(' ', ', ', '-', ''),
      fc.integer({ min: 1, max: 4 }),
      (parts, gap, times) => {
        const phrase = normalisePhrase(parts.join(gap).repeat(times).slice(0, 1000));
        const before = rulesRead();
        parsePhrase(phrase);
        expect(rulesRead() - before).toBeLessThan(MOST_RULES_AT_ALL + MOST_RULES_A_SIGN * phrase.text.length);
      },
    ),
    runs(400),
  );
});

test('the readings of a doubt differ in their dates', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, wellFormedRule.map(formatRule)), context, (phrase, where) => {
      const dates = resolveDeadline(phrase, where).readings.map(({ windows }) => JSON.stringify(windows));
      expect(new Set(dates).size).toBe(dates.length);
    }),
    runs(600),
  );
});

test('a window never ends before it starts, and under «next» the last day is a working day', () => {
  fc.assert(
    fc.property(wellFormedRule, context, (rule, where) => {
      for (const { window, controlDate, overdueAfter } of resolveDeadline(formatRule(rule), where)
        .occurrences) {
        expect(window.start === null || window.start <= window.end).toBe(true);
        expect(overdueAfter >= controlDate && where.calendar.isWorkingDay(overdueAfter)).toBe(true);
      }
    }),
    runs(400),
  );
});
