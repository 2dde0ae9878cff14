import type { Node } from './parse.ts';
import type { Reference } from './references.ts';
import {
  compareValues,
  faultOf,
  FaultError,
  isFault,
  toNumber,
  toText,
  type Matrix,
  type Print,
  type Value,
} from './values.ts';

/** What a formula can see from its cell. */
export interface Scope {
  /** Throws `FaultError` where there is no such sheet. */
  readonly read: (reference: Reference) => Matrix;
  /** A named range; undefined where there is none. */
  readonly readName: (name: string) => Matrix | undefined;
  readonly print: Print;
  /** The day and time of the call in the spreadsheet's zone, as a serial number. */
  readonly now: number;
  readonly call: (name: string, args: readonly Argument[], scope: Scope) => Value;
}

/** An argument that is looked at only when the function asks for it. */
export interface Argument {
  readonly node: Node;
  /** Whether it names cells: there texts and blanks are passed over where literal ones are not. */
  readonly isRange: boolean;
  value(): Value;
  matrix(): Matrix;
}

/** Throws `FaultError`, or `ApiError` 501 for a function that only Google knows. */
export function evaluate(node: Node, scope: Scope): Value {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'error':
      return faultOf(node.shown);
    case 'reference':
    case 'name':
      return cornerOf(evaluateMatrix(node, scope));
    case 'sign':
      return node.sign * toNumber(evaluate(node.node, scope));
    case 'percent':
      return toNumber(evaluate(node.node, scope)) / 100;
    case 'binary':
      return evaluateBinary(node.operator, evaluate(node.left, scope), evaluate(node.right, scope), scope);
    case 'call':
      return scope.call(
        node.name,
        node.args.map((arg) => argumentOf(arg, scope)),
        scope,
      );
  }
}

function cornerOf(matrix: Matrix): Value {
  return matrix[0]?.[0] ?? null;
}

function argumentOf(node: Node, scope: Scope): Argument {
  return {
    node,
    isRange: node.kind === 'reference' || node.kind === 'name',
    value: () => evaluate(node, scope),
    matrix: () => evaluateMatrix(node, scope),
  };
}

function evaluateMatrix(node: Node, scope: Scope): Matrix {
  if (node.kind === 'reference') return scope.read(node.reference);
  if (node.kind !== 'name') return [[evaluate(node, scope)]];
  const named = scope.readName(node.name);
  if (!named) throw new FaultError('NAME', `Unknown range name: '${node.name.toUpperCase()}'.`);
  return named;
}

function evaluateBinary(operator: string, left: Value, right: Value, { print }: Scope): Value {
  if (isFault(left)) return left;
  if (isFault(right)) return right;
  if (operator === '&') return toText(left, print) + toText(right, print);
  const order = (): number => compareValues(left, right);
  switch (operator) {
    case '=':
      return order() === 0;
    case '<>':
      return order() !== 0;
    case '<':
      return order() < 0;
    case '>':
      return order() > 0;
    case '<=':
      return order() <= 0;
    case '>=':
      return order() >= 0;
    default:
      return calculate(operator, operandOf(operator, left, 1), operandOf(operator, right, 2));
  }
}

const NAMES: Readonly<Record<string, string>> = {
  '+': 'ADD',
  '-': 'MINUS',
  '*': 'MULTIPLY',
  '/': 'DIVIDE',
  '^': 'POW',
};

function operandOf(operator: string, value: Value, number: number): number {
  return toNumber(value, `Function ${NAMES[operator] ?? operator} parameter ${number}`);
}

/** Throws `FaultError` `#DIV/0!`, `#NUM!`. */
export function calculate(operator: string, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '/') {
    if (right === 0) throw new FaultError('DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.');
    return left / right;
  }
  const power = left ** right;
  if (Number.isFinite(power)) return power;
  throw new FaultError('NUM', 'Function POW evaluates to an imaginary number or is too large.');
}
