import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { checkStore } from '../../../../../functions/use-cases/monitor/check-store.ts';
import type { JsonObject } from '../../../../../functions/use-cases/ports/store.ts';
import { composeRegionReport } from '../../../../../functions/use-cases/report/compose-region-report.ts';
import { readProvedReport } from '../../../../../functions/use-cases/report/kept/prove-report.ts';
import { publishReport } from '../../../../../functions/use-cases/report/publish-report.ts';
import { headKey } from '../../../../../functions/use-cases/stored/head/head.ts';
import { historyKey } from '../../../../../functions/use-cases/stored/history/history.ts';
import { packText, unpackText } from '../../../../../functions/use-cases/stored/encoding/packed-text.ts';
import { reportKey } from '../../../../../functions/use-cases/stored/reports/record.ts';
import { hashOfText } from '../../../../../functions/use-cases/stored/encoding/canonical-json.ts';
import { openDemoBooks } from '../../../../support/demo-books.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../../support/office.ts';

const REQUISITES = {
  institution: 'Региональный центр',
  addressee: '',
  signer: { position: '', name: '' },
  executor: '',
};

type Fields = Record<string, unknown>;

describe('whoever writes in the store past the program', () => {
  let office: Office;
  let book: Book;
  const asked = ({ workbookId } = book) => ({ workbookId, by: COORDINATOR, today: TODAY, withErrors: true });

  beforeAll(async () => {
    office = await openOffice();
    book = await makeReports(await openDemoBooks(office));
  });
  afterEach(putBack);
  afterAll(() => office.close());

  async function makeReports(makeBook: () => Promise<Book>): Promise<Book> {
    const made = await makeBook();
    for (const form of ['full', 'brief', 'overdue'] as const)
      await publishReport(office.deps, { ...asked(made), form });
    return made;
  }

  /** What stood where a test has altered the store. */
  const unaltered = new Map<string, JsonObject>();

  async function alter(key: string, change: (data: Fields) => Fields | undefined): Promise<void> {
    const [found] = await office.deps.store.getMany([key]);
    if (found && !unaltered.has(key)) unaltered.set(key, found.data);
    const data = change(structuredClone(found?.data) as Fields) as JsonObject | undefined;
    await office.deps.store.commit([data ? { kind: 'put', key, data } : { kind: 'delete', key }]);
  }

  async function putBack(): Promise<void> {
    for (const [key, data] of unaltered) await office.deps.store.commit([{ kind: 'put', key, data }]);
    unaltered.clear();
  }

  const keyOf = (number: number) => reportKey(book.workbookId, number);
  const show = async (number: number) =>
    readProvedReport(office.deps.store, { workbookId: book.workbookId, head: await book.head(), number });
  const check = async () => {
    const { agrees, message } = await checkStore(office.deps, { ...asked(), isFull: true });
    return { agrees, message };
  };
  const region = () =>
    composeRegionReport(office.deps, { ...asked(), workbookIds: [book.workbookId], requisites: REQUISITES });

  /** The text of the report said otherwise, with the hash that then belongs to it. */
  function rewritten(data: Fields): Fields {
    const text = unpackText([String(data['text'])]).replace('ШНОР', 'ШНОВ');
    return { ...data, text: packText(text)[0], documentHash: hashOfText(text) };
  }

  test('nothing is altered: the reports show, the check agrees and says what it went over', async () => {
    expect((await show(2)).document.number).toBe(2);
    expect(await check()).toEqual({
      agrees: true,
      message: 'История и хранилище сходятся (ревизии 0–1). Отчёты с № 1 по № 3 подтверждены.',
    });
    expect((await region()).sources).toMatchObject([{ number: 1 }]);
  });

  test.each([1, 3])('a changed text of report %i with a recomputed hash is noticed', async (number) => {
    await alter(keyOf(number), rewritten);
    await expect(show(number)).rejects.toMatchObject({ code: 'report_altered' });
    expect(await check()).toMatchObject({
      agrees: false,
      message: expect.stringContaining(`Отчёт № ${number}`),
    });
  });

  test.each([1, 3])(
    'a record %i that is made whole again is not what the next one, or the head, knows',
    async (number) => {
      const { documentHash, recordHash } = await forge(number);
      expect(documentHash).toBeDefined();
      expect(recordHash).toBeDefined();
      await expect(show(number)).rejects.toMatchObject({ code: 'report_altered' });
      expect((await check()).agrees).toBe(false);
    },
  );

  /** As somebody with the program's own code would: the record's hash is right, the links to it are not. */
  async function forge(number: number): Promise<Fields> {
    const { hashOfRecord } = await import('../../../../../functions/use-cases/stored/reports/chain.ts');
    let forged: Fields = {};
    await alter(keyOf(number), (data) => {
      const { recordHash: _, ...rest } = rewritten(data);
      forged = {
        ...rest,
        recordHash: hashOfRecord({ ...rest, number } as Parameters<typeof hashOfRecord>[0]),
      };
      return forged;
    });
    return forged;
  }

  test.each([1, 2, 3])('the deleted report %i is missed by its number and by the check', async (number) => {
    await alter(keyOf(number), () => undefined);
    await expect(show(number)).rejects.toMatchObject({ name: 'ReportGoneError' });
    expect(await check()).toMatchObject({ agrees: false, message: expect.stringContaining('удалена') });
  });

  test('a number that was never given is no loss', async () => {
    await expect(show(4)).rejects.toMatchObject({ name: 'ReportMissingError' });
  });

  test.each<[string, (data: Fields) => Fields]>([
    ['the record', (data) => more(data, 'aggregates')],
    ['the day of the record', (data) => ({ ...data, asOf: '2026-11-22' })],
    ['who formed it', (data) => ({ ...data, by: 'somebody@example.ru' })],
  ])('%s changed stops the region and the check', async (_, change) => {
    await alter(keyOf(1), change);
    await expect(region()).rejects.toMatchObject({ code: 'region_refused' });
    expect((await check()).agrees).toBe(false);
  });

  test('figures of the region changed in the head are noticed', async () => {
    await alter(headKey(book.workbookId), (head) => ({
      ...head,
      aggregates: more(head['aggregates'] as Fields, 'value'),
    }));
    await expect(region()).rejects.toMatchObject({
      code: 'region_refused',
      message: expect.stringContaining('«ШНОР»: Отчёт № 1'),
    });
    expect((await check()).agrees).toBe(false);
  });

  function more(data: Fields, key: string): Fields {
    const value = data[key] as { readonly schools: number };
    return { ...data, [key]: { ...value, schools: value.schools + 1 } };
  }

  test.each<[string, (data: Fields) => Fields]>([
    ['who', (data) => ({ ...data, by: 'somebody@example.ru' })],
    ['when', (data) => ({ ...data, at: '2026-11-01T06:00:00.000Z' })],
  ])('the history told otherwise (%s) is noticed, though it leads to the same rows', async (_, change) => {
    await alter(historyKey(book.workbookId, 1, 0), change);
    expect(await check()).toMatchObject({
      agrees: false,
      message: expect.stringContaining('запись истории'),
    });
  });

  test('reports of an older version are shown, and proved from the first new one on', async () => {
    const common = book;
    book = await makeReports(await openDemoBooks(office));
    for (const number of [1, 2, 3]) await alter(keyOf(number), unlinked);
    await alter(headKey(book.workbookId), ({ reportChain: _, historyHash: __, ...head }) => head);
    await alter(historyKey(book.workbookId, 1, 0), ({ before: _, ...part }) => part);
    expect((await show(2)).document.number).toBe(2);
    await book.type('schools', 2, { address: 'с. Новое' });
    await publishReport(office.deps, asked());
    expect(await check()).toMatchObject({ agrees: true });
    expect((await book.head()).reportChain).toMatchObject({ number: 4, from: 4 });
    await alter(keyOf(2), (data) => ({ ...data, by: 'somebody@example.ru' }));
    expect((await check()).agrees).toBe(false);
    book = common;
  });

  function unlinked({ before: _, historyHash: __, recordHash: ___, ...data }: Fields): Fields {
    return data;
  }
});
