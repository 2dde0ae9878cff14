import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseIsoDate, type CalendarDate } from '../../functions/domain/dates/dates.ts';
import { runMonitoring } from '../../functions/use-cases/monitor/run-monitoring.ts';
import { seedDemo } from '../../local/demo/seed-demo.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../support/office.ts';

/** The mistakes planted in the demo, by the row they stand in on 23.11.2026. */
const PLANTED = [
  ['a day that does not exist', 'journal', 10, 'Ошибка: «Дата»: дня 31.09.2026 не бывает'],
  ['done without evidence', 'executions', 47, 'Предупреждение: Отмечено «выполнено», но подтверждающего'],
  ['a doubled row', 'executions', 48, 'Ошибка: Строка повторяет другую'],
  ['an unknown school', 'executions', 49, 'Ошибка: Школы «ОО № 7 (демо)» нет на листе «Школы»'],
  ['a row typed half', 'executions', 50, 'Ошибка: Строка заполнена не до конца'],
] as const;

describe('the demo workbook', () => {
  let office: Office;
  let book: Book;

  const open = async (today: CalendarDate) => {
    book = await office.provision();
    await seedDemo(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, today });
    return runMonitoring(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today });
  };

  beforeAll(async () => {
    office = await openOffice();
    await open('2026-11-23');
  });
  afterAll(() => office.close());

  test.each(PLANTED)('shows %s beside its row and in «Контроль»', async (_, sheet, row, finding) => {
    const { check } = await book.see(sheet, row);
    expect(check).toContain(finding);
    const control = (await book.grid('control')).map((cells) => cells.join(' '));
    const words = finding.split(': ').at(-1) ?? '';
    expect(control.some((line) => line.includes(words) && line.endsWith(`, ${row}`))).toBe(true);
  });

  test.each(['2026-01-05', '2026-07-01', '2027-03-10', '2028-02-29'])(
    'tells no story of the future when first started on %s',
    async (day) => {
      const today = parseIsoDate(day);
      if (!today) throw new Error(`no such day: ${day}`);
      await open(today);
      expect(JSON.stringify(await book.grid('control'))).not.toContain('которая ещё не наступила');
    },
  );
});
