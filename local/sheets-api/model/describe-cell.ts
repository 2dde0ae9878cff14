import { below, merge, project, type Mask } from '../wire/field-mask.ts';
import type { CellFormat, ExtendedValue } from '../schema/cell.ts';
import { formatCellValue } from './format-value.ts';
import type { LocaleRules } from './locales.ts';
import type { Cell, Row, Scalar } from './types.ts';

export interface CellContext {
  readonly rules: LocaleRules;
  readonly defaultFormat: CellFormat;
}

function extended(value: Scalar): ExtendedValue {
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'number' ? { numberValue: value } : { boolValue: value };
}

type Describe = (cell: Cell, context: CellContext) => unknown;

/** The fields of a cell on the wire, in Google's order; only those that the mask names are worked out. */
const FIELDS: Readonly<Record<string, Describe>> = {
  userEnteredValue: ({ formula, value }) => {
    if (formula !== undefined) return { formulaValue: formula };
    return value === undefined ? undefined : extended(value);
  },
  effectiveValue: ({ value }) => (value === undefined ? undefined : extended(value)),
  formattedValue: (cell, { rules }) => (cell.value === undefined ? undefined : formatCellValue(cell, rules)),
  userEnteredFormat: (cell) => cell.format,
  effectiveFormat: (cell, { defaultFormat }) => effectiveFormat(cell, defaultFormat),
  hyperlink: (cell) => cell.format?.textFormat?.link?.uri,
  note: (cell) => cell.note,
  textFormatRuns: (cell) => cell.runs,
  dataValidation: (cell) => cell.validation,
};

/** Without the conditional rules: nothing in the product reads how a cell looks in the end. */
function effectiveFormat(cell: Cell, defaultFormat: CellFormat): CellFormat | undefined {
  const { format } = cell;
  if (!format) return defaultFormat;
  const textFormat = { ...defaultFormat.textFormat, ...format.textFormat };
  return merge({ ...defaultFormat, ...format }, { textFormat }, { textFormat: true });
}

/** The asked fields, each with its own mask. */
export function cellDescriber(mask: Mask, context: CellContext): (row: Row | undefined) => object[] {
  const fields = Object.entries(FIELDS).flatMap(([name, describe]) => {
    const part = below(mask, name);
    return part === undefined ? [] : [{ name, describe, part }];
  });
  const describeCell = (cell: Cell | undefined): object => {
    const described: Record<string, unknown> = {};
    if (!cell) return described;
    for (const { name, describe, part } of fields) {
      const value = describe(cell, context);
      if (value !== undefined) described[name] = project(value, part);
    }
    return described;
  };
  return (row) => trimEmpty((row ?? []).map(describeCell));
}

export function trimEmpty<T extends object>(list: T[]): T[] {
  let end = list.length;
  while (end > 0 && isEmpty(list[end - 1])) end--;
  return list.slice(0, end);
}

function isEmpty(value: object | undefined): boolean {
  for (const _key in value) return false;
  return true;
}
