import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { seedDemo } from '../../../../local/demo/seed-demo.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';

const today = '2026-11-23' as const;
const ROW = 60;

let office: Office;
let book: Book;

beforeAll(async () => {
  office = await openOffice();
  book = await office.provision();
  await seedDemo(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, today });
  await syncAfter(0);
});
afterAll(() => office.close());

function syncAfter(minutes: number) {
  const at = new Date(Date.parse(office.deps.clock.now()) + minutes * 60_000).toISOString();
  const deps = { ...office.deps, clock: { now: () => at } };
  return syncWorkbook(deps, { workbookId: book.workbookId, by: COORDINATOR, today });
}

const check = async () => String((await book.see('executions', ROW))['check']);

test('a row that is being typed is reminded of, and is an error five minutes later though nobody typed on', async () => {
  await book.type('executions', ROW, { school: 'ОО № 3 (демо)' });
  await syncAfter(0);
  expect(await check()).toMatch(/^Напоминание: Строка заполнена не до конца/u);
  expect((await syncAfter(4)).status).toBe('unchanged');
  expect(await check()).toMatch(/^Напоминание/u);
  expect((await syncAfter(5)).status).toBe('changed');
  expect(await check()).toMatch(/^Ошибка: Строка заполнена не до конца/u);
  expect((await syncAfter(6)).status).toBe('unchanged');
  expect((await book.head()).graceUntil).toBeUndefined();
});

test('a row of a workbook’s first load has no grace', async () => {
  const { findings } = await book.head();
  expect(findings.error).toBeGreaterThan(0);
});
