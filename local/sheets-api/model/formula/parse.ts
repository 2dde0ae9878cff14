import type { Scalar } from '../types.ts';
import { parseReference, type Reference } from './references.ts';
import { tokenize, type Token } from './tokens.ts';
import { FaultError } from './values.ts';

export type Node =
  | { readonly kind: 'value'; readonly value: Scalar | null }
  | { readonly kind: 'error'; readonly shown: string }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'sign'; readonly sign: number; readonly node: Node }
  | { readonly kind: 'percent'; readonly node: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node };

const MAX_DEPTH = 100;
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/**
 * Reads a formula with its `=`. Where the decimal mark is a comma, arguments are divided by semicolons only.
 * Throws `FaultError` `#ERROR!` where it is no formula.
 */
export function parseFormula(formula: string, decimal: string): Node {
  const tokens = tokenize(formula.slice(1), decimal).filter(({ kind }) => kind !== 'space');
  const reader = new Reader(tokens, decimal);
  const node = reader.readLevel(0);
  reader.expectEnd();
  return node;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #decimal: string;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], decimal: string) {
    this.#tokens = tokens;
    this.#decimal = decimal;
  }

  expectEnd(): void {
    if (this.#at < this.#tokens.length) throw broken();
  }

  /** Binary operators, from those that bind least; all are left-associative. */
  readLevel(level: number): Node {
    const operators = LEVELS[level];
    if (!operators) return this.#readSigned();
    let left = this.readLevel(level + 1);
    while (operators.includes(this.#text())) {
      const operator = this.#next().text;
      left = { kind: 'binary', operator, left, right: this.readLevel(level + 1) };
    }
    return left;
  }

  #text(): string {
    return this.#tokens[this.#at]?.text ?? '';
  }

  #next(): Token {
    const token = this.#tokens[this.#at++];
    if (!token) throw broken();
    return token;
  }

  #readSigned(): Node {
    if (++this.#depth > MAX_DEPTH) throw broken();
    const sign = this.#text();
    const signed = sign === '-' || sign === '+';
    if (signed) this.#at++;
    let node: Node = signed
      ? { kind: 'sign', sign: sign === '-' ? -1 : 1, node: this.#readSigned() }
      : this.#readPrimary();
    while (this.#text() === '%') {
      this.#at++;
      node = { kind: 'percent', node };
    }
    this.#depth--;
    return node;
  }

  #readPrimary(): Node {
    const { kind, text } = this.#next();
    if (kind === 'number') return { kind: 'value', value: Number(text.replace(this.#decimal, '.')) };
    if (kind === 'text') return { kind: 'value', value: text.slice(1, -1).replaceAll('""', '"') };
    if (kind === 'reference') return { kind: 'reference', reference: parseReference(text) };
    if (kind === 'error') return { kind: 'error', shown: text };
    if (kind === 'function') return { kind: 'call', name: text, args: this.#readArguments() };
    if (kind === 'name') return parseName(text);
    if (text !== '(') throw broken();
    const node = this.readLevel(0);
    if (this.#next().text !== ')') throw broken();
    return node;
  }

  #readArguments(): Node[] {
    this.#next();
    const args: Node[] = [];
    if (this.#text() === ')') {
      this.#at++;
      return args;
    }
    for (;;) {
      const isLeftOut = this.#isDivider() || this.#text() === ')';
      args.push(isLeftOut ? { kind: 'value', value: null } : this.readLevel(0));
      if (this.#isDivider()) this.#at++;
      else if (this.#next().text === ')') return args;
      else throw broken();
    }
  }

  #isDivider(): boolean {
    return this.#text() === ';' || (this.#text() === ',' && this.#decimal !== ',');
  }
}

function parseName(text: string): Node {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'ИСТИНА') return { kind: 'value', value: true };
  if (upper === 'FALSE' || upper === 'ЛОЖЬ') return { kind: 'value', value: false };
  return { kind: 'name', name: text };
}

function broken(): Error {
  return new FaultError('ERROR', 'Formula parse error.');
}
