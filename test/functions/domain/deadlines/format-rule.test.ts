import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  deadlineRuleSchema,
  formatRule,
  parseDeadline,
} from '../../../../functions/domain/deadlines/index.ts';
import { PHRASES } from './phrase-table.ts';
import { wellFormedRule } from './rule-arbitrary.ts';
import { runs } from '../../../support/long.ts';

describe('A rule printed as a phrase', () => {
  test('is read back as the same rule', () => {
    fc.assert(
      fc.property(wellFormedRule, (rule) => {
        expect({ phrase: formatRule(rule), rule: parseDeadline(formatRule(rule)).rule }).toEqual({
          phrase: formatRule(rule),
          rule,
        });
      }),
      runs(2000),
    );
  });

  test('is read back as the same rule, whatever spelling it was read from', () => {
    for (const phrase of Object.values(PHRASES).flatMap((phrases) => Object.keys(phrases))) {
      const { rule } = parseDeadline(phrase);
      if (rule.kind !== 'unknown') expect(parseDeadline(formatRule(rule)).rule).toEqual(rule);
    }
  });

  test('is valid by the schema of rules', () => {
    fc.assert(fc.property(wellFormedRule, (rule) => expect(deadlineRuleSchema.parse(rule)).toEqual(rule)));
  });
});
