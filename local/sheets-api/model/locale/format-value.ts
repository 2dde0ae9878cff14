import type { NumberFormat } from '../../schema/cell.ts';
import { formatMoment } from './format-moment.ts';
import { formatGeneral, formatByPattern } from './format-number.ts';
import type { LocaleRules } from './locales-by-intl.ts';
import type { Cell } from '../types.ts';

const MOMENTS: ReadonlySet<string | undefined> = new Set(['DATE', 'TIME', 'DATE_TIME']);

/** The cell's own number format, or the one that its formula comes to. */
export function shownFormat(cell: Cell): NumberFormat | undefined {
  return cell.format?.numberFormat ?? cell.computed;
}

/** Whether the cell shows its number as a date or a time. */
export function showsMoment(cell: Cell): boolean {
  return typeof cell.value === 'number' && MOMENTS.has(shownFormat(cell)?.type);
}

/**
 * The value as a person reads it; an empty cell gives ''.
 * Throws `ApiError` 501 for a number pattern that the stand-in cannot print.
 */
export function formatCellValue(cell: Cell, rules: LocaleRules): string {
  const { value } = cell;
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? rules.yes : rules.no;
  if (typeof value === 'string') return value;
  return formatNumberValue(value, shownFormat(cell), rules);
}

function formatNumberValue(value: number, format: NumberFormat | undefined, rules: LocaleRules): string {
  const { type } = format ?? {};
  const pattern = format?.pattern || defaultPattern(type, rules);
  if (pattern === undefined) return formatGeneral(value, rules);
  return MOMENTS.has(type) ? formatMoment(value, pattern, rules) : formatByPattern(value, pattern, rules);
}

function defaultPattern(type: NumberFormat['type'], rules: LocaleRules): string | undefined {
  if (type === 'DATE' || type === 'TIME' || type === 'DATE_TIME' || type === 'CURRENCY')
    return rules.patterns[type];
  if (type === 'PERCENT') return '0.00%';
  if (type === 'SCIENTIFIC') return '0.00E+00';
  return type === 'NUMBER' ? '#,##0.00' : undefined;
}
