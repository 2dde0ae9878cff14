import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Bench, Timeout } from './bench.ts';
import { instrument, type Mutant } from './instrument.ts';
import type { DryRun } from './worker.ts';

/**
 * `npm run mutate -- functions/domain/assessment [more folders or files]`: plants every small mistake that StrykerJS
 * knows into the folder, one at a time, and says which of them no test notices. Suites: those of the same folder in
 * `test/` and the rest of `test/functions/domain`; more by `--tests test/functions/workbook`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', multiple: true },
    /** Mutants in what a module makes when it loads cost a start each. */
    static: { type: 'boolean', default: false },
    /** Tests that take longer, in milliseconds of the processor, are left out. */
    slowest: { type: 'string', default: '3000' },
    /** Of so many mutants one is tried: a share by sample, where there is no time for all. */
    every: { type: 'string', default: '1' },
  },
});

type Result = 'noticed' | 'unnoticed' | 'uncovered' | 'at load';

function filesIn(place: string, ending: string): readonly string[] {
  if (place.endsWith('.ts')) return [resolve(place)];
  return globSync(`${place}/**/*${ending}`)
    .filter((path) => !path.endsWith('.d.ts'))
    .map((path) => resolve(path))
    .sort();
}

function suitesFor(places: readonly string[]): readonly string[] {
  const wanted = values.tests ?? ['test/functions/domain', ...places.map((place) => `test/${place}`)];
  return [...new Set(wanted.flatMap((place) => filesIn(place, '.test.ts')))];
}

const places = positionals.length > 0 ? positionals : ['functions/domain'];
const { sources, mutants: all } = await instrument(places.flatMap((place) => filesIn(place, '.ts')));
const mutants = all.filter((_, index) => index % Number(values.every) === 0);
const tests = suitesFor(places);
const slowest = Number(values.slowest);
const bench = new Bench({ sources, tests, slowest });
const dry = await bench.dry();
if (dry.failed.length > 0) {
  console.error(`Tests fail without any mutant:\n${dry.failed.join('\n')}`);
  process.exit(1);
}
console.log(
  `${mutants.length} of ${all.length} mutants, ${dry.tests.length} tests of ${tests.length} suites`,
);

const results: { readonly mutant: Mutant; readonly result: Result; readonly by?: string }[] = [];
for (const mutant of mutants) {
  results.push({ mutant, ...(await tryOne(mutant, dry)) });
  if (process.stderr.isTTY) process.stderr.write(`\r${results.length}`);
  else if (results.length % 100 === 0) console.error(`${results.length} of ${mutants.length} tried`);
}
await bench.close();
report();

async function tryOne(mutant: Mutant, { tests: timed, perTest, static: atLoad }: DryRun) {
  const covering = timed
    .filter(({ id, cpuMs }) => (perTest[String(id)]?.[mutant.id] ?? 0) > 0 && cpuMs <= slowest)
    .toSorted((a, b) => a.cpuMs - b.cpuMs);
  const isAtLoad = (atLoad[mutant.id] ?? 0) > 0;
  if (covering.length === 0 && !isAtLoad) return { result: 'uncovered' as const };
  if (covering.length === 0 && !values.static) return { result: 'at load' as const };
  const hits = Math.max(...covering.map(({ id }) => perTest[String(id)]?.[mutant.id] ?? 0), 1);
  const ids = covering.length > 0 ? covering.map(({ id }) => id) : timed.map(({ id }) => id);
  const usual = covering.reduce((sum, { ms }) => sum + ms, 0);
  const at = covering.length > 0 ? bench : new Bench({ sources, tests, slowest, active: mutant.id });
  try {
    const by = await at.try({ mutant: mutant.id, tests: ids, hitLimit: hits * 100 }, 10_000 + usual * 5);
    return by === null ? { result: 'unnoticed' as const } : { result: 'noticed' as const, by };
  } catch (error) {
    // A mutant that cannot even be loaded, or that never ends, shows itself.
    return { result: 'noticed' as const, by: error instanceof Timeout ? 'never ends' : String(error) };
  } finally {
    if (at !== bench) await at.close();
  }
}

function report(): void {
  const lines = results.filter(({ result }) => result === 'unnoticed' || result === 'uncovered');
  for (const { mutant, result } of lines) {
    const { fileName, location, mutatorName, replacement } = mutant;
    const place = `${relative('.', fileName)}:${location.start.line + 1}`;
    console.log(
      `${result.padEnd(9)} ${place} ${mutatorName}: ${replacement.replace(/\s+/gu, ' ').slice(0, 110)}`,
    );
  }
  const fileOf = ({ mutant }: (typeof results)[number]) => relative('.', mutant.fileName);
  const byFile = Map.groupBy(results, fileOf);
  for (const [file, those] of byFile) console.log(`${share(those).padStart(20)}  ${file}`);
  console.log();
  const byFolder = Map.groupBy(results, (each) => dirname(fileOf(each)));
  for (const [folder, those] of byFolder) console.log(`${share(those).padStart(20)}  ${folder}/`);
  console.log(`${share(results).padStart(20)}  in all`);
  mkdirSync('.cache', { recursive: true });
  writeFileSync('.cache/mutation.json', JSON.stringify(results, null, 1));
}

function share(those: typeof results): string {
  const tried = those.filter(({ result }) => result !== 'at load');
  const noticed = tried.filter(({ result }) => result === 'noticed').length;
  const percent = tried.length === 0 ? 100 : (noticed * 100) / tried.length;
  return `${noticed}/${tried.length} ${percent.toFixed(1)} %`;
}
