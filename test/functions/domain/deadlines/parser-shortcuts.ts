import type { ast } from 'peggy';
import { firstsOf, signsOf } from './first-letters.ts';

/**
 * What Peggy generates, with the same meaning in a fraction of the time:
 * - signs are looked up in tables and words compared in place, where Peggy cuts a new string for every attempt;
 * - a rule is not entered where its first sign does not stand;
 * - the answer of a rule at a place is kept for the rest of the parse, so that the time grows with the length of the
 *   phrase and not with the number of ways to read it. (Peggy's own `cache` allocates an object for every answer.)
 * All this is right because predicates and actions depend on the phrase and the place alone.
 */
export function withShortcuts(source: string, grammar: ast.Grammar): string {
  const firsts = firstsOf(grammar);
  const kept = grammar.rules.filter(({ expression }) => isKept(expression)).map(({ name }) => name);
  let short = withoutCutting(source);
  for (const { name, expression } of grammar.rules) {
    const { signs, empty } = firsts.get(name) ?? { signs: 'all', empty: true };
    const stands = signs === 'all' || empty ? undefined : standsAmong((sign) => signs.has(sign));
    const place = kept.includes(name) ? `at * ${kept.length} + ${kept.indexOf(name)}` : undefined;
    const run = runOf(expression);
    short = replaceFunction(short, name, (body) =>
      run ? runFunction(name, run) : guardedFunction(name, body, { stands, place }),
    );
  }
  return replaceOnce(short, /^ {2}let peg\$currPos = .*\n/m, (line) => `${line}${helpers(kept.length)}`);
}

/** Answers lie place by place, so that a short phrase touches little memory: number of the parse and end of the match. */
const helpers = (rules: number): string => `
  let peg$parses = 0;
  let peg$read = 0;
  let peg$codes = new Int32Array(0);
  let peg$kept = new Int32Array(0);
  let peg$results = [];
  /** Every sign of the text as a number, then -1. */
  function peg$begin() {
    const size = input.length + 1;
    if (peg$codes.length < size || peg$parses === 2147483647) {
      peg$codes = new Int32Array(size * 2);
      peg$kept = new Int32Array(size * 2 * ${rules * 2});
      peg$results = new Array(size * 2 * ${rules});
      peg$parses = 0;
    }
    peg$parses += 1;
    for (let at = 0; at < input.length; at++) peg$codes[at] = input.charCodeAt(at);
    peg$codes[input.length] = -1;
  }
  /** Whether the sign at the place is among those of the masks: of space to «?», «а» to «я», «a» to «z», all others. */
  function peg$stands(marks, letters, latin, others) {
    const code = peg$codes[peg$currPos];
    if (code >= 1072 && code < 1104) return (letters >>> (code - 1072)) & 1;
    if (code >= 32 && code < 64) return (marks >>> (code - 32)) & 1;
    if (code >= 97 && code < 123) return (latin >>> (code - 97)) & 1;
    return code >= 0 && others;
  }
`;

