import { formatTable } from './support/format-table.ts';
import { openFleet, type FleetRun } from './support/fleet.ts';

/**
 * One monitoring of many workbooks of ten schools each, against the stand-in with Google's quotas switched on (60 reads
 * and 60 writes a minute). The clock of both sides is ours: what they wait is added to it and not waited, so 1,000
 * workbooks take minutes, and the time told is the one that people would wait.
 * Run: `node bench/fan-out.ts [WORKBOOKS]`; 1,000 where no number is given.
 */
const count = Number(process.argv[2] ?? 1000);
const fleet = await openFleet(count);
try {
  const first = await fleet.sweep('2026-11-23', 'without quotas');
  const daily = await fleet.sweep('2026-11-24', 'with quotas');
  const doubled = await fleet.sweep('2026-11-24', 'with quotas');
  console.log(`${count} workbooks of 10 schools, one process\n`);
  console.log(
    formatTable(titles(), [
      line('first run, no quotas', first),
      line('daily run, quotas on', daily),
      line('the schedule delivered twice', doubled),
    ]),
  );
} finally {
  await fleet.close();
}

function titles(): readonly string[] {
  return [
    'run',
    'done',
    'failed',
    'minutes',
    'shortest the quotas allow',
    'Sheets reads/writes',
    'tried again (429)',
    'store reads/writes',
    'peak MB, stand-in included',
  ];
}

function line(name: string, run: FleetRun): readonly string[] {
  const minutes = (ms: number) => (ms / 60_000).toFixed(1);
  return [
    name,
    String(run.done),
    String(run.failed),
    minutes(run.ms),
    run.isLimited ? minutes(run.shortestMs) : '—',
    `${run.usage.sheetsReads}/${run.usage.sheetsWrites}`,
    String(run.retried),
    `${run.usage.storeReads}/${run.usage.storeWrites}`,
    String(run.peakMb),
  ];
}
