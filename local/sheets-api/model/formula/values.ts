import type { Fault, FaultType, Scalar } from '../types.ts';

/** Null: a blank cell. */
export type Value = Scalar | Fault | null;
export type Matrix = readonly (readonly Value[])[];

const SHOWN: Readonly<Record<FaultType, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
};

/** `#DIV/0!`: what the cell shows. */
export function showFault({ type }: Fault): string {
  return SHOWN[type];
}

export function faultOf(shown: string): Fault {
  const found = Object.entries(SHOWN).find(([, text]) => text === shown);
  return fault((found?.[0] ?? 'ERROR') as FaultType, '');
}

export function fault(type: FaultType, message: string): Fault {
  return { type, message };
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null;
}

/** Stops the formula; caught where the formula is evaluated, or by `IFERROR`. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(type: FaultType, message: string) {
    super(message);
    this.fault = { type, message };
  }
}

/**
 * Throws `FaultError` where the value is one, or is no number.
 * @param who takes the value, as errors call it
 */
export function toNumber(value: Value, who = 'Function'): number {
  if (isFault(value)) throw new FaultError(value.type, value.message);
  if (typeof value === 'number') return value;
  if (value === null || value === '') return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = /^\s*[+-]?(\d+([.,]\d*)?|[.,]\d+)\s*%?\s*$/.test(value)
    ? parseFloat(value.replace(',', '.')) / (value.trim().endsWith('%') ? 100 : 1)
    : Number.NaN;
  if (Number.isNaN(number))
    throw new FaultError(
      'VALUE',
      `${who} expects number values. But '${value}' is a text and cannot be coerced to a number.`,
    );
  return number;
}

export type Print = (value: Scalar) => string;

/** Throws `FaultError` where the value is one. */
export function toText(value: Value, print: Print): string {
  if (isFault(value)) throw new FaultError(value.type, value.message);
  return value === null ? '' : print(value);
}

/** Throws `FaultError` where the value is one, or a text. */
export function toBoolean(value: Value): boolean {
  if (isFault(value)) throw new FaultError(value.type, value.message);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return value !== null && value !== 0;
  const upper = value.toUpperCase();
  if (upper === 'TRUE' || upper === 'ИСТИНА') return true;
  if (upper === 'FALSE' || upper === 'ЛОЖЬ' || upper === '') return false;
  throw new FaultError('VALUE', `'${value}' is a text and cannot be coerced to a boolean.`);
}

const RANK: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

/** As `<`, `=`, `>` compare: numbers before texts before yes/no, texts without regard to case, blank as nothing. */
export function compareValues(a: Value, b: Value): number {
  const [left, right] = [filled(a, b), filled(b, a)];
  if (typeof left === 'string' && typeof right === 'string')
    return left.toLowerCase() < right.toLowerCase() ? -1 : Number(left.toLowerCase() > right.toLowerCase());
  if (typeof left === typeof right) return Number(left) - Number(right);
  return (RANK[typeof left] ?? 0) - (RANK[typeof right] ?? 0);
}

function filled(value: Value, other: Value): Scalar {
  if (isFault(value)) throw new FaultError(value.type, value.message);
  if (value !== null) return value;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}
