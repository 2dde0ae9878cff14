import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connectSmtp } from '../../../../functions/adapters/mail/smtp.ts';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import type { Mail } from '../../../../functions/use-cases/ports/mail.ts';
import { listLetters } from '../../../../functions/use-cases/reminders/list-letters.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';
import { startPost, type Behaviour, type Post } from '../../../support/smtp-post.ts';

const METHODIST = 'metodist@uo.example.ru';
/** Working days before 15 September 2026, a Tuesday: seven, and three. */
const [MORNING, LATER] = ['2026-09-04T04:00:00.000Z', '2026-09-10T04:00:00.000Z'];

describe('reminders by a real mail server', () => {
  let office: Office;
  let post: Post;
  let book: Book;
  let mail: Mail | undefined;
  let now = MORNING;
  const deps = () => ({ ...office.deps, mail, clock: { now: () => now } });
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR });
  const monitor = () => runMonitoring(deps(), request());
  const sync = () => syncWorkbook(deps(), request());
  const minutesLater = (minutes: number) => {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  };

  /** The first synchronisation after a letter's time in hand is over: it sees that all are out. */
  const sweep = async () => {
    minutesLater(11);
    await sync();
  };

  beforeAll(async () => {
    [office, post] = await Promise.all([openOffice(), startPost()]);
  });
  beforeEach(async () => {
    now = '2026-09-03T04:00:00.000Z';
    book = await office.provision();
    await fillIn(book);
    mail = connectSmtp({
      url: post.url,
      from: 'shnor@uo.example.ru',
      urlOf: (id) => `https://sheets.example/${id}`,
      timeouts: { connection: 500, greeting: 500, answer: 500 },
    });
    post.behave('takes');
    await monitor();
    await sweep();
    post.received.length = 0;
    now = MORNING;
  });
  afterAll(async () => {
    await Promise.all([office.close(), post.close()]);
  });

  test('a digest goes out once, with a link to its row, at two writes besides those of the day', async () => {
    office.counting.reset();
    const { message } = await monitor();
    expect(message).toContain('Отправлено писем: 1.');
    const { reads, writes } = office.counting.counts;
    expect({ reads, writes }).toEqual({ reads: 1 + 2, writes: 1 + 2 });
    expect(post.received.map(({ to }) => to)).toEqual([[METHODIST]]);
    const { letters } = await listLetters(deps(), request());
    expect(letters[0]).toMatchObject({ to: 'методист', subject: 'ШНОР: впереди 1', state: 'отправлено' });
    const { text } = await listLetters(deps(), { ...request(), letter: letters[0]?.id ?? '' });
    expect(text).toContain('ОО № 1 (демо) — 1.1');
    expect(text).toContain(
      `https://sheets.example/${book.workbookId}#gid=${book.sheetIds.regulation}&range=A2`,
    );
    await monitor();
    await sync();
    expect(post.received).toHaveLength(1);
  });

  test('a day without news to anybody costs what it did, and no letter goes out', async () => {
    await monitor();
    now = '2026-09-08T04:00:00.000Z';
    await monitor();
    await sweep();
    post.received.length = 0;
    now = '2026-09-09T04:00:00.000Z';
    office.counting.reset();
    await monitor();
    expect([office.counting.counts, post.received]).toEqual([
      { reads: 1, scanned: 0, writes: 1, commits: 1 },
      [],
    ]);
  });

  test('two runs at once send one letter', async () => {
    await Promise.all([monitor(), monitor()]);
    expect(post.received).toHaveLength(1);
  });

  test('an address that is refused is a finding at its row, and is left alone until it is mended', async () => {
    post.behave('refuses');
    expect((await monitor()).message).toContain(
      'Писем не принято: 1: адрес не принят («550 no such user here»)',
    );
    await sync();
    expect((await book.see('people', 2))['check']).toContain(
      'Письмо 04.09.2026 на этот адрес почтовый сервер не принял',
    );
    post.behave('takes');
    now = LATER;
    await monitor();
    expect(post.received.filter(({ to }) => to.includes(METHODIST))).toEqual([]);
    await book.type('people', 2, { address: 'other@uo.example.ru' });
    now = '2026-09-11T04:00:00.000Z';
    await monitor();
    expect(post.received.map(({ to }) => to)).toContainEqual(['other@uo.example.ru']);
    expect((await book.see('people', 2))['check']).toBe('Замечаний нет');
  });

  test.each<Behaviour>(['busy', 'drops', 'hangs'])(
    'a server that %s gets the letter at a later synchronisation, once, under the name that it has had',
    async (behaviour) => {
      post.behave(behaviour);
      expect((await monitor()).message).toContain('Писем ждёт отправки: 1');
      post.behave('takes');
      await sync();
      expect(post.received).toEqual([]);
      minutesLater(16);
      await sync();
      await sync();
      expect(post.received.map(({ to }) => to)).toEqual([[METHODIST]]);
      expect((await book.head()).mail).toMatchObject({ open: [], troubles: {} });
    },
  );

  test('a server that is busy for days loses nothing: the next digest says it, as of its day', async () => {
    post.behave('busy');
    await monitor();
    for (let tries = 0; tries < 3; tries++) {
      minutesLater(400);
      await sync();
    }
    expect((await book.see('people', 2))['check']).toContain('Письма на этот адрес не уходят с 04.09.2026');
    post.behave('takes');
    now = LATER;
    await monitor();
    const letters = post.received.filter(({ to }) => to.includes(METHODIST));
    expect(letters).toHaveLength(1);
    await sync();
    expect((await book.see('people', 2))['check']).not.toContain('не уходят');
  });

  test('whoever dies before the letter is out has lost nothing, and after it doubles nothing but the name', async () => {
    const sending = mail;
    mail = sending && { ...sending, send: () => Promise.reject(new Error('killed')) };
    await expect(monitor()).rejects.toThrow('killed');
    mail = sending;
    await monitor();
    expect(post.received).toEqual([]);
    minutesLater(11);
    await sync();
    expect(post.received).toHaveLength(1);

    now = LATER;
    post.received.length = 0;
    mail = sending && {
      ...sending,
      send: async (letter) => {
        await sending.send(letter);
        if (letter.to === METHODIST) throw new Error('killed');
      },
    };
    await expect(monitor()).rejects.toThrow('killed');
    mail = sending;
    minutesLater(11);
    await sync();
    const [first, second, ...others] = post.received.filter(({ to }) => to.includes(METHODIST));
    expect([second?.messageId, others]).toEqual([first?.messageId, []]);
  });

  test('before the hour of the settings letters wait, and go out with the first synchronisation after it', async () => {
    now = '2026-09-04T01:00:00.000Z';
    expect((await monitor()).message).toContain('Писем ждёт отправки: 1, не раньше 04.09.2026 08:00.');
    minutesLater(90);
    await sync();
    expect(post.received).toEqual([]);
    minutesLater(31);
    await sync();
    await sync();
    expect(post.received).toHaveLength(1);
  });

  test('without mail all works on, it is said once, and later letters go out as of their day', async () => {
    mail = undefined;
    const book2 = await office.provision();
    book = book2;
    await fillIn(book);
    expect((await monitor()).message).toContain('Почта не настроена');
    now = LATER;
    expect((await monitor()).message).not.toContain('Почта не настроена');
    expect(post.received).toEqual([]);
  });

  test('a position without an address is told of at its row', async () => {
    await book.type('people', 2, { address: null });
    await sync();
    expect((await book.see('people', 2))['check']).toContain('У должности «методист» нет адреса');
  });
});

async function fillIn(book: Book): Promise<void> {
  await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР' });
  await book.type('regulation', 2, { number: '1.1', deadline: 'до 15 сентября', responsible: 'методист' });
  await book.type('people', 2, { position: 'методист', address: METHODIST });
  await book.type('people', 3, {
    position: 'начальник',
    address: 'head@uo.example.ru',
    role: 'руководитель',
  });
}
