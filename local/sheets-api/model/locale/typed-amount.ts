import type { NumberFormat } from '../../schema/cell.ts';
import type { LocaleRules } from './locales-by-intl.ts';

interface TypedAmount {
  readonly value: number;
  readonly numberFormat?: NumberFormat;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i;

/** A number, a percentage or a sum of money; undefined for anything else. */
export function parseAmount(text: string, rules: LocaleRules): TypedAmount | undefined {
  const plain = parseNumber(text, rules);
  if (plain) return plain;
  const percent = text.endsWith('%') ? parseNumber(text.slice(0, -1).trim(), rules) : undefined;
  if (percent) {
    const pattern = Number.isInteger(percent.value) ? '0%' : '0.00%';
    const value = Number((percent.value / 100).toPrecision(15));
    return { value, numberFormat: { type: 'PERCENT', pattern } };
  }
  return parseMoney(text, rules) ?? parseNegative(text, rules);
}

/** The cents are shown only where they were typed. */
function parseMoney(text: string, rules: LocaleRules): TypedAmount | undefined {
  const money = rules.currency.exec(text);
  const typed = money && `${money[1] ?? ''}${money[2] ?? ''}`;
  const amount = typed && parseNumber(typed, rules);
  if (!amount) return undefined;
  const pattern = typed.includes(rules.decimal)
    ? rules.patterns.CURRENCY
    : rules.patterns.CURRENCY.replace('.00', '');
  return { value: amount.value, numberFormat: { type: 'CURRENCY', pattern } };
}

/** `(5)`: minus five, as accountants write it. */
function parseNegative(text: string, rules: LocaleRules): TypedAmount | undefined {
  const inner = /^\(([^()+-]+)\)$/.exec(text)?.[1];
  const amount = inner === undefined ? undefined : parseNumber(inner, rules);
  if (!amount) return undefined;
  const shape = inner?.includes(rules.decimal) ? '#,##0.00' : '#,##0';
  return { value: -amount.value, numberFormat: { type: 'NUMBER', pattern: `${shape}_);(${shape})` } };
}

function parseNumber(text: string, rules: LocaleRules): TypedAmount | undefined {
  const [whole = '', fraction, ...more] = text.split(rules.decimal);
  if (more.length > 0) return undefined;
  const ungrouped = groupsAreThousands(whole, rules) ? whole.replaceAll(rules.typedGroup, '') : whole;
  const canonical = fraction === undefined ? ungrouped : `${ungrouped}.${fraction}`;
  // Where the locale's decimal mark is a comma, a point is no part of a number.
  if (fraction === undefined && canonical.includes('.')) return undefined;
  if (!NUMBER.test(canonical)) return undefined;
  const value = Number(canonical);
  if (!Number.isFinite(value)) return undefined;
  if (/e/i.test(canonical)) return { value, numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (ungrouped === whole) return { value };
  return { value, numberFormat: { type: 'NUMBER', pattern: fraction ? '#,##0.00' : '#,##0' } };
}

function groupsAreThousands(whole: string, rules: LocaleRules): boolean {
  const groups = whole.replace(/^[+-]/, '').split(new RegExp(rules.typedGroup.source));
  const [first = '', ...others] = groups;
  return others.length > 0 && /^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group));
}