function withoutCutting(source: string): string {
  const words = new Map<string, number>();
  for (const [, name = '', text = ''] of source.matchAll(/^ {2}const (peg\$c\d+) = (".*");$/gm))
    words.set(name, String(JSON.parse(text)).charCodeAt(0));
  const classes = new Map<string, string>();
  for (const [, name = '', pattern = ''] of source.matchAll(/^ {2}const (peg\$r\d+) = \/(.*)\/;$/gm)) {
    const sign = new RegExp(pattern);
    classes.set(
      name,
      standsAmong((text) => sign.test(text)),
    );
  }
  return source
    .replaceAll('input.charCodeAt(peg$currPos)', 'peg$codes[peg$currPos]')
    .replace(
      /input\.substr\(peg\$currPos, \d+\) === (peg\$c\d+)/g,
      (_, name: string) =>
        `peg$codes[peg$currPos] === ${words.get(name)} && input.startsWith(${name}, peg$currPos)`,
    )
    .replace(
      /(s\d+) = input\.charAt\(peg\$currPos\);\n(\s*)if \((peg\$r\d+)\.test\(\1\)\) \{\n/g,
      (_, variable: string, indent: string, name: string) =>
        `if (${classes.get(name)}) {\n${indent}  ${variable} = input.charAt(peg$currPos);\n`,
    )
    .replace(/^ {2}const peg\$r\d+ = .*;\n/gm, '');
}

/** The question whether a sign of the set stands at the place. */
function standsAmong(isAmong: (sign: string) => boolean): string {
  const mask = (from: number, count: number): number =>
    Array.from({ length: count }, (_, step) => step)
      .filter((step) => isAmong(String.fromCharCode(from + step)))
      .reduce((bits, step) => bits | (1 << step), 0);
  const others = Array.from({ length: 1280 }, (_, code) => String.fromCharCode(code)).filter(
    (sign) => !/[ -?а-яa-z]/.test(sign),
  );
  const among = others.filter(isAmong).length;
  if (among !== 0 && among !== others.length) throw new Error('The grammar names a sign that no mask has.');
  return `peg$stands(${mask(32, 32)}, ${mask(1072, 32)}, ${mask(97, 26)}, ${among > 0})`;
}

/** A rule that is a mere run of signs («E = [а-я]*»): its signs, and whether one must stand. */
interface Run {
  readonly signs: string;
  readonly atLeastOne: boolean;
}

function runOf(expression: ast.Expression | ast.Named): Run | undefined {
  if (expression.type !== 'zero_or_more' && expression.type !== 'one_or_more') return undefined;
  const sign = expression.expression;
  const atLeastOne = expression.type === 'one_or_more';
  if (sign.type === 'literal') return sign.value.length === 1 ? { signs: sign.value, atLeastOne } : undefined;
  if (sign.type !== 'class' || sign.inverted) return undefined;
  return { signs: sign.parts.flatMap(signsOf).join(''), atLeastOne };
}

/** Nobody asks for the text of such a rule; Peggy would collect it sign by sign. */
const runFunction = (name: string, { signs, atLeastOne }: Run): string => `  function peg$parse${name}() {
    const from = peg$currPos;
    while (${standsAmong((sign) => signs.includes(sign))}) peg$currPos++;
    return ${atLeastOne ? 'peg$currPos === from ? peg$FAILED : []' : '[]'};
  }
`;

function guardedFunction(
  name: string,
  body: string,
  { stands, place }: { stands: string | undefined; place: string | undefined },
): string {
  const enter = stands === undefined ? '' : `\n    if (!${stands}) return peg$FAILED;`;
  const opening = `  function peg$parse${name}() {`;
  if (place === undefined) return body.replace(opening, () => opening + enter);
  const renamed = body.replace(opening, () => `  function peg$read${name}() {`);
  return `${opening}${enter}
    const at = peg$currPos;
    const slot = ${place};
    if (peg$kept[slot * 2] === peg$parses) {
      const end = peg$kept[slot * 2 + 1];
      if (end < 0) return peg$FAILED;
      peg$currPos = end;
      return peg$results[slot];
    }
    peg$read += 1;
    const result = peg$read${name}();
    peg$kept[slot * 2] = peg$parses;
    if (result === peg$FAILED) {
      peg$kept[slot * 2 + 1] = -1;
      return peg$FAILED;
    }
    peg$kept[slot * 2 + 1] = peg$currPos;
    peg$results[slot] = result;
    return result;
  }

${renamed}`;
}

/** A rule that asks none but the smallest other rules is done sooner than its answer is found. */
const isKept = (expression: ast.Expression | ast.Named): boolean =>
  /"rule_ref","name":"(?!E"|_"|__"|Edge")/.test(JSON.stringify(expression));

const replaceFunction = (source: string, name: string, change: (body: string) => string): string =>
  replaceOnce(
    source,
    new RegExp(`^ {2}function peg\\$parse${name}\\(\\) \\{\\n[^]*?\\n {2}\\}\\n`, 'm'),
    change,
  );

function replaceOnce(source: string, pattern: RegExp, change: (found: string) => string): string {
  if (!pattern.test(source))
    throw new Error(`the generated parser has no ${pattern}: adapt parser-shortcuts.ts`);
  return source.replace(pattern, change);
}
