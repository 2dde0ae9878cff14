import { compareValues, FaultError, isFault, toBoolean, type Value } from '../values.ts';
import { flatten, takes, valueAt, type FormulaFunction } from './shared.ts';

function attempt(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
}

const test =
  (matches: (value: Value) => boolean): FormulaFunction =>
  (args) =>
    matches(attempt(() => valueAt(args, 0)));

function truths(args: Parameters<FormulaFunction>[0]): boolean[] {
  return flatten(args).flatMap((value) =>
    value === null || typeof value === 'string' ? [] : [toBoolean(value)],
  );
}

export const LOGIC: Readonly<Record<string, FormulaFunction>> = {
  TRUE: () => true,
  FALSE: () => false,
  NA: () => ({ type: 'N_A', message: '' }),
  IF: (args) => {
    takes('IF', args, 2, 3);
    if (toBoolean(valueAt(args, 0))) return valueAt(args, 1);
    return args.length > 2 ? valueAt(args, 2) : false;
  },
  IFS: (args) => {
    for (let index = 0; index + 1 < args.length; index += 2)
      if (toBoolean(valueAt(args, index))) return valueAt(args, index + 1);
    throw new FaultError('N_A', 'No match.');
  },
  SWITCH: (args) => {
    const wanted = valueAt(args, 0);
    for (let index = 1; index + 1 < args.length; index += 2)
      if (compareValues(wanted, valueAt(args, index)) === 0) return valueAt(args, index + 1);
    if (args.length % 2 === 0) return valueAt(args, args.length - 1);
    throw new FaultError('N_A', 'No match.');
  },
  IFERROR: (args) => {
    takes('IFERROR', args, 1, 2);
    const value = attempt(() => valueAt(args, 0));
    return isFault(value) ? valueAt(args, 1) : value;
  },
  IFNA: (args) => {
    const value = attempt(() => valueAt(args, 0));
    return isFault(value) && value.type === 'N_A' ? valueAt(args, 1) : value;
  },
  AND: (args) => truths(args).every(Boolean),
  OR: (args) => truths(args).some(Boolean),
  NOT: (args) => !toBoolean(valueAt(args, 0)),
  ISBLANK: test((value) => value === null),
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISLOGICAL: test((value) => typeof value === 'boolean'),
  ISERROR: test(isFault),
  ISNA: test((value) => isFault(value) && value.type === 'N_A'),
};
