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

  test.each([
    '1 раз в декаду',
    'третья декада каждого месяца',
    'последний месяц квартала',
    'ноябрь, далее ежемесячно',
    'каждую среду октября',
    'в тот же день',
    'по ходу ремонта',
    'к смотру кабинетов',
    'к проверке',
    'весь период проведения ГИА',
    'отопительный период 2021-2022 годов',
    'по итогам I и II полугодия',
    'второй четверг марта и мая',
    'июнь, отчёт – до 12 июля',
    'II квартал (до 14 июня)',
    'март, июнь (до 10 числа)',
    'ко Дню Победы',
    'до конца лета',
  ])('is read back as the same rule: «%s»', (phrase) => {
    const { rule } = parseDeadline(phrase);
    expect([rule.kind === 'unknown', parseDeadline(formatRule(rule)).rule]).toEqual([false, rule]);
  });

  test('is valid by the schema of rules', () => {
    fc.assert(fc.property(wellFormedRule, (rule) => expect(deadlineRuleSchema.parse(rule)).toEqual(rule)));
  });
});
