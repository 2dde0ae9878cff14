import { moveFormula } from '../formula/references.ts';
import type { Cell, Scalar } from '../types.ts';

interface Direction {
  /** Copies the source over and over instead of going on with its series. */
  readonly isPlain: boolean;
  readonly down: number;
  readonly right: number;
}

/** The next `count` cells after the source: a series of numbers (or dates) goes on, all else is repeated. */
export function continueSeries(
  source: readonly (Cell | undefined)[],
  count: number,
  { isPlain, down, right }: Direction,
): (Cell | undefined)[] {
  const step = isPlain ? undefined : stepOf(source);
  return Array.from({ length: count }, (_, offset) => {
    const cell = source[offset % source.length];
    if (!cell) return undefined;
    const { note: _own, ...copied } = cell;
    if (cell.formula !== undefined) {
      const distance = source.length + offset - (offset % source.length);
      return { ...copied, formula: moveFormula(cell.formula, down * distance, right * distance) };
    }
    const last = source.at(-1)?.value;
    if (step === undefined || typeof last !== 'number') return copied;
    return { ...copied, value: goOn(last, step, offset + 1) };
  });
}

/** Undefined where the source is no arithmetic series; one number alone is repeated, one date counts days. */
function stepOf(source: readonly (Cell | undefined)[]): number | undefined {
  const numbers = source.map((cell) => (cell?.formula === undefined ? cell?.value : undefined));
  if (!numbers.every((value) => typeof value === 'number')) return undefined;
  const [first = 0, second] = numbers;
  if (second === undefined) return source[0]?.format?.numberFormat?.type === 'DATE' ? 1 : undefined;
  const step = second - first;
  const even = numbers.every((value, index) => Math.abs(value - (first + step * index)) < 1e-9);
  return even ? step : undefined;
}

function goOn(last: number, step: number, times: number): Scalar {
  return Number((last + step * times).toPrecision(15));
}
