import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Dependencies } from '../../../functions/use-cases/ports/dependencies.ts';
import { SpreadsheetAccessError } from '../../../functions/use-cases/ports/spreadsheet-errors.ts';
import type { SpreadsheetOutline } from '../../../functions/use-cases/ports/spreadsheets.ts';
import { headKey, headToJson, type Head } from '../../../functions/use-cases/stored/head/head.ts';
import type { Check } from '../../../local/doctor/check.ts';
import { checkWorkbook } from '../../../local/doctor/workbook.ts';
import { openOffice, type Book, type Office } from '../../support/office.ts';

let office: Office;
let book: Book;
beforeAll(async () => {
  office = await openOffice();
  book = await office.provision();
});
afterAll(() => office.close());

const failed = (checks: readonly Check[]) =>
  checks
    .filter(({ isGood, isNeeded }) => isNeeded && !isGood)
    .map(({ name, detail }) => `${name}: ${detail}`);

/** Over the same workbook, whose spreadsheet is as `change` makes it. */
function outlined(change: Partial<SpreadsheetOutline>): Dependencies {
  const readOutline = async (id: string) => ({ ...(await office.spreadsheets.readOutline(id)), ...change });
  return { ...office.deps, spreadsheets: { ...office.spreadsheets, readOutline } };
}

/** A workbook of its own in the store, whose head is as `change` makes it. */
async function stored(change: Partial<Head>): Promise<string> {
  const { workbookId, head } = await office.provision();
  const data = headToJson({ ...(await head()), ...change });
  await office.deps.store.commit([{ kind: 'put', key: headKey(workbookId), data }]);
  return workbookId;
}

const look = async (deps: Dependencies, id = book.workbookId) =>
  failed(await checkWorkbook(deps, id, { roles: ['municipal_coordinator'], goesDaily: true }));

test('a workbook that was just set up is well', async () => {
  expect(await look(office.deps)).toEqual([]);
  expect(await checkWorkbook(office.deps, book.workbookId, { roles: [], goesDaily: false })).toContainEqual(
    expect.objectContaining({ name: 'Язык таблицы', detail: 'ru_RU' }),
  );
});

test('a spreadsheet in another zone or language is told, with where that is set', async () => {
  expect(await look(outlined({ timeZone: 'Europe/Moscow', locale: 'en_US' }))).toEqual([
    'Часовой пояс: у таблицы Europe/Moscow, у книги Asia/Yekaterinburg. Поставьте Asia/Yekaterinburg: «Файл» → «Настройки» таблицы.',
    expect.stringMatching(/^Язык таблицы: en_US.*Выберите «Россия»/u),
  ]);
});

test('a spreadsheet that is not shared is told in the words of the refusal', async () => {
  const refusal = new SpreadsheetAccessError({
    spreadsheetId: book.workbookId,
    serviceAccount: 'shnor@demo-project.iam.gserviceaccount.com',
    reason: 'PERMISSION_DENIED',
  });
  const readOutline = () => Promise.reject(refusal);
  const deps = { ...office.deps, spreadsheets: { ...office.spreadsheets, readOutline } };
  expect(await look(deps)).toEqual([`Таблица: ${refusal.message}`]);
});

test('a workbook that the store does not know', async () => {
  const { workbookId } = await office.provision();
  const store = { ...office.deps.store, getMany: async () => [undefined] };
  expect(await look({ ...office.deps, store }, workbookId)).toEqual([
    expect.stringMatching(/^Хранилище: книги в нём нет.*provision/u),
  ]);
});

test('a workbook without whoever leads it, of an older layout, whose daily check has stopped', async () => {
  const id = await stored({
    members: { 'a@example.ru': 'viewer' },
    layout: 2,
    monitoredOn: '2026-11-10',
  });
  expect(await look(office.deps, id)).toEqual([
    expect.stringMatching(/^Участники: нет роли: «методист».*shnor -- access --grant/u),
    expect.stringMatching(/^Работа: Ежедневной проверки нет 13 дней/u),
    expect.stringMatching(/^Работа: Книга размечена прежней версией/u),
  ]);
});
