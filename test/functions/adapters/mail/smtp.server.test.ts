import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connectSmtp } from '../../../../functions/adapters/mail/smtp.ts';
import type { Letter } from '../../../../functions/use-cases/ports/mail.ts';
import { startPost, type Behaviour, type Post } from '../../../support/smtp-post.ts';

const LETTER: Letter = {
  messageId: 'a1b2c3',
  to: 'metodist@uo.example.ru',
  subject: 'ШНОР: просрочено 2, на этой неделе 3',
  text: 'Сроки на 15.09.2026\n'.repeat(2000),
  html: '<p>Сроки на 15.09.2026</p>',
  date: '2026-09-15T03:00:00.000Z',
  unsubscribeUrl: 'https://docs.google.com/spreadsheets/d/1/edit#gid=148010',
};
/** Of a slow machine, too. */
const PATIENT = { connection: 60_000, greeting: 60_000, answer: 60_000 };
const IMPATIENT = { ...PATIENT, answer: 700 };

describe('a letter over SMTP', () => {
  let post: Post;
  const send = (url = post.url, timeouts = PATIENT) =>
    connectSmtp({ url, from: 'shnor@uo.example.ru', urlOf: () => '', timeouts }).send(LETTER);

  beforeAll(async () => {
    post = await startPost();
  });
  beforeEach(() => {
    post.received.length = 0;
  });
  afterAll(() => post.close());

  test('arrives whole, under its own name, with both forms and the way out of it', async () => {
    post.behave('takes');
    await send();
    const [received, ...others] = post.received;
    expect([received?.to, received?.messageId, others]).toEqual([
      ['metodist@uo.example.ru'],
      'a1b2c3@uo.example.ru',
      [],
    ]);
    const lines = received?.raw.replaceAll(/\r\n[ \t]+/gu, ' ').split('\r\n') ?? [];
    expect(lines).toEqual(
      expect.arrayContaining([
        'Date: Tue, 15 Sep 2026 03:00:00 +0000',
        `List-Unsubscribe: <${LETTER.unsubscribeUrl}>`,
        'Auto-Submitted: auto-generated',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Type: text/html; charset=utf-8',
      ]),
    );
  });

  test.each<[Behaviour, object]>([
    ['refuses', { code: 'mail_refused', answer: 'адрес не принят («550 no such user here»)' }],
    ['spam', { code: 'mail_refused', answer: 'письмо не принято («554 looks like spam»)' }],
    ['busy', { code: 'mail_unavailable', mayBeSent: false }],
    ['drops', { code: 'mail_unavailable', mayBeSent: false }],
    ['hangs', { code: 'mail_unavailable', mayBeSent: true }],
  ])('a server that %s is told as what it is, and has taken nothing', async (behaviour, told) => {
    post.behave(behaviour);
    const timeouts = behaviour === 'hangs' ? IMPATIENT : PATIENT;
    await expect(send(post.url, timeouts)).rejects.toMatchObject(told);
    expect(post.received).toEqual([]);
  });

  test('of a server that takes it and falls silent nobody can know, and that is said', async () => {
    post.behave('takes and drops');
    await expect(send()).rejects.toMatchObject({ code: 'mail_unavailable', mayBeSent: true });
    expect(post.received).toHaveLength(1);
  });

  test('a server that is not there, and a password that is wrong, are no fault of the address', async () => {
    await expect(send('smtp://127.0.0.1:1?tls=off')).rejects.toMatchObject({
      code: 'mail_unavailable',
      mayBeSent: false,
    });
    post.behave('takes');
    const withPassword = post.url.replace('127.', 'user:S3cret@127.');
    const error = await send(withPassword).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'mail_unavailable', mayBeSent: false });
    expect((error as Error).message).not.toContain('S3cret');
  });

  test('goes through no open line where the address of the server does not ask for one', async () => {
    post.behave('takes');
    await expect(send(post.url.replace('?tls=off', ''))).rejects.toMatchObject({ code: 'mail_unavailable' });
    expect(post.received).toEqual([]);
  });
});
