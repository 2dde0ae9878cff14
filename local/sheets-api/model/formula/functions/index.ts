import { unknownHere } from '../../../wire/api-error.ts';
import type { Scope } from '../evaluate.ts';
import { FaultError, type Value } from '../values.ts';
import { DATES } from './dates.ts';
import { GOOGLES } from './googles.ts';
import { LOGIC } from './logic.ts';
import { LOOKUP } from './lookup.ts';
import { MATH } from './math.ts';
import { CALLED, type FormulaFunction } from './shared.ts';
import { TEXT } from './text.ts';

const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  ...MATH,
  ...LOGIC,
  ...TEXT,
  ...DATES,
  ...LOOKUP,
};

/**
 * Throws `FaultError` `#NAME?` for a function that nobody knows, and `ApiError` 501 for one that only Google
 * knows: a wrong value would be worse than none.
 */
export const callFunction: Scope['call'] = (name, args, scope) => {
  const upper = name.toUpperCase();
  const known = Object.hasOwn(FUNCTIONS, upper) ? FUNCTIONS[upper] : undefined;
  if (known) return named(upper, () => known(args, scope));
  if (GOOGLES.has(upper)) throw unknownHere(`how to compute the function ${name} of a formula`);
  throw new FaultError('NAME', `Unknown function: '${name}'.`);
};

function named(name: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    throw new FaultError(error.fault.type, error.message.replace(CALLED, name));
  }
}
