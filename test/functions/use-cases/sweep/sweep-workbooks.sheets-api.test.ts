import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createInProcessTasks } from '../../../../functions/adapters/tasks/in-process.ts';
import { headKey, readKnownHead } from '../../../../functions/use-cases/stored/head/head.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { carryOutTask } from '../../../../functions/use-cases/sweep/carry-out-task.ts';
import { sweepWorkbooks } from '../../../../functions/use-cases/sweep/sweep-workbooks.ts';
import { SpreadsheetAccessError } from '../../../../functions/use-cases/ports/spreadsheet-errors.ts';
import type { Spreadsheets } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import type { Task, Tasks } from '../../../../functions/use-cases/ports/tasks.ts';
import { openOffice, TODAY, type Office } from '../../../support/office.ts';

const ROBOT = 'robot@example.ru';

/** Three workbooks of the robot's, far apart in the world, one that it does not serve. */
describe('a sweep over all workbooks', () => {
  let office: Office;
  const ids: Record<string, string> = {};
  const provision = async (title: string, timeZone: string, role: 'service' | 'head') => {
    const members = { [ROBOT]: role };
    const { workbookId } = await provisionWorkbook(office.deps, { title, timeZone, today: TODAY, members });
    ids[title] = workbookId;
  };
  const monitoredOn = async (title: string) =>
    (await readKnownHead(office.deps.store, ids[title] ?? '')).head.monitoredOn;

  beforeAll(async () => {
    office = await openOffice();
    await provision('Камчатка', 'Asia/Kamchatka', 'service');
    await provision('Урал', 'Asia/Yekaterinburg', 'service');
    await provision('Балтика', 'Europe/Kaliningrad', 'service');
    await provision('Чужая', 'Asia/Yekaterinburg', 'head');
  });
  afterAll(() => office.close());

  /** By a clock that stands at the instant. */
  function sweepAt(
    instant: string,
    options: {
      readonly tasks?: Tasks;
      readonly function?: Task['function'];
      spreadsheets?: Spreadsheets;
    } = {},
  ) {
    const { spreadsheets = office.deps.spreadsheets } = options;
    const deps = { ...office.deps, spreadsheets, clock: { now: () => instant } };
    const inProcess = createInProcessTasks({
      carryOut: (task) => carryOutTask(deps, task),
      pause: async () => {},
    });
    return sweepWorkbooks(
      { ...deps, tasks: options.tasks ?? inProcess },
      { function: options.function ?? 'monitor', by: ROBOT, scheduledAt: instant },
    );
  }

  test('runs each in its own zone at its own morning, and once a day', async () => {
    // 07:00 in Kamchatka, 00:00 in Yekaterinburg, 21:00 of the day before in Kaliningrad.
    const night = await sweepAt('2026-11-22T19:00:00.000Z');
    expect(night).toMatchObject({ workbooks: 4, due: 2, done: 2, closed: 1, failedCount: 0 });
    expect([await monitoredOn('Камчатка'), await monitoredOn('Урал'), await monitoredOn('Балтика')]).toEqual([
      '2026-11-23',
      null,
      '2026-11-22',
    ]);
    const morning = await sweepAt('2026-11-23T01:00:00.000Z');
    expect([morning.due, await monitoredOn('Урал')]).toEqual([1, '2026-11-23']);
    expect((await sweepAt('2026-11-23T02:00:00.000Z')).due).toBe(0);
  });

  test('puts one task into the queue for each, under a name that a doubled schedule repeats', async () => {
    const names: string[] = [];
    const tasks: Tasks = {
      enqueue: async ({ name }) => {
        const status = names.includes(name) ? 'known' : 'queued';
        names.push(name);
        return { status };
      },
    };
    const first = await sweepAt('2026-11-24T05:00:00.000Z', { tasks });
    const doubled = await sweepAt('2026-11-24T05:00:00.000Z', { tasks });
    expect([first.queued, first.known, doubled.queued, doubled.known]).toEqual([3, 0, 0, 3]);
    // What is still without its run an hour later is put there anew: that is how a failed one is tried again.
    expect((await sweepAt('2026-11-24T06:00:00.000Z', { tasks })).queued).toBe(3);
    expect(names.every((name) => /^[\w-]{1,500}$/u.test(name))).toBe(true);
  });

  test('names those whose morning is long over without a run, so that somebody is woken', async () => {
    const tasks: Tasks = { enqueue: async () => ({ status: 'queued' }) };
    const { late, message } = await sweepAt('2026-11-24T06:00:00.000Z', { tasks });
    // 18:00 in Kamchatka, 11:00 in Yekaterinburg, 08:00 in Kaliningrad.
    expect([late, message.includes('Без сегодняшней проверки, хотя утро прошло: 2.')]).toEqual([2, true]);
  });

  test('goes on where a workbook is gone, or stored in a damaged way, and says which', async () => {
    const { deps } = office;
    const lost = async (workbookId: string) => {
      const { head } = await readKnownHead(deps.store, ids['Урал'] ?? '');
      const data = { ...head, title: workbookId } as never;
      await deps.store.commit([{ kind: 'put', key: headKey(workbookId), data }]);
    };
    await lost('gone');
    await deps.store.commit([{ kind: 'put', key: headKey('damaged'), data: { title: 'Сломана' } }]);
    const outcome = await sweepAt('2026-11-25T05:00:00.000Z');
    expect(outcome).toMatchObject({ workbooks: 6, due: 4, done: 3, closed: 1, damaged: 1, failedCount: 1 });
    expect(outcome.failed).toEqual([
      expect.objectContaining({ workbookId: 'gone', title: 'gone', code: 'spreadsheet_not_found' }),
    ]);
    expect(outcome.message).toContain('«gone»: Таблица «gone» не найдена');
    expect((await sweepAt('2026-11-25T06:00:00.000Z')).due).toBe(1);
  });

  test('says which workbook is shared no more; one that is renamed is found all the same', async () => {
    const { api, deps } = office;
    const renamed = { updateSpreadsheetProperties: { properties: { title: 'Иначе' }, fields: 'title' } };
    await fetch(new URL(`v4/spreadsheets/${ids['Урал']}:batchUpdate`, api.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [renamed] }),
    });
    const closed: Spreadsheets['readValues'] = async (workbookId, ...rest) => {
      if (workbookId === ids['Балтика'])
        throw new SpreadsheetAccessError({ spreadsheetId: workbookId, reason: '403' });
      return await deps.spreadsheets.readValues(workbookId, ...rest);
    };
    const spreadsheets = { ...deps.spreadsheets, readValues: closed };
    const outcome = await sweepAt('2026-11-26T05:00:00.000Z', { spreadsheets });
    expect(outcome.failed).toContainEqual(
      expect.objectContaining({ workbookId: ids['Балтика'], code: 'spreadsheet_access' }),
    );
    expect(outcome.failed).not.toContainEqual(expect.objectContaining({ workbookId: ids['Урал'] }));
  });

  test('has a half-typed row looked at again once it has had its time, though the morning’s look is done', async () => {
    const asked: (readonly [Task['function'], string])[] = [];
    const tasks: Tasks = {
      enqueue: async ({ function: name, workbookId }) => {
        asked.push([name, workbookId]);
        return { status: 'queued' };
      },
    };
    const { deps } = office;
    const workbookId = ids['Балтика'] ?? '';
    const { head } = await readKnownHead(deps.store, workbookId);
    const begun = { ...head, monitoredOn: '2026-11-26', graceUntil: '2026-11-26T09:05:00.000Z' };
    const put = (data: object) =>
      deps.store.commit([{ kind: 'put', key: headKey(workbookId), data: data as never }]);
    await put(begun);
    await sweepAt('2026-11-26T09:04:00.000Z', { tasks });
    expect(asked).not.toContainEqual([expect.anything(), workbookId]);
    await sweepAt('2026-11-26T10:00:00.000Z', { tasks });
    await put(head);
    expect(asked.filter(([, id]) => id === workbookId)).toEqual([['sync', workbookId]]);
  });

  test('goes over all where a bug of ours stops one, and tells of the bug then', async () => {
    const { deps } = office;
    const { head } = await readKnownHead(deps.store, ids['Урал'] ?? '');
    const nowhere = { ...head, timeZone: 'Nowhere/Nowhere' } as never;
    // More than are put into the queue at once, and before all others.
    const keys = Array.from({ length: 10 }, (_, index) => headKey(`0000-${index}`));
    await deps.store.commit(keys.map((key) => ({ kind: 'put', key, data: nowhere })));
    const asked: string[] = [];
    const tasks: Tasks = {
      enqueue: async ({ workbookId }) => {
        asked.push(workbookId);
        return { status: 'queued' };
      },
    };
    await expect(sweepAt('2026-11-27T05:00:00.000Z', { tasks })).rejects.toThrow('no instant or no zone');
    expect(asked).toEqual(expect.arrayContaining(['Камчатка', 'Урал', 'Балтика'].map((each) => ids[each])));
    await deps.store.commit(keys.map((key) => ({ kind: 'delete', key })));
  });

  test('synchronises all as well, at any hour', async () => {
    const outcome = await sweepAt('2026-11-25T20:00:00.000Z', { function: 'sync' });
    expect(outcome).toMatchObject({ due: 4, done: 3, failedCount: 1, late: 0 });
  });

  test('of no workbooks says that there are none yet', async () => {
    const { store } = office.deps;
    const empty = { ...office.deps, store: { ...store, scan: async () => [] } };
    const tasks: Tasks = { enqueue: async () => ({ status: 'queued' }) };
    const outcome = await sweepWorkbooks({ ...empty, tasks }, { function: 'monitor', by: ROBOT });
    expect(outcome).toMatchObject({
      workbooks: 0,
      due: 0,
      message: 'Проверка сроков: книг ещё нет. Первую подключает команда provision.',
    });
  });

  test('is nobody’s but a service’s', async () => {
    const sweep = () =>
      sweepWorkbooks(
        { ...office.deps, tasks: { enqueue: async () => ({ status: 'queued' }) } },
        { function: 'monitor', by: 'stranger@example.ru' },
      );
    await expect(sweep()).rejects.toMatchObject({ code: 'sweep_denied', kind: 'denied' });
  });
});
