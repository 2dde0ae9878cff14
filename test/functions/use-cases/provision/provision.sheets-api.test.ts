import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { REGULATION_148_01 } from '../../../../functions/domain/records/regulation.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { readHead } from '../../../../functions/use-cases/stored/head/head.ts';
import { WORKBOOK_LAYOUT } from '../../../../functions/use-cases/stored/head/upgrades.ts';
import { REGULATION } from '../../../../functions/workbook/worksheets/regulation.ts';
import { WORKSHEETS_IN_ORDER } from '../../../../functions/workbook/worksheets/index.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

describe('a provisioned workbook', () => {
  let office: Office;
  let book: Book;
  const provision = (workbookId: string) =>
    provisionWorkbook(office.deps, {
      workbookId,
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: { [COORDINATOR]: 'municipal_coordinator' },
    });

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
  });
  afterAll(() => office.close());

  test('has its tabs in the order of daily use', async () => {
    const { tabs } = await office.spreadsheets.readOutline(book.workbookId);
    expect(tabs.map(({ title }) => title)).toEqual([
      'Обзор',
      'Контроль',
      'Исполнение',
      'Журнал',
      'Планы школ',
      'Школы',
      'Регламент',
      'Внешние акты',
      'Календарь',
      'Ответственные',
      'Настройки',
      'О системе',
      'Инструкция',
    ]);
  });

  test('has all 11 measures in «Регламент», word for word', async () => {
    const [header = [], ...lines] = await book.grid('regulation');
    const keys = header.map((title) => REGULATION.columns.find((column) => column.title === title)?.key);
    const rows = lines.map((cells) => {
      const { section, number, title, deadline, responsible } = Object.fromEntries(
        cells.map((cell, index) => [keys[index], cell]),
      );
      return { section, number, title, deadlinePhrase: deadline, responsible };
    });
    expect(rows).toEqual(REGULATION_148_01.map(({ scope: _scope, ...item }) => item));
  });

  test('has, on every staff sheet, headers, a frozen row, dropdowns, and protection of what is not the staff’s', async () => {
    const layouts = await office.spreadsheets.readLayouts(book.workbookId);
    for (const { title, columns } of WORKSHEETS_IN_ORDER) {
      const layout = layouts.find((each) => each.title === title);
      const typed = columns.filter(({ owner, type }) => owner === 'staff' && 'options' in type);
      expect(layout?.rows[0]?.cells.map(({ value }) => value)).toEqual(columns.map((column) => column.title));
      expect(layout?.frozenRows).toBe(1);
      expect(layout?.validations.length).toBeGreaterThanOrEqual(typed.length);
      expect(layout?.protections.map(({ range }) => range.startColumn)).toEqual(
        columns.flatMap(({ owner }, index) => (owner === 'server' ? [index] : [])),
      );
    }
  });

  test('is left as it is by a second provisioning, with what staff typed meanwhile', async () => {
    await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР' });
    const before = await office.spreadsheets.readLayouts(book.workbookId);
    const again = await provision(book.workbookId);
    expect([again.created, again.addedColumns]).toEqual([[], []]);
    expect(await office.spreadsheets.readLayouts(book.workbookId)).toEqual(before);
  });

  test('grows around a table that people brought along: their sheet is taken up, its lacking columns added', async () => {
    const workbookId = await office.spreadsheets.create('Наша таблица', { timeZone: 'Asia/Yekaterinburg' });
    const { tabs } = await office.spreadsheets.readOutline(workbookId);
    const sheetId = tabs[0]?.sheetId ?? 0;
    await office.spreadsheets.apply(workbookId, [
      { kind: 'rename_sheet', sheetId, title: 'Журнал' },
      {
        kind: 'write_values',
        block: {
          sheetId,
          row: 0,
          column: 0,
          values: [
            ['Тема', 'Дата', 'Наша пометка'],
            ['ВПР', '05.10.2026', 'важно'],
          ],
        },
      },
    ]);
    const { addedColumns, created } = await provision(workbookId);
    expect(created).not.toContain('Журнал');
    expect(addedColumns).toContain('Журнал: Вид работы');
    const [sheet] = await office.spreadsheets.readValues(workbookId, [sheetId]);
    expect(sheet?.rows[1]).toEqual(['ВПР', '05.10.2026', 'важно']);
    expect(sheet?.rows[0]?.slice(0, 4)).toEqual(['Тема', 'Дата', 'Наша пометка', 'Вид работы']);
  });

  test('deletes and overwrites no tab of the staff’s own, whatever its name', async () => {
    const workbookId = await office.spreadsheets.create('Наша таблица', { timeZone: 'Asia/Yekaterinburg' });
    const { tabs } = await office.spreadsheets.readOutline(workbookId);
    const sheetId = tabs[0]?.sheetId ?? 0;
    await office.spreadsheets.apply(workbookId, [
      { kind: 'rename_sheet', sheetId, title: 'Контроль' },
      { kind: 'write_values', block: { sheetId, row: 0, column: 0, values: [['наш контроль']] } },
    ]);
    expect((await provision(workbookId)).renamed).toEqual(['Контроль → Контроль (прежний)']);
    const [sheet] = await office.spreadsheets.readValues(workbookId, [sheetId]);
    expect([sheet?.title, sheet?.rows]).toEqual(['Контроль (прежний)', [['наш контроль']]]);
  });

  test('leaves moved columns where people moved them, with their cells', async () => {
    const moved = await office.provision();
    const { sheetIds, workbookId } = moved;
    const [before] = await office.spreadsheets.readValues(workbookId, [sheetIds.regulation]);
    const swapped = (before?.rows ?? []).map(([id = null, section = null, number = null, ...rest]) => [
      id,
      number,
      section,
      ...rest,
    ]);
    await office.spreadsheets.apply(workbookId, [
      { kind: 'write_values', block: { sheetId: sheetIds.regulation, row: 0, column: 0, values: swapped } },
    ]);
    await provision(workbookId);
    const [after] = await office.spreadsheets.readValues(workbookId, [sheetIds.regulation]);
    expect(after?.rows).toEqual(swapped);
  });

  test('of a later program is left alone, even where the store does not know it', async () => {
    const workbookId = await office.spreadsheets.create('Наша таблица', { timeZone: 'Asia/Yekaterinburg' });
    const later = { kind: 'mark_layout', layout: WORKBOOK_LAYOUT + 1, isMarked: false } as const;
    await office.spreadsheets.apply(workbookId, [later]);
    const before = await office.spreadsheets.readOutline(workbookId);
    await expect(provision(workbookId)).rejects.toMatchObject({ code: 'workbook_newer' });
    expect(await office.spreadsheets.readOutline(workbookId)).toEqual(before);
    expect(await readHead(office.deps.store, workbookId)).toBeUndefined();
  });
});
