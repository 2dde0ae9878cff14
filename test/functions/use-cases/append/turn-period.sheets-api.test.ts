import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { turnPeriod } from '../../../../functions/use-cases/append/turn-period.ts';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { ReportRequest } from '../../../../functions/use-cases/report/report-recipe.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';

/** A workbook of 2026 with two schools, one of which has done a measure and left another undone. */
describe('turning to the next period', () => {
  let office: Office;
  let book: Book;
  const ask = () => ({ workbookId: book.workbookId, by: COORDINATOR });
  const turn = (today: CalendarDate, turnTo?: CalendarDate) =>
    turnPeriod(office.deps, { ...ask(), today, ...(turnTo && { turnTo }) });
  const sync = (today: CalendarDate) => syncWorkbook(office.deps, { ...ask(), today });
  /** As it is written but for what names this one paper. */
  const report = async (asked: Partial<ReportRequest>) => {
    const { document } = await publishReport(office.deps, { ...ask(), isDraft: true, ...asked });
    return { ...document, date: '', revision: 0 };
  };
  const settings = async () => (await book.grid('settings')).map(([name, value]) => [name, value]);
  const stateOf = async (row: number) => (await book.see('executions', row))['state'];

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР' });
    await book.type('schools', 3, { name: 'ОО № 2 (демо)', status: 'ШНОР' });
    await book.type('schools', 4, { name: 'ОО № 3 (демо)', status: 'вышла' });
    const proof = { doneOn: '18.09.2026', evidenceKind: 'приказ', evidenceNumber: '7' };
    await book.type('executions', 2, {
      school: 'ОО № 1 (демо)',
      measure: '3.2',
      mark: 'выполнено',
      ...proof,
    });
    await book.type('executions', 3, { school: 'ОО № 2 (демо)', measure: '3.2', mark: 'в работе' });
    await sync('2026-12-20');
  });
  afterAll(() => office.close());

  test('tells what goes over and what is still open, and writes nothing until a person says yes', async () => {
    const before = await settings();
    const { status, next, message } = await turn('2026-12-20');
    expect([status, next]).toEqual(['planned', '2027-01-01']);
    expect(message).toContain('Сейчас: 2026 год. Новый период: 2027 год (01.01.2027 – 31.12.2027).');
    expect(message).toContain('Переходят: 2 школы (вышедшие, 1, остаются в банке данных), 11 мероприятий');
    expect(message).toMatch(/Не закрыто: \d+ сроков, из них просрочено \d+ \(мероприятия /u);
    expect(message).toContain('Новый период начнётся сам 01.01.2027.');
    expect(await settings()).toEqual(before);
  });

  test('after a yes two rows more stand in «Настройки», all others as they were; said twice it is done once', async () => {
    const before = await settings();
    expect(await turn('2026-12-20', '2027-01-01')).toMatchObject({ status: 'turned' });
    const bounds = [
      ['Период 2027: начало', expect.anything()],
      ['Период 2027: конец', expect.anything()],
    ];
    expect(await settings()).toEqual([...before, ...bounds]);
    expect(await turn('2026-12-20', '2027-01-01')).toMatchObject({ status: 'unchanged' });
    expect(await settings()).toEqual([...before, ...bounds]);
  });

  test('the former period counts until it ends; then its rows are told to be of it', async () => {
    const ofPlan = { school: 'ОО № 1 (демо)', title: 'Клуб', deadline: 'до 15 октября' };
    const planState = async (row: number) => (await book.see('schoolPlans', row))['state'];
    await book.type('schoolPlans', 2, ofPlan);
    await turn('2026-12-20', '2027-01-01');
    expect(await stateOf(3)).toMatch(/^просрочено на 81 день/u);
    expect(await planState(2)).toMatch(/^просрочено на 66 дней/u);
    await book.type('schoolPlans', 3, { ...ofPlan, title: 'Клуб второго года' });
    await runMonitoring(office.deps, { ...ask(), today: '2027-02-01' });
    expect([await planState(2), await planState(3)]).toEqual(['другого периода', 'не наступил срок']);
    expect([await stateOf(2), await stateOf(3)]).toEqual(['другого периода', 'другого периода']);
  });

  test('a report of the former period comes out the same after the turn, whatever was entered for the new one', async () => {
    const asOf = '2026-12-31';
    const before = await report({ today: '2027-01-05', asOf });
    await turn('2027-01-05', '2027-01-01');
    const proof = { doneOn: '10.01.2027', evidenceKind: 'письмо', evidenceNumber: '1' };
    await book.type('executions', 4, {
      school: 'ОО № 2 (демо)',
      measure: '3.2',
      mark: 'выполнено',
      ...proof,
    });
    await book.type('executions', 5, { school: 'ОО № 1 (демо)', measure: '1.2', mark: 'в работе' });
    expect(await report({ today: '2027-01-12', asOf })).toEqual(before);
    const former = await report({ today: '2027-01-12', span: { kind: 'former', start: '2026-01-01' } });
    expect([former.span.title, former.asOf]).toEqual(['2026 год', '2027-01-12']);
    const own = await report({ today: '2027-01-12' });
    expect(own.span.title).toBe('2027 год');
  });

  test('a period that the workbook does not have is refused by name', async () => {
    await expect(
      report({ today: '2026-12-20', span: { kind: 'former', start: '2024-01-01' } }),
    ).rejects.toThrow('период с 01.01.2024 не входит');
  });
});
