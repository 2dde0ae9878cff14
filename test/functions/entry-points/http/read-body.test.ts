import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { collectBody } from '../../../../functions/entry-points/http/read-body.ts';

const MEGABYTE = Buffer.alloc(1024 * 1024);
const SMALL = Buffer.alloc(10_000);

interface Sending {
  end(): void;
  /** The length of the body, or the code of the refusal. */
  readonly outcome: Promise<unknown>;
}

/** A caller sends so much of a body and holds on. */
function send(caller: string, ...chunks: readonly Buffer[]): Sending {
  const stream = Object.assign(new PassThrough({ highWaterMark: 100 * MEGABYTE.length }), { headers: {} });
  const outcome = collectBody(stream as unknown as IncomingMessage, {} as ServerResponse, caller).then(
    ({ length }) => length,
    ({ code }: { readonly code: string }) => code,
  );
  for (const chunk of chunks) stream.write(chunk);
  return { end: () => void stream.end(), outcome };
}

const program = (number: number) => `robot-${number}@strange.iam.gserviceaccount.com`;
const seven = Array.from({ length: 7 }, () => MEGABYTE);
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('many accounts of programs leave half of the room to people, and room for small bodies to everybody', async () => {
  const crowd = Array.from({ length: 10 }, (_, index) => send(program(index), ...seven));
  await settled();
  const person = send('metodist@example.ru', ...seven);
  const small = send(program(99), SMALL);
  const large = send(program(98), ...seven);
  await settled();
  for (const each of [...crowd, person, small, large]) each.end();
  const outcomes = await Promise.all(crowd.map(({ outcome }) => outcome));
  expect(outcomes.filter((each) => each === 7 * MEGABYTE.length).length).toBeLessThanOrEqual(4);
  expect(new Set(outcomes.filter((each) => typeof each === 'string'))).toEqual(new Set(['busy']));
  expect(await Promise.all([person.outcome, small.outcome, large.outcome])).toEqual([
    7 * MEGABYTE.length,
    SMALL.length,
    'busy',
  ]);
  const later = send(program(98), ...seven);
  later.end();
  expect(await later.outcome).toBe(7 * MEGABYTE.length);
});
