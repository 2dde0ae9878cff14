import { below, project, type Mask } from '../../wire/field-mask.ts';
import type { CellFormat, ExtendedValue } from '../../schema/cell.ts';
import { dropDefaults } from '../sheets/defaults.ts';
import { linkOf, type Place } from './effective-format.ts';
import { formatCellValue } from '../locale/format-value.ts';
import type { LocaleRules } from '../locale/locales-by-intl.ts';
import type { Cell, Row, Scalar } from '../types.ts';

export interface CellContext {
  readonly rules: LocaleRules;
  readonly effectiveFormat: (cell: Cell, at: Place) => CellFormat;
}

function extended(value: Scalar): ExtendedValue {
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'number' ? { numberValue: value } : { boolValue: value };
}

/** A formula that comes to an empty text has no value on the wire. */
function isShown(value: Scalar | undefined): value is Scalar {
  return value !== undefined && value !== '';
}

type Describe = (cell: Cell, context: CellContext, at: Place) => unknown;

/** The fields of a cell on the wire, in Google's order; only those that the mask names are worked out. */
const FIELDS: Readonly<Record<string, Describe>> = {
  userEnteredValue: ({ formula, value }) => {
    if (formula !== undefined) return { formulaValue: formula };
    return value === undefined ? undefined : extended(value);
  },
  effectiveValue: ({ value, error }) => {
    if (error) return { errorValue: dropDefaults(error) };
    return isShown(value) ? extended(value) : undefined;
  },
  formattedValue: (cell, { rules }) => (isShown(cell.value) ? formatCellValue(cell, rules) : undefined),
  userEnteredFormat: (cell) => cell.format,
  effectiveFormat: (cell, { effectiveFormat }, at) => effectiveFormat(cell, at),
  hyperlink: linkOf,
  note: (cell) => cell.note,
  textFormatRuns: (cell) => cell.runs,
  dataValidation: (cell) => cell.validation,
};

/** The asked fields, each with its own mask. */
export function cellDescriber(
  mask: Mask,
  context: CellContext,
): (row: Row | undefined, corner: Place) => object[] {
  const fields = Object.entries(FIELDS).flatMap(([name, describe]) => {
    const part = below(mask, name);
    return part === undefined ? [] : [{ name, describe, projected: projector(part) }];
  });
  const describeCell = (cell: Cell | undefined, at: Place): object => {
    const described: Record<string, unknown> = {};
    if (!cell) return described;
    for (const { name, describe, projected } of fields) {
      const value = describe(cell, context, at);
      if (value !== undefined) described[name] = projected(value);
    }
    return described;
  };
  return (row, { row: number, column }) =>
    trimEmpty(
      (row ?? []).map((cell, offset) => describeCell(cell, { row: number, column: column + offset })),
    );
}

/** Thousands of cells share a format or a rule: it is projected once. */
function projector(mask: Mask): (value: unknown) => unknown {
  if (mask === true) return (value) => value;
  const known = new WeakMap<object, unknown>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    const projected = project(value, mask);
    known.set(value, projected);
    return projected;
  };
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
