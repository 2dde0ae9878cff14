import type { Argument, Scope } from '../evaluate.ts';
import { FaultError, isFault, toNumber, type Value } from '../values.ts';

/** Stands in messages for the name of the function, which only its caller knows. */
export const CALLED = '%called%';

export type FormulaFunction = (args: readonly Argument[], scope: Scope) => Value;

/** Throws `FaultError` where the function got too few or too many arguments. */
export function takes(name: string, args: readonly Argument[], least: number, most = least): void {
  if (args.length >= least && args.length <= most) return;
  throw new FaultError(
    'N_A',
    `Wrong number of arguments to ${name}. Expected ${least === most ? least : `between ${least} and ${most}`} arguments, but received ${args.length} arguments.`,
  );
}

export function numberAt(args: readonly Argument[], index: number, fallback = 0): number {
  const argument = args[index];
  return argument ? toNumber(argument.value(), `Function ${CALLED} parameter ${index + 1}`) : fallback;
}

export function valueAt(args: readonly Argument[], index: number): Value {
  return args[index]?.value() ?? null;
}

/** All values, row by row; faults among them are given as they are. */
export function flatten(args: readonly Argument[]): Value[] {
  return args.flatMap((argument) => argument.matrix().flat());
}

/**
 * The numbers: of cells only those that are numbers, of literals everything that can be read as one.
 * Throws `FaultError` where a cell holds a fault.
 */
export function numbersOf(args: readonly Argument[]): number[] {
  return args.flatMap((argument) => {
    if (!argument.isRange) return [toNumber(argument.value())];
    return argument
      .matrix()
      .flat()
      .flatMap((value) => {
        if (isFault(value)) throw new FaultError(value.type, value.message);
        return typeof value === 'number' ? [value] : [];
      });
  });
}
