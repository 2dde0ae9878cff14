import { comparableName } from '../../domain/text/same-name.ts';
import { SETTING_SPECS, type SettingKey } from '../worksheets/settings.ts';
import type { ParsedValue } from './cells/cell.ts';

/** What is typed beside the parameters; one that is absent or unreadable has no entry. */
export type SettingValues = ReadonlyMap<SettingKey, ParsedValue>;

export function statusesIn(text: string): readonly string[] {
  return text.split(/[;,]/u).filter((each) => comparableName(each) !== '');
}

/** Days before a term, the most first; undefined where the text says something else. */
export function parseLadder(text: string): readonly number[] | undefined {
  const parts = text.split(/[;,\s]+/u).filter(Boolean);
  if (!parts.every((part) => /^\d{1,3}$/u.test(part))) return undefined;
  return [...new Set(parts.map(Number))].filter((days) => days > 0).toSorted((a, b) => b - a);
}

export function titleOf(key: SettingKey): string {
  return SETTING_SPECS.find((spec) => spec.key === key)?.title ?? key;
}

export function initialOf(key: SettingKey) {
  return SETTING_SPECS.find((spec) => spec.key === key)?.initial;
}
