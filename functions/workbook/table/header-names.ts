import { comparableName } from '../../domain/text/same-name.ts';
import type { Column } from '../worksheets/spec.ts';

/** Exact titles bind before synonyms, so that «Номер» never takes the place of «Номер документа». */
export interface ColumnNames {
  readonly titles: readonly string[];
  readonly synonyms: readonly string[];
}

const knownNames = new WeakMap<Column, ColumnNames>();

/** Normalised once a column: each read of a sheet compares them with many rows. */
export function namesOf(column: Column): ColumnNames {
  const known = knownNames.get(column);
  if (known) return known;
  const { title, synonyms = [] } = column;
  const names = { titles: [normaliseHeader(title)], synonyms: synonyms.map(normaliseHeader) };
  knownNames.set(column, names);
  return names;
}

/** Headers are compared as all names are. */
export function normaliseHeader(header: string): string {
  return comparableName(header);
}
