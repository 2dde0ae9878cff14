import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readRuns, RUNS_KEPT, runKey } from '../../../../functions/use-cases/stored/runs/runs.ts';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import { fencedHead } from '../../../../functions/use-cases/stored/plan-commit.ts';
import { readKnownHead } from '../../../../functions/use-cases/stored/head/head.ts';
import type { Spreadsheets } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { OWN_TABS_FORM } from '../../../../functions/workbook/server-sheets/server-sheets.ts';
import { addDays, type CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';

/** Each run by its own clock, as the schedule calls it: nobody names the day. */
describe('the runs of a workbook', () => {
  let office: Office;
  let book: Book;
  const runAt = (instant: string) =>
    runMonitoring(
      { ...office.deps, clock: { now: () => instant } },
      { workbookId: book.workbookId, by: COORDINATOR },
    );
  const lastRun = async () => (await book.head()).runs?.last;

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР' });
  });
  afterAll(() => office.close());

  test('the first one has nothing to compare with', async () => {
    await runAt('2026-08-27T02:00:00.000Z');
    expect(await lastRun()).toMatchObject({ day: '2026-08-27', changes: null, since: null, missed: null });
  });

  test('an unchanged day is kept in the head alone', async () => {
    office.counting.reset();
    await runAt('2026-08-28T02:00:00.000Z');
    expect(office.counting.counts).toEqual({ reads: 1, scanned: 0, writes: 1, commits: 1 });
    expect(await lastRun()).toMatchObject({ changes: { fresh: 0, gone: 0, worse: 0 }, since: '2026-08-27' });
  });

  test('days missed are caught up in one run that says so, and tells what got worse', async () => {
    const { message } = await runAt('2026-09-02T02:00:00.000Z');
    expect(message).toContain('Проверки не было 4 дня (29.08.2026 – 01.09.2026)');
    const run = await lastRun();
    expect(run).toMatchObject({
      since: '2026-08-28',
      missed: { start: '2026-08-29', end: '2026-09-01' },
      figures: { overdue: 2 },
    });
    const [document] = await readRuns(office.deps.store, book.workbookId, { until: '2026-09-02', days: 30 });
    expect(document?.by).toBe(COORDINATOR);
    expect(document?.worse.length).toBeGreaterThan(0);
  });

  test('a second delivery changes nothing: neither sheets nor store', async () => {
    office.counting.reset();
    const before = office.api.requests()['batchUpdate'];
    await runAt('2026-09-02T02:00:01.000Z');
    expect([office.counting.counts.writes, office.api.requests()['batchUpdate']]).toEqual([0, before]);
  });

  test('a clock a day behind does nothing twice and says so; one years behind does not end all runs', async () => {
    office.counting.reset();
    const behind = await runAt('2026-09-01T02:00:00.000Z');
    expect(behind.message).toContain('уже проверен');
    expect([office.counting.counts.writes, (await lastRun())?.day]).toEqual([0, '2026-09-02']);
    await runAt('2036-09-01T02:00:00.000Z');
    const healed = await runAt('2026-09-03T02:00:00.000Z');
    expect(healed.message).toContain('01.09.2036');
    const { runs } = await book.head();
    expect([runs?.last.setBackFrom, runs?.trend.at(-1)?.day]).toEqual(['2036-09-01', '2026-09-03']);
    expect(runs?.trend.every(({ day }) => day <= '2026-09-03')).toBe(true);
  });

  test('the day is the workbook’s own, wherever the machine stands: Yekaterinburg is five hours ahead', async () => {
    await runAt('2026-09-03T18:59:59.000Z');
    expect((await lastRun())?.day).toBe('2026-09-03');
    await runAt('2026-09-03T19:00:00.000Z');
    expect((await lastRun())?.day).toBe('2026-09-04');
  });

  test('a newer program draws our own tabs once, though nothing was typed and the day is looked at already', async () => {
    const clock = { now: () => '2026-09-04T02:00:00.000Z' };
    const own = new Set([book.sheetIds.control, book.sheetIds.overview]);
    const drawn: number[] = [];
    const spreadsheets: Spreadsheets = {
      ...office.spreadsheets,
      apply: (workbookId, edits, ...rest) => {
        drawn.push(
          ...edits.flatMap((edit) => ('sheetId' in edit && own.has(edit.sheetId) ? [edit.sheetId] : [])),
        );
        return office.spreadsheets.apply(workbookId, edits, ...rest);
      },
    };
    const pass = () =>
      syncWorkbook({ ...office.deps, clock, spreadsheets }, { workbookId: book.workbookId, by: COORDINATOR });
    await pass();
    expect(drawn).toEqual([]);
    const stored = await readKnownHead(office.deps.store, book.workbookId);
    const older = { ...stored.head, form: OWN_TABS_FORM - 1 };
    await office.deps.store.commit([fencedHead(book.workbookId, older, stored.version)]);
    office.counting.reset();
    await pass();
    expect([new Set(drawn), office.counting.counts]).toEqual([
      own,
      { reads: 1, scanned: 0, writes: 1, commits: 1 },
    ]);
    await pass();
    expect([drawn.length, office.counting.counts.writes]).toEqual([own.size, 1]);
  });

  test('killed between its commit and the sheets, the next call writes what is lacking and counts nothing twice', async () => {
    const apply = () => Promise.reject(new Error('killed'));
    const clock = { now: () => '2026-09-05T02:00:00.000Z' };
    const dying = { ...office.deps, clock, spreadsheets: { ...office.spreadsheets, apply } };
    await expect(runMonitoring(dying, { workbookId: book.workbookId, by: COORDINATOR })).rejects.toThrow(
      'killed',
    );
    const kept = await lastRun();
    expect(kept?.day).toBe('2026-09-05');
    await runAt('2026-09-05T02:05:00.000Z');
    expect((await book.grid('overview'))[0]?.[0]).toBe('Обзор на 05.09.2026');
    const { runs } = await book.head();
    expect([runs?.last.changes, runs?.trend.filter(({ day }) => day === '2026-09-05')]).toEqual([
      kept?.changes,
      [expect.objectContaining({ day: '2026-09-05' })],
    ]);
  });

  test('of the documents of old runs the new ones take the places', () => {
    const day: CalendarDate = '2026-03-01';
    expect(runKey('w', addDays(day, RUNS_KEPT))).toBe(runKey('w', day));
    const keys = Array.from({ length: RUNS_KEPT }, (_, at) => runKey('w', addDays(day, at)));
    expect(new Set(keys).size).toBe(RUNS_KEPT);
  });
});
