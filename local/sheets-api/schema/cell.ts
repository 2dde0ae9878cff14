import { z } from 'zod';
import { colour, colourStyle } from './common.ts';
import { flag, index, message, text } from './message.ts';

/** Where the message says `foregroundColor` and `foregroundColorStyle`, the two name one colour. */
const link = message({ uri: text });

export const textFormat = message({
  foregroundColor: colour,
  foregroundColorStyle: colourStyle,
  fontFamily: text,
  fontSize: z.int(),
  bold: flag,
  italic: flag,
  strikethrough: flag,
  underline: flag,
  link,
});

export const numberFormat = message({
  type: z.enum(['TEXT', 'NUMBER', 'PERCENT', 'CURRENCY', 'DATE', 'TIME', 'DATE_TIME', 'SCIENTIFIC']),
  pattern: text,
});

const borderStyle = z.enum(['NONE', 'DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE']);
export const border = message({
  style: borderStyle,
  width: z.int(),
  color: colour,
  colorStyle: colourStyle,
});
const borders = message({ top: border, bottom: border, left: border, right: border });

export const cellFormat = message({
  numberFormat,
  backgroundColor: colour,
  backgroundColorStyle: colourStyle,
  borders,
  padding: message({ top: index, right: index, bottom: index, left: index }),
  horizontalAlignment: z.enum(['LEFT', 'CENTER', 'RIGHT']),
  verticalAlignment: z.enum(['TOP', 'MIDDLE', 'BOTTOM']),
  wrapStrategy: z.enum(['OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP']),
  textDirection: z.enum(['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT']),
  textFormat,
  hyperlinkDisplayType: z.enum(['LINKED', 'PLAIN_TEXT']),
  textRotation: message({ angle: z.int(), vertical: flag }),
});

export const extendedValue = message({
  numberValue: z.number(),
  stringValue: text,
  boolValue: flag,
  formulaValue: text,
});

export const conditionType = z.enum([
  'NUMBER_GREATER',
  'NUMBER_GREATER_THAN_EQ',
  'NUMBER_LESS',
  'NUMBER_LESS_THAN_EQ',
  'NUMBER_EQ',
  'NUMBER_NOT_EQ',
  'NUMBER_BETWEEN',
  'NUMBER_NOT_BETWEEN',
  'TEXT_CONTAINS',
  'TEXT_NOT_CONTAINS',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'TEXT_EQ',
  'TEXT_NOT_EQ',
  'TEXT_IS_EMAIL',
  'TEXT_IS_URL',
  'DATE_EQ',
  'DATE_NOT_EQ',
  'DATE_BEFORE',
  'DATE_AFTER',
  'DATE_ON_OR_BEFORE',
  'DATE_ON_OR_AFTER',
  'DATE_BETWEEN',
  'DATE_NOT_BETWEEN',
  'DATE_IS_VALID',
  'ONE_OF_RANGE',
  'ONE_OF_LIST',
  'BLANK',
  'NOT_BLANK',
  'CUSTOM_FORMULA',
  'BOOLEAN',
  'FILTER_EXPRESSION',
]);

const conditionValue = message({
  userEnteredValue: text,
  relativeDate: z.enum(['PAST_YEAR', 'PAST_MONTH', 'PAST_WEEK', 'YESTERDAY', 'TODAY', 'TOMORROW']),
});
export const booleanCondition = message({ type: conditionType, values: z.array(conditionValue) });

export const dataValidationRule = message({
  condition: booleanCondition,
  inputMessage: text,
  strict: flag,
  showCustomUi: flag,
});

export const textFormatRun = message({ startIndex: index, format: textFormat });

export const cellData = message({
  userEnteredValue: extendedValue,
  userEnteredFormat: cellFormat,
  note: text,
  dataValidation: dataValidationRule,
  textFormatRuns: z.array(textFormatRun),
  // Told, never taken: a client may send back what it read.
  effectiveValue: z.unknown(),
  effectiveFormat: z.unknown(),
  formattedValue: z.unknown(),
  hyperlink: z.unknown(),
});

export const rowData = message({ values: z.array(cellData) });

export type TextFormat = z.infer<typeof textFormat>;
export type NumberFormat = z.infer<typeof numberFormat>;
export type Border = z.infer<typeof border>;
export type CellFormat = z.infer<typeof cellFormat>;
export type ExtendedValue = z.infer<typeof extendedValue>;
export type BooleanCondition = z.infer<typeof booleanCondition>;
export type DataValidationRule = z.infer<typeof dataValidationRule>;
export type TextFormatRun = z.infer<typeof textFormatRun>;
export type CellData = z.infer<typeof cellData>;
export type RowData = z.infer<typeof rowData>;
