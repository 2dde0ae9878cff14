import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { memberOf, openGuardedService } from '../test/guard/guarded-service.ts';
import { tokenFor } from '../test/guard/tokens.ts';

/** What is thrown at the door, with the right token and without: how it is refused, and what memory that takes. */
const CHUNK = Buffer.alloc(1_000_000, ' ');
const MB = 1_000_000;
const SLOW = 200;

const service = await openGuardedService();
const known = { authorization: `Bearer ${tokenFor(memberOf('editor'))}` };
const url = `${service.url}/sync`;

interface Flood {
  readonly headers: Readonly<Record<string, string>>;
  /** Gives the next bytes; undefined: that was all. */
  readonly next: () => Promise<Buffer | undefined>;
}

interface Refused {
  readonly status: number;
  readonly sent: number;
}

/** Sends until it is answered and cut off. */
async function pour({ headers, next }: Flood): Promise<Refused> {
  const sent = request(url, { method: 'POST', headers });
  let bytes = 0;
  const over = new AbortController();
  const answered = new Promise<number>((resolve) => {
    sent.once('response', (answer: IncomingMessage) => resolve(answer.resume().statusCode ?? 0));
    sent.on('error', () => resolve(0));
  });
  sent.once('close', () => over.abort());
  const { signal } = over;
  for (let chunk = await next(); chunk && !signal.aborted; chunk = await next()) {
    bytes += chunk.length;
    if (!sent.write(chunk)) await once(sent, 'drain', { signal }).catch(() => {});
  }
  sent.end();
  return { status: await answered, sent: bytes };
}

function bytesOf(total: number): Flood['next'] {
  let left = total;
  return async () => {
    if (left <= 0) return undefined;
    left -= CHUNK.length;
    return CHUNK;
  };
}

function drops(seconds: number): Flood['next'] {
  const until = Date.now() + seconds * 1000;
  return async () => {
    await sleep(100);
    return Date.now() < until ? Buffer.from(' ') : undefined;
  };
}

const gzip = { 'content-encoding': 'gzip' };
const declared = { 'content-length': String(1000 * MB) };
const FLOODS: readonly (readonly [what: string, floods: () => readonly Flood[]])[] = [
  ['500 MB of gzip, named so', () => [{ headers: { ...known, ...gzip }, next: bytesOf(500 * MB) }]],
  ['500 MB of gzip, not named so', () => [{ headers: known, next: bytesOf(500 * MB) }]],
  ['1 GB of JSON, declared', () => [{ headers: { ...known, ...declared }, next: bytesOf(1000 * MB) }]],
  ['1 GB of JSON in chunks', () => [{ headers: known, next: bytesOf(1000 * MB) }]],
  ['1 GB of JSON of nobody', () => [{ headers: {}, next: bytesOf(1000 * MB) }]],
  [
    '40 times 1 GB at once',
    () => Array.from({ length: 40 }, () => ({ headers: known, next: bytesOf(1000 * MB) })),
  ],
  [`${SLOW} slow bodies`, () => Array.from({ length: SLOW }, () => ({ headers: known, next: drops(45) }))],
  [
    `${SLOW} slow bodies of nobody`,
    () => Array.from({ length: SLOW }, () => ({ headers: {}, next: drops(45) })),
  ],
];

console.log(
  '| what | answered | sent, MB | seconds | memory, MB more at most |\n| --- | --- | ---: | ---: | ---: |',
);
for (const [what, floods] of FLOODS) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const started = performance.now();
  const ends = await Promise.all(floods().map(pour));
  clearInterval(watch);
  const statuses = Map.groupBy(ends, ({ status }) => status);
  const told = [...statuses].map(([status, those]) => `${status || 'cut off'} × ${those.length}`).join(', ');
  const sent = ends.reduce((sum, each) => sum + each.sent, 0) / MB;
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `| ${what} | ${told} | ${sent.toFixed(0)} | ${seconds.toFixed(1)} | ${((most - before) / MB).toFixed(0)} |`,
  );
}
const alive = await fetch(url, {
  method: 'POST',
  headers: known,
  body: JSON.stringify({ workbookId: service.workbookIds[0] }),
});
console.log(`afterwards: ${alive.status}, ${service.seen.bugs.length} bugs`);
await service.close();
