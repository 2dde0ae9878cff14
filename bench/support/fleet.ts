import { join } from 'node:path';
import { connectSpreadsheets } from '../../functions/adapters/google-sheets/connect.ts';
import { createMeter } from '../../functions/adapters/shared/meter.ts';
import { openSqliteStore } from '../../functions/adapters/sqlite/store.ts';
import { createInProcessTasks } from '../../functions/adapters/tasks/in-process.ts';
import type { CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { Dependencies } from '../../functions/use-cases/ports/dependencies.ts';
import { noUsage, type Usage } from '../../functions/use-cases/ports/meter.ts';
import { provisionWorkbook } from '../../functions/use-cases/provision/provision-workbook.ts';
import { headKey, headToJson, readKnownHead } from '../../functions/use-cases/stored/head/head.ts';
import { carryOutTask } from '../../functions/use-cases/sweep/carry-out-task.ts';
import { sweepWorkbooks } from '../../functions/use-cases/sweep/sweep-workbooks.ts';
import type { Spreadsheet } from '../../local/sheets-api/model/types.ts';
import { startSheetsApi, type SheetsApi } from '../../local/sheets-api/server.ts';
import type { Storage } from '../../local/sheets-api/storage.ts';
import { fillWorkbook } from '../../test/support/large-workbook.ts';
import { makeTempFolder } from '../../test/support/temp-folder.ts';

export interface FleetRun {
  readonly done: number;
  readonly failed: number;
  /** By the clock that both sides go by. */
  readonly ms: number;
  readonly shortestMs: number;
  readonly isLimited: boolean;
  readonly usage: Usage;
  /** Calls that had to be made again: without faults only a 429 asks for that. */
  readonly retried: number;
  /** Of both sides: the stand-in is in the same process. */
  readonly peakMb: number;
}

export interface Fleet {
  /** Monitors all workbooks, as a sweep at that day's morning does. */
  sweep(day: CalendarDate, quotas: 'with quotas' | 'without quotas'): Promise<FleetRun>;
  close(): Promise<void>;
}

const ROBOT = 'robot@example.ru';
const GRANTED = 60;
const SCHOOLS = 10;
const MEASURES_A_SCHOOL = 9;
/** Enough that no budget of ours is felt. */
const UNLIMITED = { readsPerMinute: 1_000_000, writesPerMinute: 1_000_000 };

/** `count` workbooks, the copies of one that staff have filled in and nobody has synchronised. */
export async function openFleet(count: number): Promise<Fleet> {
  const folder = makeTempFolder();
  const storage = keepInMemory();
  // Waiting moves the clock and takes no time; work takes the time it takes.
  let [skipped, retries] = [0, 0];
  const runtime = {
    now: () => Date.now() + skipped,
    sleep: async (ms: number) => void (skipped += ms),
    // Asked for once a retry, for its jitter.
    random: () => {
      retries++;
      return Math.random();
    },
  };
  const meter = createMeter(runtime.now);
  const store = meter.meterStore(openSqliteStore(join(folder.path, 'store.sqlite')));
  const open = async (isLimited: boolean) => {
    const api = await startSheetsApi({
      dataDir: folder.path,
      storage,
      port: 0,
      now: () => new Date(runtime.now()),
      ...(isLimited && { quota: { perUser: GRANTED, perProject: 300 } }),
    });
    const spreadsheets = connectSpreadsheets({
      rootUrl: api.url,
      auth: async () => 'bench',
      runtime,
      onCall: meter.onSheetsCall,
      ...(!isLimited && { budget: UNLIMITED }),
    });
    return { api, spreadsheets };
  };
  await prepare(count, { storage, store, open });
  return {
    async sweep(day, quotas) {
      const isLimited = quotas === 'with quotas';
      const { api, spreadsheets } = await open(isLimited);
      const deps = { store, spreadsheets, clock: morningOf(day, runtime.now), pause: runtime.sleep };
      const usage = noUsage();
      const [started, before] = [runtime.now(), retries];
      const tasks = createInProcessTasks({
        carryOut: (task) => carryOutTask(deps, task),
        pause: runtime.sleep,
      });
      const outcome = await meter.measure(usage, () =>
        sweepWorkbooks({ ...deps, tasks }, { function: 'monitor', by: ROBOT }),
      );
      await api.close();
      return {
        done: outcome.done,
        failed: outcome.failedCount,
        ms: runtime.now() - started,
        shortestMs: (Math.max(usage.sheetsReads, usage.sheetsWrites) / GRANTED) * 60_000,
        isLimited,
        usage,
        retried: retries - before,
        peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      };
    },
    async close() {
      await store.close();
      folder.remove();
    },
  };
}

interface Preparing {
  readonly storage: Storage;
  readonly store: Dependencies['store'];
  readonly open: (
    isLimited: boolean,
  ) => Promise<{ readonly api: SheetsApi } & Pick<Dependencies, 'spreadsheets'>>;
}

async function prepare(count: number, { storage, store, open }: Preparing): Promise<void> {
  const { api, spreadsheets } = await open(false);
  const today: CalendarDate = '2026-11-22';
  const deps = { store, spreadsheets, clock: { now: () => `${today}T06:00:00.000Z` }, pause: async () => {} };
  const { workbookId } = await provisionWorkbook(deps, {
    title: 'ШНОР',
    timeZone: 'Asia/Yekaterinburg',
    today,
    members: { [ROBOT]: 'service' },
  });
  const { head } = await readKnownHead(store, workbookId);
  const rows = SCHOOLS * MEASURES_A_SCHOOL;
  await fillWorkbook(spreadsheets, workbookId, { sheetIds: head.sheetIds, rows });
  await api.close();
  const book = storage.read(workbookId);
  if (!book) throw new Error('the workbook was not made');
  for (let copy = 1; copy < count; copy++) {
    const id = `copy-${copy}`;
    storage.save({ ...book, id });
    await store.commit([{ kind: 'put', key: headKey(id), data: headToJson(head) }]);
  }
}

/** Six in the morning in Yekaterinburg, and on from there. */
function morningOf(day: CalendarDate, now: () => number): Dependencies['clock'] {
  const started = now();
  const morning = Date.parse(`${day}T01:00:00.000Z`);
  return { now: () => new Date(morning + now() - started).toISOString() };
}

function keepInMemory(): Storage {
  const books = new Map<string, Spreadsheet>();
  return {
    read: (id) => books.get(id),
    save: (after) => void books.set(after.id, after),
    close: () => {},
  };
}
