import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorAnswer } from '../../functions/contract/answers.ts';
import { sendAttempt } from './fuzz/send-attempt.ts';
import { memberOf, openGuardedService, type GuardedService } from './guarded-service.ts';
import { tokenFor } from './tokens.ts';

let service: GuardedService;
beforeAll(async () => {
  service = await openGuardedService();
});
afterAll(() => service.close());

const authorization = `Bearer ${tokenFor(memberOf('editor'))}`;
const LARGE = 9_000_000;

interface Case {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const CASES: readonly (readonly [what: string, sent: Case, status: number, code: string])[] = [
  ['another method', { method: 'GET' }, 405, 'method_not_allowed'],
  ['another address', { path: '/none' }, 404, 'path_unknown'],
  ['nobody', { headers: { authorization: '' } }, 401, 'unauthenticated'],
  [
    'nobody with 9 MB',
    { headers: { authorization: '' }, body: Buffer.alloc(LARGE, ' ') },
    413,
    'body_too_large',
  ],
  ['a compressed body', { headers: { 'content-encoding': 'gzip' }, body: 'x' }, 415, 'encoding_refused'],
  ['9 MB', { body: Buffer.alloc(LARGE, ' ') }, 413, 'body_too_large'],
  ['half a JSON', { body: '{"workbookId":' }, 400, 'bad_request'],
  ['bytes that are no UTF-8', { body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }, 400, 'bad_request'],
  ['JSON that is no object', { body: '[]' }, 400, 'bad_request'],
  ['JSON that is deeper than anything', { body: '['.repeat(1_000_000) }, 400, 'bad_request'],
];

test.each(CASES)('%s is refused in the words of the contract', async (_, sent, status, code) => {
  const { method = 'POST', path = '/sync', headers = {}, body = '' } = sent;
  const attempt = { method, path, headers: { authorization, ...headers }, body: Buffer.from(body) };
  const answered = await sendAttempt(service.url, attempt);
  expect(answered).toMatchObject({
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
  expect(errorAnswer.parse(JSON.parse(answered?.text ?? '')).error.code).toBe(code);
  expect(service.seen).toMatchObject({ bugs: [], sheetsReads: 0 });
});
