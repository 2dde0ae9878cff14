import { readFileSync } from 'node:fs';
import { findEmulator, startEmulator } from '../support/firestore-emulator.ts';
import { checkRules } from './check-rules.ts';
import { planMutants } from './mutants.ts';

/**
 * `npm run mutate:rules`: every condition of `firestore.rules` mutated, one at a time, against the table of
 * `access-table.ts` on the emulator; ends with 1 where the table does not notice one. Minutes, so no part of the tests.
 */
const search = findEmulator(process.env['PATH'] ?? '');
if (!search.found) {
  console.error(`SKIPPED, no Firestore emulator: ${search.missing}`);
  process.exit(1);
}
process.env['METADATA_SERVER_DETECTION'] = 'none';
const emulator = await startEmulator(search.java, search.jar);
process.env['FIRESTORE_EMULATOR_HOST'] = emulator.host;
const rules = readFileSync('firestore.rules', 'utf8');
const unnoticed: string[] = [];
const refused: string[] = [];
const mutants = planMutants(rules);
try {
  await standUnmutated();
  for (const [index, { name, rules: mutated }] of mutants.entries()) await tryMutant(name, mutated, index);
} finally {
  await emulator.stop();
}
for (const name of refused) console.log(`no rules at all: ${name}`);
for (const name of unnoticed) console.log(`NOT NOTICED: ${name}`);
const tried = mutants.length - refused.length;
console.log(`${tried - unnoticed.length} of ${tried} mutants noticed; ${refused.length} are no rules.`);
process.exitCode = unnoticed.length > 0 ? 1 : 0;

async function standUnmutated(): Promise<void> {
  const wrong = await checkRules({
    host: emulator.host,
    projectId: 'rules-as-they-are',
    rules,
    isFull: true,
  });
  if (wrong.length > 0) throw new Error(`the rules are wrong without any mutant:\n${wrong.join('\n')}`);
}

async function tryMutant(name: string, mutated: string, index: number): Promise<void> {
  const project = { host: emulator.host, projectId: `rules-${index}`, rules: mutated, isBrief: true };
  try {
    const wrong = await checkRules(project);
    if (wrong.length === 0) unnoticed.push(name);
  } catch (error) {
    if (!String(error).includes('the rules are refused')) throw error;
    refused.push(name);
  }
}
