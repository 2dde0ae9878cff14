import { spawnSync } from 'node:child_process';

/** Every check of the project, cheapest first; all run, whatever fails. `--without-tests` leaves the tests out. */
interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const CHECKS: readonly Check[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'unused code', command: ['knip'] },
  {
    name: 'import directions',
    command: ['depcruise', 'functions', 'sheets-addon/src', 'local', 'test', 'bench', '--config'],
  },
];

const TESTS: Check = { name: 'tests', command: ['node', 'test/run-tests.ts'] };

function run({ name, command: [program = '', ...args] }: Check): boolean {
  const started = performance.now();
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return status === 0;
}

const withTests = !process.argv.includes('--without-tests');
const results = [...CHECKS, ...(withTests ? [TESTS] : [])].map((check) => run(check));
process.exitCode = results.every(Boolean) ? 0 : 1;
