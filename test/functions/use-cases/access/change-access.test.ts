import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Role } from '../../../../functions/domain/roles.ts';
import { changeAccess } from '../../../../functions/use-cases/access/change-access.ts';
import { describeHistory } from '../../../../functions/use-cases/history/history-entries.ts';
import { readHistory } from '../../../../functions/use-cases/history/read-history.ts';
import { checkStore } from '../../../../functions/use-cases/monitor/check-store.ts';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import type { Store } from '../../../../functions/use-cases/ports/store.ts';
import { changeCalendars } from '../../../../functions/use-cases/reminders/change-calendars.ts';
import { headKey, headToJson, readKnownHead } from '../../../../functions/use-cases/stored/head/head.ts';
import { readFeed } from '../../../../functions/use-cases/stored/mail/calendar-keys.ts';
import { accepted, BOOK, depsOf } from '../history/accepted.ts';

const METHODIST = 'metodist@example.ru';
const HEAD = 'nachalnik@example.ru';
const NEW = 'novyj@example.ru';

describe('who may what in a workbook', () => {
  let store: Store;
  let deps: Dependencies;

  beforeEach(async () => {
    store = await accepted([
      ['schools', 1, 'create', { name: 'ОО № 1 (демо)' }],
      ['people', 1, 'create', { position: 'методист', address: METHODIST }],
      ['people', 2, 'create', { position: 'директор', address: ' Novyj@example.ru' }],
    ]);
    deps = {
      ...depsOf(store),
      clock: { now: () => '2026-11-23T07:00:00.000Z' },
      pause: async () => {},
    };
    await keepMembers({ [METHODIST]: 'municipal_coordinator', [HEAD]: 'head' });
  });

  async function keepMembers(members: Readonly<Record<string, string>>, more = {}): Promise<void> {
    const { head } = await readKnownHead(store, BOOK);
    await store.commit([
      { kind: 'put', key: headKey(BOOK), data: { ...headToJson(head), members, ...more } },
    ]);
  }

  const change = (email: string, role: Role | null, by = METHODIST) =>
    changeAccess(deps, { workbookId: BOOK, by, wish: { email, role } });
  const members = async () => (await readKnownHead(store, BOOK)).head.members;

  test('is told to those who may change it, with since when and by whom', async () => {
    await change(NEW, 'editor');
    expect((await changeAccess(deps, { workbookId: BOOK, by: HEAD })).members).toEqual([
      { email: METHODIST, role: 'municipal_coordinator', title: 'методист', since: '', by: '' },
      { email: HEAD, role: 'head', title: 'начальник', since: '', by: '' },
      { email: NEW, role: 'editor', title: 'редактор', since: '23.11.2026 12:00', by: METHODIST },
    ]);
    await expect(changeAccess(deps, { workbookId: BOOK, by: NEW })).rejects.toThrow(
      'Роль «редактор» (адрес novyj@example.ru) не даёт смотреть, у кого есть доступ. ' +
        'Это могут: методист, начальник, инженер.',
    );
  });

  test('changes by a word, and each change is a revision of the history that proves itself', async () => {
    await change(NEW, 'viewer');
    await change(NEW, 'editor', HEAD);
    await change(NEW, null);
    expect(await members()).toEqual({ [METHODIST]: 'municipal_coordinator', [HEAD]: 'head' });
    const asked = { workbookId: BOOK, by: METHODIST };
    expect(
      describeHistory(await readHistory(deps, asked))
        .split('\n')
        .slice(1, 4),
    ).toEqual([
      `23.11.2026 12:00, ревизия 4, ${METHODIST}: доступ ${NEW}: «редактор» → нет`,
      `23.11.2026 12:00, ревизия 3, ${HEAD}: доступ ${NEW}: «наблюдатель» → «редактор»`,
      `23.11.2026 12:00, ревизия 2, ${METHODIST}: доступ ${NEW}: нет → «наблюдатель»`,
    ]);
    expect(await checkStore(deps, { ...asked, isFull: true })).toMatchObject({ agrees: true, revision: 4 });
  });

  test('is noticed where somebody rewrites who was let in', async () => {
    await change(NEW, 'viewer');
    await change(HEAD, 'editor');
    const key = `workbooks/${BOOK}/history/000000002-0`;
    const [kept] = await store.getMany([key]);
    const access = [{ email: NEW, before: null, after: 'head' }];
    await store.commit([{ kind: 'put', key, data: { ...kept?.data, access } }]);
    const checked = await checkStore(deps, { workbookId: BOOK, by: METHODIST, isFull: true });
    expect([checked.agrees, checked.message.includes('перед ревизией 3')]).toEqual([false, true]);
  });

  test('does not change twice, and costs then nothing', async () => {
    await change(NEW, 'viewer');
    expect(await change(NEW, 'viewer')).toMatchObject({ status: 'unchanged' });
    expect((await readKnownHead(store, BOOK)).head.revision).toBe(2);
  });

  test('leaves the last coordinator, whoever asks', async () => {
    for (const [role, by] of [
      [null, METHODIST],
      ['head', METHODIST],
      [null, HEAD],
    ] as const)
      await expect(change(METHODIST, role, by)).rejects.toMatchObject({ code: 'last_coordinator' });
    await change(NEW, 'municipal_coordinator');
    await change(METHODIST, null, NEW);
    expect(await members()).toEqual({ [HEAD]: 'head', [NEW]: 'municipal_coordinator' });
  });

  test('leaves the last account of the daily check, and says what would end without it', async () => {
    const [robot, other] = ['shnor@project.iam.gserviceaccount.com', 'new@project.iam.gserviceaccount.com'];
    await change(robot, 'service');
    for (const role of [null, 'viewer'] as const)
      await expect(change(robot, role)).rejects.toThrow(
        `${robot} — единственная служебная запись этой книги: от её имени идут ежедневная проверка и письма`,
      );
    await change(other, 'service');
    await change(robot, null);
    expect((await members())[other]).toBe('service');
  });

  test('is closed together with the calendar addresses that the member knows: their position’s, and what they have issued', async () => {
    await change(NEW, 'viewer');
    expect((await change(NEW, null)).message).toBe(`Доступ для ${NEW} закрыт.`);

    await change(NEW, 'editor');
    let count = 0;
    const secret = { newSecret: () => `тайна ${++count}`, addressOf: (key: string) => key };
    const issued = await changeCalendars(deps, { workbookId: BOOK, by: METHODIST, wish: 'issue', ...secret });
    expect(issued.feeds.map(({ whose }) => whose)).toEqual(['вся книга', 'методист', 'директор']);
    expect((await change(NEW, null)).message).toBe(
      `Доступ для ${NEW} закрыт. Отозваны адреса календаря сроков: директор. ` +
        'Прочие адреса календаря открываются по-прежнему. Выдать новые: меню «ШНОР» → «Календарь сроков…».',
    );
    const opens = async () =>
      await Promise.all(issued.feeds.map(async ({ url }) => (await readFeed(store, url)) !== undefined));
    expect(await opens()).toEqual([true, true, false]);

    await change('vtoroj@example.ru', 'municipal_coordinator');
    expect((await change(METHODIST, null, HEAD)).message).toContain(
      'Отозваны адреса календаря сроков: вся книга, методист. Выдать',
    );
    expect(await opens()).toEqual([false, false, false]);
    const { entries } = await readHistory(deps, { workbookId: BOOK, by: HEAD });
    expect(entries[0]?.what).toBe(
      `доступ ${METHODIST}: «методист» → нет, отозваны адреса календаря: вся книга, методист`,
    );
  });

  test('is no matter of history for those who may not look who has it', async () => {
    await change(NEW, 'viewer');
    const read = async (by: string) => {
      const { entries } = await readHistory(deps, { workbookId: BOOK, by });
      return entries[0]?.what;
    };
    expect([await read(NEW), await read(HEAD)]).toEqual([
      'изменён доступ',
      `доступ ${NEW}: нет → «наблюдатель»`,
    ]);
  });

  test('knows whom it has never let in', async () => {
    await expect(change('nikto@example.ru', null)).rejects.toMatchObject({ code: 'member_unknown' });
    await expect(change('constructor', null)).rejects.toMatchObject({ code: 'member_unknown' });
  });

  test('is kept by roles of the first release as it was, but that accounts of programs decide nothing', async () => {
    const then = {
      [METHODIST]: 'municipal_coordinator',
      [HEAD]: 'head',
      'shnor@project.iam.gserviceaccount.com': 'service',
      'operator@shnor.local': 'service',
    };
    await keepMembers(then, { schema: 1 });
    // The command line of one machine was `service` too, and goes on doing everything.
    expect(await members()).toEqual({
      [METHODIST]: 'municipal_coordinator',
      [HEAD]: 'head',
      'shnor@project.iam.gserviceaccount.com': 'service',
      'operator@shnor.local': 'operator',
    });
  });
});
