import type { NumberFormat } from '../../schema/cell.ts';
import type { Node } from './parse.ts';
import type { Reference } from './references.ts';

const OF_FUNCTION: Readonly<Record<string, 'DATE' | 'DATE_TIME' | 'TIME'>> = {
  TODAY: 'DATE',
  DATE: 'DATE',
  EDATE: 'DATE',
  EOMONTH: 'DATE',
  NOW: 'DATE_TIME',
  TIME: 'TIME',
};
/** Functions whose value looks as their first argument does. */
const AS_ARGUMENT: ReadonlySet<string> = new Set([
  'SUM',
  'MIN',
  'MAX',
  'AVERAGE',
  'MEDIAN',
  'ABS',
  'ROUND',
  'IFERROR',
]);

/** How the result of a formula is shown where its cell says nothing: a date plus seven days is a date. */
export function inferFormat(
  node: Node,
  formatOf: (reference: Reference) => NumberFormat | undefined,
): NumberFormat | undefined {
  if (node.kind === 'reference') return formatOf(node.reference);
  if (node.kind === 'percent') return { type: 'PERCENT', pattern: '0%' };
  if (node.kind === 'sign') return inferFormat(node.node, formatOf);
  if (node.kind === 'call') {
    const name = node.name.toUpperCase();
    const type = OF_FUNCTION[name];
    // Without a pattern: the locale's own.
    if (type) return { type };
    const [first] = node.args;
    return first && AS_ARGUMENT.has(name) ? inferFormat(first, formatOf) : undefined;
  }
  if (node.kind !== 'binary' || !'+-*/'.includes(node.operator)) return undefined;
  const [left, right] = [node.left, node.right].map((side) => inferFormat(side, formatOf));
  if (node.operator === '+' || !left || !right) return left ?? right;
  // Days between two dates, a ratio of two sums of money: plain numbers.
  return undefined;
}
