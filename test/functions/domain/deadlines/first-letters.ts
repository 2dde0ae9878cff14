import type { ast } from 'peggy';

/** The signs with which a match of an expression can begin; `all` where any can. */
export interface First {
  readonly signs: ReadonlySet<string> | 'all';
  /** It also matches nothing at all, so that what follows it may begin as well. */
  readonly empty: boolean;
}

const NOTHING: First = { signs: new Set(), empty: true };
const ANYTHING: First = { signs: 'all', empty: false };

/** The first signs of every rule of a grammar. */
export function firstsOf(grammar: ast.Grammar): ReadonlyMap<string, First> {
  const rules = new Map(
    grammar.rules.map(({ name, expression }): [string, ast.Expression] => [name, unnamed(expression)]),
  );
  const firsts = new Map<string, First>();
  const ofRule = (name: string): First => {
    const expression = rules.get(name);
    const known = firsts.get(name);
    if (known || !expression) return known ?? ANYTHING;
    const first = firstOf(expression, ofRule);
    firsts.set(name, first);
    return first;
  };
  for (const name of rules.keys()) ofRule(name);
  return firsts;
}

/** Ends because Peggy refuses left recursion. */
function firstOf(expression: ast.Expression, ofRule: (name: string) => First): First {
  const of = (inner: ast.Expression): First => firstOf(inner, ofRule);
  switch (expression.type) {
    case 'rule_ref':
      return ofRule(expression.name);
    case 'choice':
      return expression.alternatives.map(of).reduce(either);
    case 'sequence':
      return sequence(expression.elements, of);
    case 'literal':
      return expression.value === ''
        ? NOTHING
        : { signs: new Set(expression.value.slice(0, 1)), empty: false };
    case 'class':
      return expression.inverted
        ? ANYTHING
        : { signs: new Set(expression.parts.flatMap(signsOf)), empty: false };
    case 'optional':
    case 'zero_or_more':
      return { ...of(expression.expression), empty: true };
    case 'repeated':
      return { ...of(expression.expression), empty: expression.min?.value !== 1 };
    case 'simple_and':
    case 'simple_not':
    case 'semantic_and':
    case 'semantic_not':
      return NOTHING;
    case 'any':
    case 'library_ref':
      return ANYTHING;
    default:
      return of(expression.expression);
  }
}

/** Stops at the first element that takes a sign: what stands behind it may be the rule itself. */
function sequence(elements: readonly ast.Expression[], of: (inner: ast.Expression) => First): First {
  let first = NOTHING;
  for (const element of elements) {
    const next = of(element);
    first = { signs: union(first, next), empty: next.empty };
    if (!next.empty) break;
  }
  return first;
}

const either = (a: First, b: First): First => ({ signs: union(a, b), empty: a.empty || b.empty });
const union = ({ signs: a }: First, { signs: b }: First): First['signs'] =>
  a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]);

export function signsOf(part: unknown): string[] {
  if (!Array.isArray(part)) return [String(part)];
  const [from = 0, to = 0] = part.map((sign) => String(sign).charCodeAt(0));
  return Array.from({ length: to - from + 1 }, (_, step) => String.fromCharCode(from + step));
}

const unnamed = (expression: ast.Expression | ast.Named): ast.Expression =>
  expression.type === 'named' ? expression.expression : expression;
