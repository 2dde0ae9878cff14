import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeReportState } from '../../../../functions/use-cases/report/state/change-report-state.ts';
import { composeRegionReport } from '../../../../functions/use-cases/report/compose-region-report.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { seedDemo } from '../../../../local/demo/seed-demo.ts';
import { COORDINATOR, openBook, openOffice, TODAY, type Office } from '../../../support/office.ts';

const REQUISITES = {
  institution: 'Региональный центр',
  addressee: '',
  signer: { position: '', name: '' },
  executor: '',
};

describe('the report of a region', () => {
  let office: Office;
  let ids: string[];
  const region = (workbookIds: readonly string[] = ids, by = COORDINATOR) =>
    composeRegionReport(office.deps, { workbookIds, by, today: TODAY, requisites: REQUISITES });

  beforeAll(async () => {
    office = await openOffice();
    ids = [await makeBook('Первый округ'), await makeBook('Второй округ'), await makeBook('Третий округ')];
    for (const workbookId of ids.slice(0, 2)) await publish(workbookId);
  });
  afterAll(() => office.close());

  async function makeBook(title: string): Promise<string> {
    const { workbookId } = await provisionWorkbook(office.deps, {
      title,
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: { [COORDINATOR]: 'municipal_coordinator' },
    });
    const { sheetIds } = await openBook(office.deps, workbookId);
    await seedDemo(office.spreadsheets, workbookId, { sheetIds, today: TODAY });
    return workbookId;
  }

  function publish(workbookId: string) {
    return publishReport(office.deps, { workbookId, by: COORDINATOR, today: TODAY, withErrors: true });
  }

  /** The total of the table of counts, by the keys of its columns. */
  function totalsOf({ document }: Awaited<ReturnType<typeof region>>) {
    const tables = document.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    );
    const table = tables.find(({ columns }) => columns.some(({ key }) => key === 'overdue'));
    const total = table?.rows.find(({ level }) => level === 'total');
    return Object.fromEntries((table?.columns ?? []).map(({ key }, index) => [key, total?.cells[index]]));
  }

  /** What the municipalities are called. */
  function membersIn({ document }: Awaited<ReturnType<typeof region>>): readonly string[] {
    const blocks = document.parts.find(({ key }) => key === 'members')?.blocks ?? [];
    const table = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0];
    return (table?.rows ?? []).filter(({ level }) => level === 'row').map(({ cells }) => String(cells[1]));
  }

  test('adds up the reports, names who has none, and costs one store read a workbook and one a report, and no other call', async () => {
    const calls = { ...office.api.requests() };
    office.counting.reset();
    const outcome = await region();
    expect(office.counting.counts).toMatchObject({ reads: 5, scanned: 0, writes: 0 });
    expect(office.api.requests()).toEqual(calls);
    expect(outcome.notReported).toEqual(['Третий округ']);
    expect(outcome.message).toContain('Третий округ');
    // All three have the institution of a new workbook: alike, they are told apart by their titles.
    const names = (table?: Awaited<ReturnType<typeof region>>) =>
      membersIn(table ?? outcome).map((name) => name.replace('МКУ «Управление образования КГО»', 'УО'));
    expect(names()).toEqual(['УО («Второй округ»)', 'УО («Первый округ»)', 'Третий округ']);
    expect(names(await region(ids.slice(0, 1)))).toEqual(['УО']);
    expect(outcome.sources.map(({ workbookId, number }) => [workbookId, number])).toEqual([
      [ids[0], 1],
      [ids[1], 1],
    ]);
    const one = totalsOf(await region(ids.slice(0, 1)));
    expect([one['overdue'], totalsOf(outcome)['overdue']]).toEqual([2, 4]);
  });

  test('bears the day that the installation has fixed', async () => {
    const clock = { ...office.deps.clock, fixedToday: '2026-12-01' } as const;
    const { document } = await composeRegionReport(
      { ...office.deps, clock },
      { workbookIds: ids, by: COORDINATOR, requisites: REQUISITES },
    );
    expect(document.date).toBe('2026-12-01');
  });

  test('the same workbooks give the same value, in whatever order and however often they are named', async () => {
    const [first = '', second = '', third = ''] = ids;
    const { document } = await region([third, first, second, first]);
    expect(document).toEqual((await region()).document);
  });

  test('a recalled report is not added up any more', async () => {
    const [workbookId = ''] = ids;
    await changeReportState(office.deps, {
      workbookId,
      by: COORDINATOR,
      number: 1,
      wish: { state: 'recalled', reason: 'Ошибка' },
    });
    expect((await region()).notReported).toEqual(['Первый округ', 'Третий округ']);
    await publish(workbookId);
    expect((await region()).sources.map(({ number }) => number)).toEqual([2, 1]);
  });

  test('a workbook that nobody knows, one that is not yours, and none at all are refused', async () => {
    await expect(region(['nobody-knows'])).rejects.toMatchObject({ code: 'workbook_unknown' });
    await expect(region(ids, 'stranger@example.ru')).rejects.toMatchObject({ code: 'access_denied' });
    await expect(region([])).rejects.toMatchObject({ code: 'region_refused' });
  });
});
