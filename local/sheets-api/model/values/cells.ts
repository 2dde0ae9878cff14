import { invalidArgument } from '../../wire/api-error.ts';
import { below, merge, type Mask } from '../../wire/field-mask.ts';
import type { CellData, CellFormat, DataValidationRule, ExtendedValue } from '../../schema/cell.ts';
import { completeFormat, completeRunFormat } from '../colours.ts';
import { dropDefaults } from '../sheets/defaults.ts';
import type { LocaleRules } from '../locale/locales-by-intl.ts';
import { parseTyped } from '../locale/typed-input.ts';
import type { Cell, Scalar } from '../types.ts';

const MAX_TEXT = 50_000;

const FIELDS = ['value', 'formula', 'error', 'computed', 'format', 'note', 'validation', 'runs'] as const;

/** The cell with the changes; a field set to undefined goes, and a cell that holds nothing is undefined. */
export function changeCell(
  cell: Cell | undefined,
  changes: { readonly [Field in keyof Cell]?: Cell[Field] | undefined },
): Cell | undefined {
  // Field by field and in one order: a copy from which fields are deleted makes large sheets several times slower.
  const result: Record<string, unknown> = {};
  let isBlank = true;
  for (const field of FIELDS) {
    const value = field in changes ? changes[field] : cell?.[field];
    if (value === undefined) continue;
    result[field] = value;
    isBlank = false;
  }
  return isBlank ? undefined : result;
}

/** A formula before it is computed, which the draft does at its end. */
export function formulaContent(formula: string): Content {
  return { value: '', formula, error: undefined, computed: undefined };
}

function checkedText(text: string): string {
  if (text.length > MAX_TEXT)
    throw invalidArgument(
      `Your input contains more than the maximum of ${MAX_TEXT} characters in a single cell.`,
    );
  return text;
}

/** What a cell holds by what was typed into it; all absent where it is to be blank. */
export interface Content {
  readonly value: Scalar | undefined;
  readonly formula: string | undefined;
  readonly error: undefined;
  readonly computed: undefined;
}

export function plainContent(value: Scalar | undefined): Content {
  return { value, formula: undefined, error: undefined, computed: undefined };
}

/** Without its text runs too: they are of the text that goes. */
export const BLANK = { ...plainContent(undefined), runs: undefined } as const;

export function contentOf(entered: ExtendedValue | undefined): Content {
  if (!entered || Object.keys(entered).length === 0) return plainContent(undefined);
  if (entered.formulaValue !== undefined) return formulaContent(checkedText(entered.formulaValue));
  const value = entered.stringValue ?? entered.numberValue ?? entered.boolValue;
  if (typeof value === 'string') checkedText(value);
  return plainContent(value === '' ? undefined : value);
}

export interface EntryMode {
  readonly option: 'RAW' | 'USER_ENTERED';
  readonly rules: LocaleRules;
  readonly now: Date;
}

/** The cell after `input` was written into it by a values method; its format and validation stay. */
export function enterValue(cell: Cell | undefined, input: Scalar, mode: EntryMode): Cell | undefined {
  if (typeof input === 'string') checkedText(input);
  if (input === '') return changeCell(cell, BLANK);
  if (mode.option === 'RAW' || typeof input !== 'string')
    return changeCell(cell, { ...plainContent(input), runs: undefined });
  return enterTyped(cell, input, mode);
}

function enterTyped(cell: Cell | undefined, input: string, mode: EntryMode): Cell | undefined {
  if (cell?.format?.numberFormat?.type === 'TEXT')
    return changeCell(cell, { ...plainContent(input), runs: undefined });
  const typed = parseTyped(input, mode.rules, mode.now);
  if (typed.formula !== undefined)
    return changeCell(cell, { ...formulaContent(typed.formula), runs: undefined });
  const given = cell?.format?.numberFormat;
  const format =
    given || !typed.numberFormat ? cell?.format : { ...cell?.format, numberFormat: typed.numberFormat };
  return changeCell(cell, { ...plainContent(typed.value), runs: undefined, format });
}

export function completeValidation(rule: DataValidationRule): DataValidationRule {
  if (!rule.condition?.type) throw invalidArgument('A data validation rule must have a condition.');
  return dropDefaults(rule);
}

/** A `CellData` of a request, made ready once, however many cells take it. */
export interface CellPatch {
  readonly apply: (cell: Cell | undefined) => Cell | undefined;
}

/**
 * Only the fields that the mask names are set; those that the mask names and `data` lacks are cleared.
 * Cells that shared a format before share the new one too, which keeps a painted sheet small.
 */
export function planCellPatch(data: CellData, mask: Mask): CellPatch {
  const changes: Record<string, unknown> = {};
  const at = (field: keyof CellData): Mask | undefined => below(mask, field);
  if (at('userEnteredValue')) Object.assign(changes, contentOf(data.userEnteredValue));
  if (at('note')) changes['note'] = data.note === '' ? undefined : data.note;
  if (at('dataValidation'))
    changes['validation'] = data.dataValidation && completeValidation(data.dataValidation);
  if (at('textFormatRuns'))
    changes['runs'] = data.textFormatRuns?.map((run) => ({
      ...run,
      ...(run.format && { format: completeRunFormat(run.format) }),
    }));
  const reformat = planReformat(data.userEnteredFormat, at('userEnteredFormat'));
  const apply = (cell: Cell | undefined): Cell | undefined =>
    changeCell(cell, reformat ? { ...changes, format: reformat(cell?.format) } : changes);
  let onBlank: { readonly cell: Cell | undefined } | undefined;
  return { apply: (cell) => (cell ? apply(cell) : (onBlank ??= { cell: apply(undefined) }).cell) };
}

type Reformat = (format: CellFormat | undefined) => CellFormat | undefined;

function planReformat(format: CellFormat | undefined, mask: Mask | undefined): Reformat | undefined {
  if (mask === undefined) return undefined;
  const source = format && completeFormat(format);
  const both = withColourTwins(mask);
  let known: Map<CellFormat | undefined, CellFormat | undefined> | undefined;
  return (before) => {
    known ??= new Map();
    if (!known.has(before)) known.set(before, merge(before, source, both));
    return known.get(before);
  };
}

/** A request has one mask for all its cells. */
const twinsOf = new WeakMap<object, Mask>();

/** `backgroundColor` and `backgroundColorStyle` are one colour: whoever names one, sets both. */
export function withColourTwins(mask: Mask): Mask {
  if (mask === true) return true;
  const known = twinsOf.get(mask);
  if (known) return known;
  const twins: Record<string, Mask> = {};
  for (const [field, rest] of Object.entries(mask)) {
    const [, name] = /^(.*[cC]olor)(?:Style)?$/.exec(field) ?? [];
    // A channel alone cannot be told in both spellings, so the colour is taken whole.
    if (name !== undefined) Object.assign(twins, { [name]: true, [`${name}Style`]: true });
    else twins[field] = withColourTwins(rest);
  }
  twinsOf.set(mask, twins);
  return twins;
}
