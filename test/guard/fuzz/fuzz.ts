import { parseArgs } from 'node:util';
import { runFuzz, type Fault } from './run-fuzz.ts';

const USAGE = `Sends requests to all functions: of the contract's shapes, spoilt ones, raw bytes, odd addresses, wrong tokens.
None may crash the service, be answered 500, leak anything, or change anything where it is refused.

  --requests N    how many (default 100000)
  --seed S        the first seed (default 1)
  --replay SEED   one request: what is sent and what is answered`;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    replay: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const MAX_SHOWN = 10;
const SHOWN_CHARACTERS = 2_000;
const STEP = 5_000;

function show({ seed, what, attempt, answered }: Fault): string {
  const sent = attempt.bytes ?? attempt.body;
  const request = `${attempt.method} ${attempt.path} ${JSON.stringify(attempt.headers)}`;
  return [
    `seed ${seed}: ${what}`,
    request.slice(0, SHOWN_CHARACTERS),
    sent.toString('utf8').slice(0, SHOWN_CHARACTERS),
    `→ ${answered?.status} ${answered?.text.slice(0, SHOWN_CHARACTERS)}`,
  ].join('\n');
}

async function main(): Promise<boolean> {
  if (values.help) {
    console.log(USAGE);
    return true;
  }
  const seed = Number(values.replay ?? values.seed);
  const requests = values.replay === undefined ? Number(values.requests) : 1;
  const started = performance.now();
  const { faults, statuses } = await runFuzz({
    seed,
    requests,
    onProgress: (done) => {
      if (done % STEP === 0) console.log(`${done} of ${requests}, ${megabytes()} MB`);
    },
  });
  for (const [status, count] of [...statuses].toSorted(([a], [b]) => a - b))
    console.log(`${String(count).padStart(9)}  ${status || 'cut off'}`);
  for (const fault of faults.slice(0, MAX_SHOWN)) console.log(`\n${show(fault)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${requests} requests from seed ${seed} in ${seconds} s, ${faults.length} faults, ${megabytes()} MB`,
  );
  return faults.length === 0;
}

function megabytes(): number {
  return Math.round(process.memoryUsage.rss() / 1e6);
}

process.exitCode = (await main()) ? 0 : 1;
