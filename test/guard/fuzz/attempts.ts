import fc, { type Arbitrary } from 'fast-check';
import { ACTIONS } from '../../../functions/contract/actions.ts';
import { FUNCTION_NAMES } from '../../../functions/contract/functions.ts';
import { ROLES } from '../../../functions/domain/roles.ts';
import { memberOf } from '../guarded-service.ts';
import { tokenFor, WRONG_TOKENS } from '../tokens.ts';
import { arbitraryOf, type Known } from './arbitrary-of.ts';

/** One request as it goes over the wire. */
export interface Attempt {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** No HTTP at all: these bytes alone. */
  readonly bytes?: Buffer;
}

/** Signed once: a signature costs more than a refusal. */
const GOOD = [...ROLES.map(memberOf), 'stranger@example.ru'].map((email) => `Bearer ${tokenFor(email)}`);
const BAD = [
  ...Object.values(WRONG_TOKENS).map((make) => `Bearer ${make(memberOf('head'))}`),
  '',
  'Bearer',
  'Bearer  ',
  'Basic b3BlcmF0b3I6',
  `Bearer ${'x'.repeat(9_000)}`,
];

const KNOWN: Known = {
  workbookId: fc.oneof(
    { weight: 6, arbitrary: fc.constant('workbook-1') },
    fc.constantFrom('nobody', 'constructor'),
  ),
  email: fc.constantFrom(...ROLES.map(memberOf), 'new@example.ru', 'New@Example.RU'),
  today: fc.constantFrom('2026-11-23', '2026-11-24', '2026-02-31', '9999-12-31', '0000-01-01'),
  row: fc.oneof(
    fc.constantFrom(
      'Исполнение!2',
      'Исполнение!99999999999',
      'e1-000',
      'Школы!1',
      '!2',
      'Исполнение!-1',
      '__proto__',
    ),
    fc.string({ minLength: 1, maxLength: 30 }),
  ),
  worksheet: fc.constantFrom('Исполнение', 'Школы', 'нет такого', '__proto__', 'constructor'),
  target: fc.constantFrom('Исполнение', 'e1-000', 'Исполнение!2', 'книга', 'constructor'),
  at: fc.constantFrom('2026-11-20 14:00', '2026-11-23', 'вчера', '0000-00-00 00:00'),
  content: fc.base64String({ maxLength: 200 }),
};

const bodies: Arbitrary<readonly [path: string, body: unknown]> = fc.oneof(
  ...[...ACTIONS].map(([name, { request }]) =>
    arbitraryOf(request, KNOWN).map((body) => [`/${name.split('.')[0]}`, body] as const),
  ),
);

const names = fc.constantFrom(
  'workbookId',
  'confirm',
  'today',
  'draft',
  'role',
  '__proto__',
  'constructor',
  'extra',
);

/** A request of the contract with one thing in it that is not. */
const spoilt = fc
  .tuple(bodies, names, fc.jsonValue({ maxDepth: 3 }), fc.boolean())
  .map(([[path, body], name, value, isGone]) => {
    const fields = Object.entries(body as object).filter(([key]) => key !== name);
    return [path, Object.fromEntries(isGone ? fields : [...fields, [name, value]])] as const;
  });

const asJson = (body: unknown) => Buffer.from(JSON.stringify(body) ?? '');

const ofContract: Arbitrary<Attempt> = fc
  .tuple(fc.oneof({ weight: 2, arbitrary: bodies }, spoilt), fc.constantFrom(...GOOD))
  .map(([[path, body], authorization]) => post(path, { authorization }, asJson(body)));

const ofNobody: Arbitrary<Attempt> = fc
  .tuple(bodies, fc.constantFrom(...BAD))
  .map(([[path, body], authorization]) => post(path, { authorization }, asJson(body)));

const paths = fc.constantFrom(...FUNCTION_NAMES.map((name) => `/${name}`));

/** Whatever bytes, under whatever names. */
const ofBytes: Arbitrary<Attempt> = fc
  .tuple(
    paths,
    fc.constantFrom(...GOOD),
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      fc
        .constantFrom('[', '{', '"', 'null', '0', '[[[[', '{"workbookId":', '﻿{}', '{"a":1e999}', '\ud800')
        .map((text) => Buffer.from(text)),
      fc.constant(Buffer.from('['.repeat(50_000))),
    ),
    fc.record(
      {
        'content-type': fc.constantFrom(
          'application/json',
          'text/plain',
          'multipart/form-data',
          'x',
          'application/json; charset=utf-16',
        ),
        'content-encoding': fc.constantFrom('gzip', 'deflate', 'br', 'identity', 'zstd', 'GZIP', 'x'),
        'x-cloudtasks-queuename': fc.constant('q'),
        'x-cloudscheduler-scheduletime': fc.constantFrom('2026-11-23T06:00:00Z', 'x', '1e99', '-1'),
        'x-cloudtasks-taskretrycount': fc.constantFrom('1', 'x', '1e99', '-1'),
        'x-http-method-override': fc.constant('GET'),
        expect: fc.constantFrom('100-continue', 'x'),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([path, authorization, body, more]) =>
    post(path, { authorization, ...(more as Record<string, string>) }, body),
  );

/** Addresses and methods that no program of ours sends. */
const ofAddresses: Arbitrary<Attempt> = fc
  .tuple(
    fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'POST', 'PROPFIND'),
    fc.oneof(
      paths,
      fc.constantFrom(
        '/',
        '//',
        '/*',
        '/sync/',
        '/SYNC',
        '/%73ync',
        '/sync%00',
        '/sync?x=1',
        '/../sync',
        '/__proto__',
        '/constructor',
        '/calendar',
        '/calendar?key=',
        `/calendar?key=${'a'.repeat(32)}`,
        '/calendar?key=%E0%A4%A',
        '/favicon.ico',
        '/.env',
        '/sync;x',
        'http://evil.example/sync',
        `/${'x'.repeat(2_000)}`,
      ),
      fc.webPath(),
    ),
    fc.constantFrom(...GOOD.slice(0, 4), ''),
  )
  .map(([method, path, authorization]) => ({
    method,
    path: path || '/',
    headers: { ...(authorization && { authorization }) },
    body: Buffer.alloc(0),
  }));

/** What is hardly HTTP. */
const ofWire: Arbitrary<Attempt> = fc
  .oneof(
    fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom(
        'GET\r\n\r\n',
        'POST /sync HTTP/9.9\r\n\r\n',
        'POST /sync HTTP/1.1\r\n\r\n',
        'POST /sync HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
        'POST /sync HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcde',
        'POST /sync HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
        'POST /sync HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n',
        `POST /sync HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
        'POST /sy\0nc HTTP/1.1\r\nhost: a\r\n\r\n',
        'POST * HTTP/1.1\r\nhost: a\r\n\r\n',
        'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n',
        'GET / HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      )
      .map((text) => Buffer.from(text)),
  )
  .map((bytes) => ({ ...post('/', {}, Buffer.alloc(0)), bytes }));

export const ATTEMPTS: Arbitrary<Attempt> = fc.oneof(
  { weight: 8, arbitrary: ofContract },
  { weight: 3, arbitrary: ofNobody },
  { weight: 4, arbitrary: ofBytes },
  { weight: 3, arbitrary: ofAddresses },
  { weight: 2, arbitrary: ofWire },
);

function post(path: string, headers: Readonly<Record<string, string>>, body: Buffer): Attempt {
  return { method: 'POST', path, headers, body };
}
