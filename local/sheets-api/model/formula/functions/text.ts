import type { Argument, Scope } from '../evaluate.ts';
import { FaultError, toBoolean, toNumber, toText } from '../values.ts';
import { flatten, numberAt, takes, valueAt, type FormulaFunction } from './shared.ts';

function textAt(args: readonly Argument[], index: number, { print }: Scope): string {
  return toText(valueAt(args, index), print);
}

const ofText =
  (name: string, change: (text: string) => string | number): FormulaFunction =>
  (args, scope) => {
    takes(name, args, 1);
    return change(textAt(args, 0, scope));
  };

function joined(args: readonly Argument[], { print }: Scope): string {
  return flatten(args)
    .map((value) => toText(value, print))
    .join('');
}

function position(name: string, isExact: boolean): FormulaFunction {
  return (args, scope) => {
    takes(name, args, 2, 3);
    const fold = (text: string): string => (isExact ? text : text.toLowerCase());
    const start = numberAt(args, 2, 1) - 1;
    const found = fold(textAt(args, 1, scope)).indexOf(fold(textAt(args, 0, scope)), start);
    if (found < 0)
      throw new FaultError('VALUE', `In ${name} evaluation, cannot find the text within the other.`);
    return found + 1;
  };
}

function properCase(text: string): string {
  return text.toLowerCase().replaceAll(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase());
}

export const TEXT: Readonly<Record<string, FormulaFunction>> = {
  CONCATENATE: joined,
  CONCAT: (args, scope) => {
    takes('CONCAT', args, 2);
    return joined(args, scope);
  },
  JOIN: (args, scope) =>
    flatten(args.slice(1))
      .map((value) => toText(value, scope.print))
      .join(textAt(args, 0, scope)),
  TEXTJOIN: (args, scope) => {
    const skipsBlank = toBoolean(valueAt(args, 1));
    return flatten(args.slice(2))
      .map((value) => toText(value, scope.print))
      .filter((text) => !skipsBlank || text !== '')
      .join(textAt(args, 0, scope));
  },
  LEN: ofText('LEN', (text) => text.length),
  UPPER: ofText('UPPER', (text) => text.toUpperCase()),
  LOWER: ofText('LOWER', (text) => text.toLowerCase()),
  PROPER: ofText('PROPER', properCase),
  TRIM: ofText('TRIM', (text) => text.trim().replaceAll(/ +/g, ' ')),
  VALUE: (args) => toNumber(valueAt(args, 0)),
  LEFT: (args, scope) => textAt(args, 0, scope).slice(0, numberAt(args, 1, 1)),
  RIGHT: (args, scope) => {
    const [text, count] = [textAt(args, 0, scope), numberAt(args, 1, 1)];
    return count <= 0 ? '' : text.slice(-count);
  },
  MID: (args, scope) => {
    takes('MID', args, 3);
    const start = numberAt(args, 1) - 1;
    return textAt(args, 0, scope).slice(start, start + numberAt(args, 2));
  },
  REPT: (args, scope) => textAt(args, 0, scope).repeat(Math.min(numberAt(args, 1), 10_000)),
  SUBSTITUTE: (args, scope) => {
    takes('SUBSTITUTE', args, 3, 4);
    const [text, from, to] = [textAt(args, 0, scope), textAt(args, 1, scope), textAt(args, 2, scope)];
    if (from === '') return text;
    const which = args.length > 3 ? numberAt(args, 3) : undefined;
    let seen = 0;
    return text.replaceAll(from, (found) => (which === undefined || ++seen === which ? to : found));
  },
  EXACT: (args, scope) => textAt(args, 0, scope) === textAt(args, 1, scope),
  FIND: position('FIND', true),
  SEARCH: position('SEARCH', false),
  CHAR: (args) => String.fromCodePoint(numberAt(args, 0)),
  /** The address is told beside the value: see `describe-cell.ts`. */
  HYPERLINK: (args) => {
    takes('HYPERLINK', args, 1, 2);
    return args.length > 1 ? valueAt(args, 1) : valueAt(args, 0);
  },
};
