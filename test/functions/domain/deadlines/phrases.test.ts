import { describe, expect, test } from '@jest/globals';
import { deadlineRuleSchema } from '../../../../functions/domain/deadlines/index.ts';
import { PHRASES } from './phrase-table.ts';
import { inSchoolYear } from './situation.ts';

describe.each(Object.entries(PHRASES))('Phrases of the kind %s', (kind, phrases) => {
  test.each(Object.entries(phrases))('«%s» → %s', (phrase, expected) => {
    const { rule, status, controlDate } = inSchoolYear(phrase);
    expect([rule.kind, controlDate ?? status]).toEqual([kind, expected]);
    expect(deadlineRuleSchema.parse(rule)).toEqual(rule);
  });
});
