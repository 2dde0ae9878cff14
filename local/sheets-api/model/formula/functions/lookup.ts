import type { Argument } from '../evaluate.ts';
import { compareValues, FaultError, isFault, showFault, toBoolean, type Value } from '../values.ts';
import { matcherOf } from './criteria.ts';
import { numberAt, takes, valueAt, type FormulaFunction } from './shared.ts';

function notFound(name: string, wanted: Value): Error {
  const shown = isFault(wanted) ? showFault(wanted) : String(wanted ?? '');
  return new FaultError('N_A', `Did not find value '${shown}' in ${name} evaluation.`);
}

/** Exactly, texts with wildcards; or, in a sorted list, the last that is not greater. */
function positionOf(wanted: Value, list: readonly Value[], isSorted: boolean): number {
  if (!isSorted) return list.findIndex(matcherOf(wanted));
  return list.findLastIndex(
    (value) =>
      value !== null &&
      !isFault(value) &&
      typeof value === typeof wanted &&
      compareValues(value, wanted) <= 0,
  );
}

function isSorted(args: readonly Argument[]): boolean {
  return args.length < 4 || toBoolean(valueAt(args, 3));
}

const start = (args: readonly Argument[], axis: 'row' | 'column', fallback: number): number => {
  const node = args[0]?.node;
  return node?.kind === 'reference' ? (node.reference.first[axis]?.index ?? 0) + 1 : fallback;
};

export const LOOKUP: Readonly<Record<string, FormulaFunction>> = {
  VLOOKUP: (args) => {
    takes('VLOOKUP', args, 3, 4);
    const table = args[1]?.matrix() ?? [];
    const found = positionOf(
      valueAt(args, 0),
      table.map((row) => row[0] ?? null),
      isSorted(args),
    );
    if (found < 0) throw notFound('VLOOKUP', valueAt(args, 0));
    return table[found]?.[numberAt(args, 2) - 1] ?? null;
  },
  HLOOKUP: (args) => {
    takes('HLOOKUP', args, 3, 4);
    const table = args[1]?.matrix() ?? [];
    const found = positionOf(valueAt(args, 0), table[0] ?? [], isSorted(args));
    if (found < 0) throw notFound('HLOOKUP', valueAt(args, 0));
    return table[numberAt(args, 2) - 1]?.[found] ?? null;
  },
  MATCH: (args) => {
    takes('MATCH', args, 2, 3);
    const found = positionOf(valueAt(args, 0), (args[1]?.matrix() ?? []).flat(), numberAt(args, 2, 1) !== 0);
    if (found < 0) throw notFound('MATCH', valueAt(args, 0));
    return found + 1;
  },
  INDEX: (args) => {
    takes('INDEX', args, 1, 3);
    const table = args[0]?.matrix() ?? [];
    const [row, column] = [numberAt(args, 1, 1), numberAt(args, 2, 1)];
    // In a list that lies flat the one number counts columns.
    const value =
      table.length === 1 && args.length === 2 ? table[0]?.[row - 1] : table[row - 1]?.[column - 1];
    if (value === undefined) throw new FaultError('NUM', 'Function INDEX parameter is out of range.');
    return value;
  },
  ROWS: (args) => args[0]?.matrix().length ?? 0,
  COLUMNS: (args) => args[0]?.matrix()[0]?.length ?? 0,
  ROW: (args) => start(args, 'row', 1),
  COLUMN: (args) => start(args, 'column', 1),
};
