import { calculate } from '../evaluate.ts';
import { FaultError, isFault } from '../values.ts';
import { matcherOf } from './criteria.ts';
import { flatten, numberAt, numbersOf, takes, valueAt, type FormulaFunction } from './shared.ts';

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function average(numbers: readonly number[]): number {
  if (numbers.length === 0)
    throw new FaultError('DIVIDE_BY_ZERO', 'Evaluation of function AVERAGE caused a divide by zero error.');
  return sum(numbers) / numbers.length;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new FaultError('NUM', 'MEDIAN has no valid input data.');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Of no numbers it is 0, as Google says. */
const extreme =
  (choose: (one: number, other: number) => number): FormulaFunction =>
  (args) => {
    const [first = 0, ...others] = numbersOf(args);
    return others.reduce(choose, first);
  };

/** `Math.round` on the shown decimals, away from zero. */
function rounded(round: (value: number) => number): FormulaFunction {
  return (args) => {
    const [value, places] = [numberAt(args, 0), Math.trunc(numberAt(args, 1))];
    const scale = 10 ** places;
    return (Math.sign(value) * round(Number((Math.abs(value) * scale).toPrecision(15)))) / scale;
  };
}

const unary =
  (name: string, calculateOne: (value: number) => number): FormulaFunction =>
  (args) => {
    takes(name, args, 1);
    const result = calculateOne(numberAt(args, 0));
    if (Number.isFinite(result)) return result;
    throw new FaultError(
      'NUM',
      `Function ${name} parameter 1 value is negative. It should be positive or zero.`,
    );
  };

const binary =
  (name: string, operator: string): FormulaFunction =>
  (args) => {
    takes(name, args, 2);
    return calculate(operator, numberAt(args, 0), numberAt(args, 1));
  };

/** Of the cells that meet the condition, the numbers beside them. */
function selected(args: Parameters<FormulaFunction>[0]): number[] {
  const tested = args[0]?.matrix() ?? [];
  const matches = matcherOf(valueAt(args, 1));
  const summed = args[2]?.matrix() ?? tested;
  return tested.flatMap((row, r) =>
    row.flatMap((value, c) => {
      const beside = summed[r]?.[c];
      return matches(value) && typeof beside === 'number' ? [beside] : [];
    }),
  );
}

export const MATH: Readonly<Record<string, FormulaFunction>> = {
  SUM: (args) => sum(numbersOf(args)),
  PRODUCT: (args) => numbersOf(args).reduce((total, number) => total * number, 1),
  AVERAGE: (args) => average(numbersOf(args)),
  MEDIAN: (args) => median(numbersOf(args)),
  MIN: extreme((least, next) => Math.min(least, next)),
  MAX: extreme((most, next) => Math.max(most, next)),
  COUNT: (args) => flatten(args).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => flatten(args).filter((value) => value !== null).length,
  COUNTBLANK: (args) => flatten(args).filter((value) => value === null || value === '').length,
  COUNTUNIQUE: (args) => new Set(flatten(args).filter((value) => value !== null && !isFault(value))).size,
  COUNTIF: (args) => {
    takes('COUNTIF', args, 2);
    return (args[0]?.matrix() ?? []).flat().filter(matcherOf(valueAt(args, 1))).length;
  },
  SUMIF: (args) => sum(selected(args)),
  AVERAGEIF: (args) => average(selected(args)),
  ROUND: rounded(Math.round),
  ROUNDUP: rounded(Math.ceil),
  ROUNDDOWN: rounded(Math.floor),
  TRUNC: rounded(Math.floor),
  INT: unary('INT', Math.floor),
  ABS: unary('ABS', Math.abs),
  SQRT: unary('SQRT', Math.sqrt),
  EXP: unary('EXP', Math.exp),
  LN: unary('LN', Math.log),
  LOG10: unary('LOG10', Math.log10),
  SIGN: unary('SIGN', Math.sign),
  PI: () => Math.PI,
  MOD: (args) => {
    takes('MOD', args, 2);
    const [value, divisor] = [numberAt(args, 0), numberAt(args, 1)];
    if (divisor === 0) throw new FaultError('DIVIDE_BY_ZERO', 'Function MOD parameter 2 cannot be zero.');
    return value - divisor * Math.floor(value / divisor);
  },
  ADD: binary('ADD', '+'),
  MINUS: binary('MINUS', '-'),
  MULTIPLY: binary('MULTIPLY', '*'),
  DIVIDE: binary('DIVIDE', '/'),
  POW: binary('POW', '^'),
  POWER: binary('POWER', '^'),
};
