import type { BooleanCondition } from '../../schema/cell.ts';
import { parseTyped } from '../locale/typed-input.ts';
import { formatCellValue } from '../locale/format-value.ts';
import type { LocaleRules } from '../locale/locales-by-intl.ts';
import type { Cell, Scalar } from '../types.ts';

type ConditionType = NonNullable<BooleanCondition['type']>;

/** The operands of a condition, read as if typed, and the cell's value and text. */
interface Case {
  readonly value: Scalar | undefined;
  /** In lower case: letter case never matters. */
  readonly text: string;
  readonly operands: readonly Scalar[];
  readonly texts: readonly string[];
}

type Test = (given: Case) => boolean;

const numeric =
  (test: (value: number, a: number, b: number) => boolean): Test =>
  ({ value, operands: [a, b] }) =>
    typeof value === 'number' &&
    typeof a === 'number' &&
    (b === undefined || typeof b === 'number') &&
    test(value, a, typeof b === 'number' ? b : a);

const textual =
  (test: (text: string, operand: string) => boolean): Test =>
  ({ text, texts }) =>
    test(text, texts[0] ?? '');

const isDay: Test = ({ value }) => typeof value === 'number' && value >= 0;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Dates are serial numbers: they compare as numbers, an equal day whatever the hour. */
const TESTS: Partial<Record<ConditionType, Test>> = {
  NUMBER_GREATER: numeric((value, a) => value > a),
  NUMBER_GREATER_THAN_EQ: numeric((value, a) => value >= a),
  NUMBER_LESS: numeric((value, a) => value < a),
  NUMBER_LESS_THAN_EQ: numeric((value, a) => value <= a),
  NUMBER_EQ: numeric((value, a) => value === a),
  NUMBER_NOT_EQ: numeric((value, a) => value !== a),
  NUMBER_BETWEEN: numeric((value, a, b) => value >= a && value <= b),
  NUMBER_NOT_BETWEEN: numeric((value, a, b) => value < a || value > b),
  DATE_EQ: numeric((value, a) => Math.floor(value) === Math.floor(a)),
  DATE_NOT_EQ: numeric((value, a) => Math.floor(value) !== Math.floor(a)),
  DATE_BEFORE: numeric((value, a) => value < Math.floor(a)),
  DATE_AFTER: numeric((value, a) => Math.floor(value) > a),
  DATE_ON_OR_BEFORE: numeric((value, a) => Math.floor(value) <= a),
  DATE_ON_OR_AFTER: numeric((value, a) => value >= Math.floor(a)),
  DATE_BETWEEN: numeric((value, a, b) => value >= a && Math.floor(value) <= b),
  DATE_NOT_BETWEEN: numeric((value, a, b) => value < a || Math.floor(value) > b),
  DATE_IS_VALID: isDay,
  TEXT_CONTAINS: textual((text, operand) => text.includes(operand)),
  TEXT_NOT_CONTAINS: textual((text, operand) => !text.includes(operand)),
  TEXT_STARTS_WITH: textual((text, operand) => text !== '' && text.startsWith(operand)),
  TEXT_ENDS_WITH: textual((text, operand) => text !== '' && text.endsWith(operand)),
  TEXT_EQ: textual((text, operand) => text === operand),
  TEXT_NOT_EQ: textual((text, operand) => text !== operand),
  TEXT_IS_EMAIL: ({ text }) => EMAIL.test(text),
  TEXT_IS_URL: ({ text }) => URL.canParse(text),
  ONE_OF_LIST: ({ text, texts }) => texts.includes(text),
  BLANK: ({ text }) => text === '',
  NOT_BLANK: ({ text }) => text !== '',
  BOOLEAN: ({ value, text, texts }) => (texts.length > 0 ? texts.includes(text) : typeof value === 'boolean'),
};

/**
 * A test for many cells of one condition. Undefined where it cannot be told here: a formula, a range, a date that
 * moves with today.
 */
export function planCondition(
  { type, values = [] }: BooleanCondition,
  rules: LocaleRules,
  now: Date,
): ((cell: Cell | undefined) => boolean) | undefined {
  const test = type && TESTS[type];
  const texts = values.map(({ userEnteredValue }) => userEnteredValue);
  if (!test || !texts.every((text) => text !== undefined && !text.startsWith('='))) return undefined;
  const operands = texts.map((text) => parseTyped(text ?? '', rules, now).value);
  const lower = texts.map((text) => (text ?? '').toLowerCase());
  return (cell) => {
    const text = cell ? formatCellValue(cell, rules).toLowerCase() : '';
    return test({ value: cell?.value, text, operands, texts: lower });
  };
}
