import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import peggy from 'peggy';

/**
 * Compiles `functions/domain/deadlines/grammar/*.peggy` into `parser.generated.js` beside them. Run it after a
 * change of the grammar: `node test/functions/domain/deadlines/compile-grammar.ts`. A test fails when it was forgotten.
 * (Compiling at start-up would cost 0.4 s in every cold cloud function, and needs eval.)
 */
const FOLDER = new URL('../../../../functions/domain/deadlines/grammar/', import.meta.url);
export const GENERATED_PARSER = new URL('parser.generated.js', FOLDER);

export function compileGrammar(): string {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.peggy'));
  const sources = files
    .sort()
    .map((name) => ({ source: name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));
  return withoutExpectations(peggy.generate(sources, { format: 'es', output: 'source' }));
}

/**
 * Peggy prepares the words of its error messages anew in every call, which took half of the time; this grammar
 * reads every text, so that no message is ever made. What is left of the constants moves out of the call.
 */
function withoutExpectations(source: string): string {
  const constants: string[] = [];
  const lines = source
    .replace(/\n\s*if \(peg\$silentFails === 0\) \{ peg\$fail\(peg\$e\d+\); \}/g, '')
    .split('\n')
    .filter((line) => {
      if (/^ {2}const peg\$[cr]\d+ = /.test(line)) constants.push(line.trim());
      return !/^ {2}const peg\$[cre]\d+ = /.test(line);
    });
  const start = lines.findIndex((line) => line.startsWith('function peg$parse('));
  return ['/* eslint-disable */', ...lines.slice(0, start), ...constants, '', ...lines.slice(start)].join(
    '\n',
  );
}

if (import.meta.main) writeFileSync(GENERATED_PARSER, compileGrammar());
