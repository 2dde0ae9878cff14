import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type {
  ConditionalRule,
  LayoutValidation,
  Protection,
  ValidationRule,
} from '../../../workbook/layout/layout.ts';
import { columnLetters } from '../../../workbook/layout/columns.ts';
import { quoteSheetTitle } from '../../shared/a1.ts';
import { toColorStyle, toTextFormat } from './formats.ts';
import { toGridRange } from './grid-range.ts';

type Request = sheets_v4.Schema$Request;
type Condition = sheets_v4.Schema$BooleanCondition;

/** Marks the protections that this program sets, so that those of the staff are left alone. */
export const PROTECTION_PREFIX = 'ШНОР: ';

const CONDITION_TYPES = {
  text_equals: 'TEXT_EQ',
  text_starts_with: 'TEXT_STARTS_WITH',
  not_blank: 'NOT_BLANK',
} as const satisfies Record<ConditionalRule['when'], string>;

export function planValidation(sheetId: number, validation: LayoutValidation): Request {
  const condition = toValidationCondition(validation.rule);
  return {
    setDataValidation: {
      range: toGridRange(sheetId, validation.range),
      rule: { condition, inputMessage: validation.help, showCustomUi: true, strict: false },
    },
  };
}

function toValidationCondition(rule: ValidationRule): Condition {
  switch (rule.kind) {
    case 'one_of':
      return toCondition('ONE_OF_LIST', rule.values);
    case 'one_of_range': {
      const letters = columnLetters(rule.column);
      const sheet = quoteSheetTitle(rule.sheetTitle);
      return toCondition('ONE_OF_RANGE', [`=${sheet}!$${letters}$${rule.startRow + 1}:$${letters}`]);
    }
    case 'date':
      return toCondition('DATE_IS_VALID', []);
    case 'number_between':
      return toCondition('NUMBER_BETWEEN', [String(rule.min), String(rule.max)]);
  }
}

/** The wire name and text of a rule's condition, by which a rule is known again when it is read back. */
export function toConditionalCondition(rule: ConditionalRule): Condition {
  return toCondition(CONDITION_TYPES[rule.when], rule.text === undefined ? [] : [rule.text]);
}

function toCondition(type: string, texts: readonly string[]): Condition {
  return { type, ...(texts.length > 0 && { values: texts.map((text) => ({ userEnteredValue: text })) }) };
}

/** `index` is the priority: 0 wins over all others. */
export function planConditionalRule(sheetId: number, rule: ConditionalRule, index: number): Request {
  const { background } = rule.style;
  const textFormat = toTextFormat(rule.style);
  return {
    addConditionalFormatRule: {
      index,
      rule: {
        ranges: [toGridRange(sheetId, rule.range)],
        booleanRule: {
          condition: toConditionalCondition(rule),
          format: {
            ...(background && { backgroundColorStyle: toColorStyle(background) }),
            ...(Object.keys(textFormat).length > 0 && { textFormat }),
          },
        },
      },
    },
  };
}

export function planProtection(sheetId: number, protection: Protection): Request {
  return {
    addProtectedRange: {
      protectedRange: {
        range: toGridRange(sheetId, protection.range),
        description: PROTECTION_PREFIX + protection.description,
        warningOnly: true,
      },
    },
  };
}
