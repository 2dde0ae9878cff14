import { connectSpreadsheets } from '../../../../../functions/adapters/google-sheets/connect.ts';
import { addDays, type CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import { runMonitoring } from '../../../../../functions/use-cases/monitor/run-monitoring.ts';
import type { Letter } from '../../../../../functions/use-cases/ports/mail.ts';
import type { Spreadsheets } from '../../../../../functions/use-cases/ports/spreadsheets.ts';
import type { StoreWrite } from '../../../../../functions/use-cases/ports/store.ts';
import { provisionWorkbook } from '../../../../../functions/use-cases/provision/provision-workbook.ts';
import { syncWorkbook } from '../../../../../functions/use-cases/sync/reconcile.ts';
import { settingsSeed } from '../../../../../functions/workbook/worksheets/settings.ts';
import type { Spreadsheet } from '../../../../../local/sheets-api/model/types.ts';
import { createRandom } from '../../../../simulation/random.ts';
import { createMemoryApi } from '../../../../simulation/world/memory-api.ts';
import { createMemoryStore } from '../../../../simulation/world/memory-store.ts';
import { openBook, type Book } from '../../../../support/office.ts';
import { AT_FIRST, TYPED, ZONE, type Typed } from './department.ts';
import { createOutbox } from './letters.ts';

const BY = 'coordinator@example.ru';
const MOST_TRIES = 20;

class Killed extends Error {}

/**
 * The days over the stand-in's model and a store, both in memory: the whole run, each delivered twice, and of so many
 * deliveries one dies at a random call outside, whether that was carried out or not. A run that was killed is delivered
 * again after a quarter of an hour. Gives the letters that went out.
 */
export async function playKilled(
  days: readonly CalendarDate[],
  { oneIn }: { readonly oneIn: number },
): Promise<readonly Letter[]> {
  const office = openInMemory();
  const book = await office.provision();
  for (const typed of AT_FIRST) await type(book, typed);
  const random = createRandom(148);
  let now = '';
  for (const day of days) {
    for (const typed of TYPED[day] ?? []) await type(book, typed);
    // At nine, or at two in the night, when it is still the day before in UTC and letters wait for the morning.
    const isNight = random.chance(0.3);
    now = isNight ? `${addDays(day, -1)}T21:00:00.000Z` : `${day}T04:00:00.000Z`;
    for (const delivery of [1, 2]) {
      for (let tries = 0; !(await deliver()) && tries < MOST_TRIES; tries++) later(15);
      if (delivery === 1) later(5);
    }
    later(isNight ? 400 : 60);
    await syncWorkbook(
      office.depsOf(() => now),
      { workbookId: book.workbookId, by: BY },
    );
  }
  return [...office.outbox.letters.values()];

  function later(minutes: number): void {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  }

  /** False where the run was killed. */
  async function deliver(): Promise<boolean> {
    const killedAt = random.chance(1 / oneIn) ? 1 + random.below(8) : 0;
    const isCarriedOut = random.chance(0.5);
    try {
      const deps = office.depsOf(() => now, killedAt > 0 ? { killedAt, isCarriedOut } : undefined);
      await runMonitoring(deps, { workbookId: book.workbookId, by: BY });
      return true;
    } catch (error) {
      if (error instanceof Killed) return false;
      throw error;
    }
  }
}

async function type(book: Book, [sheet, row, cells]: Typed): Promise<void> {
  const known = settingsSeed(2026).findIndex(({ name }) => sheet === 'settings' && name === cells['name']);
  await book.type(sheet, known < 0 ? row : 2 + known, cells);
}

interface Death {
  /** The call outside that never comes back, counted from 1. */
  readonly killedAt: number;
  readonly isCarriedOut: boolean;
}

function openInMemory() {
  let spreadsheet: Spreadsheet | undefined;
  let nextId = 1;
  const newId = (kind: string) => (kind === 'spreadsheet' ? 'played-workbook' : String(nextId++));
  const world = {
    read: () => spreadsheet,
    save: (after: Spreadsheet) => (spreadsheet = after),
    around: () => ({ now: new Date('2026-01-01T04:00:00Z'), newId, email: undefined }),
  };
  const api = createMemoryApi(world, async ({ arrive }) => arrive());
  const budget = { readsPerMinute: 1e9, writesPerMinute: 1e9 };
  const spreadsheets = connectSpreadsheets({ auth: async () => 'played', api: async () => api, budget });
  const store = createMemoryStore();
  const outbox = createOutbox();

  function depsOf(now: () => string, death?: Death) {
    let calls = 0;
    const mortal =
      <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
      async (...args: Args): Promise<Value> => {
        calls += 1;
        if (calls !== death?.killedAt) return await call(...args);
        if (death.isCarriedOut) await call(...args);
        throw new Killed();
      };
    return {
      clock: { now },
      pause: async () => {},
      store: {
        ...store,
        getMany: mortal((keys: readonly string[]) => store.getMany(keys)),
        commit: mortal((writes: readonly StoreWrite[]) => store.commit(writes)),
      },
      spreadsheets: {
        ...spreadsheets,
        apply: mortal((...asked: Parameters<Spreadsheets['apply']>) => spreadsheets.apply(...asked)),
        readValues: mortal((...asked: Parameters<Spreadsheets['readValues']>) =>
          spreadsheets.readValues(...asked),
        ),
      },
      mail: { ...outbox, send: mortal((letter: Letter) => outbox.send(letter)) },
    };
  }

  async function provision(): Promise<Book> {
    const deps = depsOf(() => '2026-01-01T04:00:00.000Z');
    const { workbookId } = await provisionWorkbook(deps, {
      title: 'ШНОР',
      timeZone: ZONE,
      today: '2026-01-01',
      members: { [BY]: 'municipal_coordinator' },
    });
    return await openBook(deps, workbookId);
  }

  return { outbox, depsOf, provision };
}
