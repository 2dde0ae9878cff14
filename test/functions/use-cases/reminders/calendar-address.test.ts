import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import { changeCalendars } from '../../../../functions/use-cases/reminders/change-calendars.ts';
import { readCalendar } from '../../../../functions/use-cases/reminders/read-calendar.ts';
import { newHead } from '../../../../functions/use-cases/stored/head/new-head.ts';
import { fencedHead } from '../../../../functions/use-cases/stored/plan-commit.ts';
import { STAFF_WORKSHEETS } from '../../../../functions/domain/records/worksheet-key.ts';
import { createMemoryStore } from '../../../simulation/world/memory-store.ts';

const [COORDINATOR, EDITOR] = ['coordinator@example.ru', 'editor@example.ru'];
const SHEETS = [...STAFF_WORKSHEETS, 'control', 'about', 'overview', 'instruction'];

describe('the secret address of a calendar', () => {
  let now = '';
  let deps: Dependencies;

  beforeEach(async () => {
    now = '2026-03-02T06:00:00.000Z';
    const store = createMemoryStore();
    // No spreadsheet: control dates are read from the store alone.
    deps = { store, clock: { now: () => now }, pause: async () => {} } as unknown as Dependencies;
    const head = newHead(undefined, {
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      members: { [COORDINATOR]: 'municipal_coordinator', [EDITOR]: 'editor' },
      sheetIds: Object.fromEntries(SHEETS.map((key, index) => [key, index])),
    });
    await store.commit([fencedHead('A', head, 'absent')]);
  });

  const change = (by: string, wish?: 'issue' | 'revoke') => {
    const addressed = { newSecret: () => 'тайна', addressOf: (secret: string) => secret };
    return changeCalendars(deps, { workbookId: 'A', by, ...addressed, ...(wish && { wish }) });
  };
  const read = async (instant: string) => {
    now = instant;
    return (await readCalendar(deps, { secret: 'тайна' })).calendar?.events.map(({ day, title }) => [
      day,
      title,
    ]);
  };
  const UNKNOWN = { code: 'calendar_unknown' };

  test('is good for a year, and in its last days the calendar says so itself', async () => {
    await change(COORDINATOR, 'issue');
    expect(await read('2026-03-02T06:00:00.000Z')).toEqual([]);
    expect(await read('2027-01-30T06:00:00.000Z')).toEqual([]);
    const last = [['2027-03-01', 'ШНОР: последний день этого календаря']];
    expect(await read('2027-01-31T06:00:00.000Z')).toEqual(last);
    expect(await read('2027-03-01T18:59:00.000Z')).toEqual(last);
    // In the workbook's zone it is the next day.
    await expect(read('2027-03-01T19:00:00.000Z')).rejects.toMatchObject(UNKNOWN);
  });

  test('is given out and revoked by those who lead; whoever types may see that there is one', async () => {
    await change(COORDINATOR, 'issue');
    await expect(change(EDITOR, 'revoke')).rejects.toMatchObject({ code: 'read_only_role' });
    await expect(change(EDITOR, 'issue')).rejects.toMatchObject({ code: 'read_only_role' });
    expect((await change(EDITOR)).feeds).toMatchObject([{ whose: 'вся книга', url: '' }]);
    await change(COORDINATOR, 'revoke');
    await expect(read('2026-03-02T07:00:00.000Z')).rejects.toMatchObject(UNKNOWN);
  });
});
