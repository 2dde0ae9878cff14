import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { headKey } from '../../../../functions/use-cases/stored/head/head.ts';
import type { JsonObject } from '../../../../functions/use-cases/ports/store.ts';
import { COORDINATOR, openBook, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

describe('a workbook that was laid out before there was «Ответственные»', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY, withErrors: true });
  const sync = () => syncWorkbook(office.deps, request());

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР' });
    const { sheetIds, workbookId } = book;
    await office.spreadsheets.apply(workbookId, [{ kind: 'delete_sheet', sheetId: sheetIds.people }]);
    await makeOld(office, workbookId);
  });
  afterAll(() => office.close());

  test('goes on as before: no finding about the sheet, and a pass without changes is one read and one store read', async () => {
    const { counts } = await sync();
    expect(counts.create).toBeGreaterThan(0);
    expect(JSON.stringify(await book.grid('control'))).not.toContain('Ответственные');
    office.counting.reset();
    expect((await sync()).status).toBe('unchanged');
    expect(office.counting.counts).toEqual({ reads: 1, scanned: 0, writes: 0, commits: 0 });
  });

  test('gives a report', async () => {
    expect((await publishReport(office.deps, request())).status).toBe('published');
  });

  test('is given the sheet by provisioning, and its rows are taken in then', async () => {
    await sync();
    const { created } = await provisionWorkbook(office.deps, {
      ...request(),
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      members: {},
    });
    expect(created).toEqual(['Ответственные']);
    const mended = await openBook(office.deps, book.workbookId);
    await mended.type('people', 2, { position: 'методист', address: 'metodist@uo.example.ru' });
    expect((await sync()).counts.create).toBe(1);
    expect((await mended.see('people', 2))['id']).toMatch(/^p1-/u);
  });
});

/** The head as the program of before has left it. */
async function makeOld({ deps }: Office, workbookId: string): Promise<void> {
  const [stored] = await deps.store.getMany([headKey(workbookId)]);
  if (!stored) throw new Error('the workbook was not provisioned');
  const without = (field: string) => {
    const { people: _later, ...rest } = stored.data[field] as JsonObject;
    return { [field]: rest };
  };
  const { schema: _schema, layout: _layout, ...before } = stored.data;
  const data = { ...before, ...without('sheetIds'), ...without('nextNumbers') };
  await deps.store.commit([{ kind: 'put', key: stored.key, data }]);
}
