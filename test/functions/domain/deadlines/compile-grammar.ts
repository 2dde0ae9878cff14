import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import peggy, { type ast } from 'peggy';
import { withShortcuts } from './parser-shortcuts.ts';

/**
 * Compiles `functions/domain/deadlines/grammar/*.peggy` into `parser.generated.js` beside them. Run it after a
 * change of the grammar: `node test/functions/domain/deadlines/compile-grammar.ts`. A test fails when it was forgotten.
 * (Compiling at start-up would cost 0.4 s in every cold cloud function, and needs eval.)
 */
const FOLDER = new URL('../../../../functions/domain/deadlines/grammar/', import.meta.url);
export const GENERATED_PARSER = new URL('parser.generated.js', FOLDER);

/** With its stamp in the first line. */
export function compileGrammar(): string {
  const sources = readSources();
  let grammar: ast.Grammar | undefined;
  const keepGrammar: peggy.Plugin = {
    use: ({ passes }) => {
      passes.transform?.push((parsed) => {
        grammar = parsed;
      });
    },
  };
  const source = peggy.generate(sources, { format: 'es', output: 'source', plugins: [keepGrammar] });
  if (!grammar) throw new Error('Peggy ran no plugin: adapt compile-grammar.ts');
  return stamped(withShortcuts(withoutCallCosts(source), grammar));
}

function readSources(): { source: string; text: string }[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.peggy'));
  return files.sort().map((name) => ({ source: name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));
}

const COMPILER = ['compile-grammar.ts', 'parser-shortcuts.ts'].map((name) => new URL(name, import.meta.url));

/** The parser below a line with the hashes of itself and of all that it was made from: compiling takes seconds. */
export function stamped(parser: string): string {
  const made = createHash('sha256').update(JSON.stringify(readSources())).update(peggy.VERSION);
  for (const file of COMPILER) made.update(readFileSync(file));
  const itself = createHash('sha256').update(parser);
  return `// Of the sources ${made.digest('hex')}, as it was made: ${itself.digest('hex')}.\n${parser}`;
}

/**
 * Peggy makes its constants, the words of its error messages and its 700 functions anew in every call, which took
 * three quarters of the time. This grammar reads every text, so that no message is ever needed, and never calls
 * itself: all of it can stand once in the module, with a small function that starts a parse.
 */
function withoutCallCosts(source: string): string {
  const quiet = source
    .replace(/\n\s*if \(peg\$silentFails === 0\) \{ peg\$fail\(peg\$e\d+\); \}/g, '')
    .replace(/\n {2}const peg\$e\d+ = .*;/g, '');
  const [beforeCall, inCall] = splitOnce(
    quiet,
    'function peg$parse(input, options) {\n  options = options !== undefined ? options : {};\n',
  );
  const [body] = splitOnce(inCall, '  peg$result = peg$startRuleFunction();\n');
  return `${beforeCall}let input = '';\nlet options = {};\n${body}${START}`;
}

const START = `export function parse(text, settings) {
  input = text;
  options = settings;
  peg$currPos = 0;
  peg$savedPos = 0;
  peg$silentFails = 0;
  peg$begin();
  return peg$parsePhrase();
}
export const rulesRead = () => peg$read;
`;

/** Throws where a new version of Peggy generates another frame. */
function splitOnce(text: string, separator: string): [string, string] {
  const parts = text.split(separator);
  if (parts.length !== 2)
    throw new Error(`the generated parser has no single «${separator.trim()}»: adapt compile-grammar.ts`);
  return parts as [string, string];
}

if (import.meta.main) writeFileSync(GENERATED_PARSER, compileGrammar());
