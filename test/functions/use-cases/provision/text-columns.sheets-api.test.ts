import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { WORKSHEETS_IN_ORDER } from '../../../../functions/workbook/worksheets/index.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Office } from '../../../support/office.ts';

/** What looks like a number, a date, a time or a share stays what was typed where a text is expected. */
describe('the columns of texts', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const members = { [COORDINATOR]: 'municipal_coordinator' } as const;
  const provision = (workbookId: string) =>
    provisionWorkbook(office.deps, { workbookId, title: 'ШНОР', timeZone: 'UTC', today: TODAY, members });

  /** As a person types: the sheet makes of it what it takes it for. */
  async function typeIn(
    workbookId: string,
    range: string,
    values: readonly (readonly Cell[])[],
  ): Promise<void> {
    const path = `values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`;
    const answer = await fetch(`${office.api.url}/v4/spreadsheets/${workbookId}/${path}`, {
      method: 'PUT',
      headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
      body: JSON.stringify({ values }),
    });
    expect(answer.status).toBe(200);
  }

  const TYPED = ['2.3', '1.10', '1,10', '0045', '12/11', '3/4', '12E5', '10%', '15:30', '1-2', '007'];
  const NUMBERS = [
    ['executions', 'evidenceNumber'],
    ['journal', 'evidenceNumber'],
    ['acts', 'number'],
    ['schools', 'planNumber'],
    ['schools', 'name'],
    ['regulation', 'number'],
    ['executions', 'occurrence'],
  ] as const;

  test.each(NUMBERS)('%s, %s: what is typed is what stands there', async (sheet, key) => {
    const book = await office.provision();
    const title = WORKSHEETS_IN_ORDER.find((each) => each.key === sheet)?.title ?? '';
    const column = columnLetters(columnOf(sheet, key));
    await typeIn(
      book.workbookId,
      `'${title}'!${column}20`,
      TYPED.map((typed) => [typed]),
    );
    const rows = (await book.grid(sheet)).slice(19);
    expect(rows.map((row) => row[columnOf(sheet, key)])).toEqual(TYPED);
  });

  test('columns of dates, figures and links keep their own formats', async () => {
    const { workbookId } = await office.provision();
    const layouts = await office.spreadsheets.readLayouts(workbookId);
    for (const { title, columns } of WORKSHEETS_IN_ORDER) {
      const styles = layouts.find((layout) => layout.title === title)?.columnStyles ?? [];
      const texts = columns.flatMap(({ key }, index) => (styles[index]?.format === 'text' ? [key] : []));
      const others = columns.filter(
        ({ owner, type }) =>
          owner === 'server' || ['date', 'integer', 'percent', 'link', 'parameter'].includes(type.kind),
      );
      expect(texts.filter((key) => others.some((column) => column.key === key))).toEqual([]);
      expect(texts.length + others.length).toBe(columns.length);
    }
  });

  test('in a workbook of before they get the format, but where a number stands already what is seen stays', async () => {
    const workbookId = await office.spreadsheets.create('Наш журнал', { timeZone: 'UTC' });
    const { tabs } = await office.spreadsheets.readOutline(workbookId);
    const sheetId = tabs[0]?.sheetId ?? 0;
    await office.spreadsheets.apply(workbookId, [{ kind: 'rename_sheet', sheetId, title: 'Внешние акты' }]);
    await typeIn(workbookId, `'Внешние акты'!A1`, [
      ['Вид акта', 'Номер акта', 'Дата акта', 'К мероприятиям'],
      ['письмо', '12/11', '15.04.2026', '1.1'],
      ['письмо', 'б/н', '16.04.2026', "'1.2"],
    ]);
    await provision(workbookId);
    await typeIn(workbookId, `'Внешние акты'!B3:B4`, [['3/4'], ['0045']]);
    const seen = await office.spreadsheets.readShown(workbookId, [
      { sheetId, column: 1, startRow: 1, endRow: 4 },
    ]);
    const [, ...rows] = (await office.spreadsheets.readValues(workbookId, [sheetId]))[0]?.rows ?? [];
    expect(seen[0]?.numbers.map((number) => number?.text)).toEqual(['12/11', undefined, undefined]);
    expect(rows.slice(1).map((row) => row[1])).toEqual(['3/4', '0045']);
    await syncWorkbook(office.deps, { workbookId, by: COORDINATOR, today: TODAY });
    const control = (await office.spreadsheets.readLayouts(workbookId)).find(
      ({ title }) => title === 'Контроль',
    );
    const told = control?.rows.flatMap(({ cells }) => cells.map(({ value }) => String(value))) ?? [];
    expect(told.filter((text) => text.includes('«Номер акта»'))).toEqual([
      'Ошибка: «Номер акта»: похоже, таблица превратила набранное в дату 12/11.',
    ]);
  });
});
