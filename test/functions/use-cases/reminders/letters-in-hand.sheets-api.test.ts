import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import { MailUnavailableError, type Letter, type Mail } from '../../../../functions/use-cases/ports/mail.ts';
import type { StoreWrite } from '../../../../functions/use-cases/ports/store.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';

const [METHODIST, DEPUTY] = ['metodist@uo.example.ru', 'zam@uo.example.ru'];

/** Both have a term on 15 September 2026, a Tuesday: a reminder each on the 4th, a Friday, and on the 10th. */
describe('letters that others come upon while they are in hand', () => {
  let office: Office;
  let book: Book;
  let now: string;
  let sent: Letter[];
  /** What happens while a letter is being handed over, before the server's yes. */
  let during: (letter: Letter) => Promise<void> | void;
  const mail: Mail = {
    urlOf: (id) => `https://sheets.example/${id}`,
    send: async (letter) => {
      await during(letter);
      sent.push(letter);
    },
  };
  const deps = () => ({ ...office.deps, mail, clock: { now: () => now } });
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR });
  const monitor = () => runMonitoring(deps(), request());
  const sync = () => syncWorkbook(deps(), request());
  const addresses = () => sent.map(({ to }) => to).toSorted();
  const minutesLater = (minutes: number) => {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  };

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    sent = [];
    during = () => undefined;
    now = '2026-09-03T04:00:00.000Z';
    book = await office.provision();
    await fillIn(book);
    await monitor();
    now = '2026-09-04T04:00:00.000Z';
    sent = [];
  });
  afterAll(() => office.close());

  test('of a run that goes on for long the last letters are left to the next call, and go out once', async () => {
    during = async () => {
      minutesLater(sent.length === 0 ? 8 : 3);
      if (sent.length > 0) await sync();
    };
    await monitor();
    during = () => undefined;
    minutesLater(11);
    await sync();
    await sync();
    expect(addresses()).toEqual([METHODIST, DEPUTY]);
  });

  test('letters of a day that was planned while an older one went out are not forgotten', async () => {
    during = () => {
      throw new MailUnavailableError('сервер занят', { mayBeSent: false });
    };
    await monitor();
    // 06:00 in the workbook's zone, two hours before the letters of the day.
    now = '2026-09-10T01:00:00.000Z';
    let isPlanned = false;
    during = async () => {
      if (isPlanned) return;
      isPlanned = true;
      await monitor();
    };
    await sync();
    sent = [];
    now = '2026-09-10T03:30:00.000Z';
    await sync();
    await sync();
    expect(addresses()).toEqual([METHODIST, DEPUTY]);
  });

  test('a clock that was years ahead does not keep people without letters until then', async () => {
    now = '2031-09-04T04:00:00.000Z';
    await monitor();
    minutesLater(11);
    await sync();
    now = '2026-09-04T04:00:00.000Z';
    sent = [];
    await monitor();
    expect(addresses()).toEqual([METHODIST, DEPUTY]);
  });

  test('a letter that nobody survives is given up', async () => {
    let tries = 0;
    during = ({ to }) => {
      if (to !== METHODIST) return;
      tries++;
      throw new Error('killed');
    };
    await expect(monitor()).rejects.toThrow('killed');
    for (let calls = 0; calls < 12; calls++) {
      minutesLater(11);
      await sync().catch(() => undefined);
    }
    expect([tries, addresses()]).toEqual([8, [DEPUTY]]);
    await sync();
    expect((await book.see('people', 2))['check']).toContain('отправка каждый раз прерывалась');
  });

  test('what was put off until it was given up is said anew on the next working day', async () => {
    during = () => {
      throw new MailUnavailableError('сервер занят', { mayBeSent: false });
    };
    await monitor();
    for (let tries = 1; tries < 8; tries++) {
      minutesLater(400);
      await sync();
    }
    during = () => undefined;
    now = '2026-09-07T04:00:00.000Z';
    await monitor();
    expect(addresses()).toEqual([METHODIST, DEPUTY]);
  });

  test('documents that hold many keys lie where Firestore indexes none of them', async () => {
    const keys = new Set<string>();
    const { store } = office.deps;
    const commit = async (writes: readonly StoreWrite[]) => {
      for (const { key } of writes) keys.add(key.split('/').at(-2) ?? '');
      await store.commit(writes);
    };
    await runMonitoring({ ...deps(), store: { ...store, commit } }, request());
    const file = join(import.meta.dirname, '../../../../firestore.indexes.json');
    const { fieldOverrides } = JSON.parse(readFileSync(file, 'utf8')) as {
      fieldOverrides: readonly { collectionGroup: string; fieldPath: string; indexes: readonly object[] }[];
    };
    const free = fieldOverrides.filter(
      ({ fieldPath, indexes }) => fieldPath === 'body' && indexes.length === 0,
    );
    expect(keys).toContain('letters');
    expect(free.map(({ collectionGroup }) => collectionGroup)).toEqual(expect.arrayContaining([...keys]));
  });
});

async function fillIn(book: Book): Promise<void> {
  await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР' });
  await book.type('regulation', 2, { number: '1.1', deadline: 'до 15 сентября', responsible: 'методист' });
  await book.type('regulation', 3, { number: '1.2', deadline: 'до 15 сентября', responsible: 'заместитель' });
  await book.type('people', 2, { position: 'методист', address: METHODIST });
  await book.type('people', 3, { position: 'заместитель', address: DEPUTY });
}
