import { formatState } from '../../../../../functions/domain/assessment/states/format-state.ts';
import type { Assessment } from '../../../../../functions/domain/assessment/assessed.ts';
import { addDays, type CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import {
  STAFF_WORKSHEETS,
  type StaffWorksheetKey,
} from '../../../../../functions/domain/records/worksheet-key.ts';
import type { Letter } from '../../../../../functions/use-cases/ports/mail.ts';
import { todayIn } from '../../../../../functions/use-cases/ports/today.ts';
import { planMail } from '../../../../../functions/use-cases/reminders/plan-mail.ts';
import { sendReminders } from '../../../../../functions/use-cases/reminders/send-reminders.ts';
import { readKnownHead } from '../../../../../functions/use-cases/stored/head/head.ts';
import { newHead } from '../../../../../functions/use-cases/stored/head/new-head.ts';
import { fencedHead } from '../../../../../functions/use-cases/stored/plan-commit.ts';
import { assessTables } from '../../../../../functions/use-cases/sync/plan-reconcile.ts';
import type { Tables } from '../../../../../functions/use-cases/sync/reading/read-sheets.ts';
import type { RecordRows } from '../../../../../functions/workbook/parse/parse-records.ts';
import { parseTable } from '../../../../../functions/workbook/table/table.ts';
import { settingsSeed } from '../../../../../functions/workbook/worksheets/settings.ts';
import { WORKSHEETS } from '../../../../../functions/workbook/worksheets/index.ts';
import type { Cell } from '../../../../../functions/workbook/layout/layout.ts';
import { createMemoryStore } from '../../../../simulation/world/memory-store.ts';
import { AT_FIRST, ROWS, TYPED, ZONE, type Typed } from './department.ts';
import { createOutbox, shortDay, whoHears } from './letters.ts';
import type { Line } from './table.ts';

/** What the year came to, in the words of the table. */
export interface YearPlayed {
  readonly rows: Readonly<Record<string, readonly Line[]>>;
  readonly lateAct: readonly string[];
  readonly letters: readonly Letter[];
}

const WORKBOOK = 'played-workbook';
const SHEETS = [...STAFF_WORKSHEETS, 'control', 'about', 'overview', 'instruction'];

/** Cells as they were typed, without a spreadsheet between. */
type Sheets = Readonly<Record<StaffWorksheetKey, Map<number, Record<string, Cell>>>>;

/**
 * The year by its plans alone: reading the rows, assessing them, planning and sending letters are the product's, on a
 * store in memory; each morning is delivered twice.
 */
export async function playPlans(): Promise<YearPlayed> {
  const sheets = Object.fromEntries(
    STAFF_WORKSHEETS.map((key) => [key, new Map<number, Record<string, Cell>>()]),
  ) as Sheets;
  const settings = settingsSeed(2026).map((cells, index): Typed => ['settings', 2 + index, cells]);
  for (const typed of [...settings, ...AT_FIRST]) type(sheets, typed);
  const office = await openPlans();
  const days: { readonly day: CalendarDate; readonly assessment: Assessment }[] = [];
  for (let day: CalendarDate = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    for (const typed of TYPED[day] ?? []) type(sheets, typed);
    days.push({ day, assessment: await office.playDay(day, rowsOf(sheets)) });
  }
  const letters = [...office.outbox.letters.values()];
  return { ...tell(days, letters), letters };
}

function type(sheets: Sheets, [sheet, row, cells]: Typed): void {
  const known =
    sheet === 'settings'
      ? [...sheets.settings].find(([, { name }]) => name === cells['name'])?.[0]
      : undefined;
  const at = known ?? row;
  sheets[sheet].set(at, { ...sheets[sheet].get(at), ...cells });
}

function rowsOf(sheets: Sheets): RecordRows {
  const entries = STAFF_WORKSHEETS.map((key) => [
    key,
    [...sheets[key]].map(([row, cells]) => ({
      id: `${WORKSHEETS[key].idPrefix}${row}`,
      staff: Object.fromEntries(
        WORKSHEETS[key].columns.map((column) => [column.key, cells[column.key] ?? null]),
      ),
    })),
  ]);
  return Object.fromEntries(entries) as RecordRows;
}

/** Headers alone: nothing is lost of the sheets as such. */
const TABLES = Object.fromEntries(
  STAFF_WORKSHEETS.map((key) => [
    key,
    parseTable(WORKSHEETS[key], {
      sheetId: 1,
      title: WORKSHEETS[key].title,
      rows: [WORKSHEETS[key].columns.map(({ title }) => title)],
    }),
  ]),
) as Tables;

async function openPlans() {
  const store = createMemoryStore();
  const outbox = createOutbox();
  const sheetIds = Object.fromEntries(SHEETS.map((key, index) => [key, index]));
  const first = newHead(undefined, { title: 'ШНОР', timeZone: ZONE, members: {}, sheetIds });
  await store.commit([fencedHead(WORKBOOK, { ...first, revision: 1 }, 'absent')]);
  let now = '';
  const deps = { store, mail: outbox, clock: { now: () => now }, pause: async () => {} };

  /** In the night, when it is still the day before in UTC and letters wait for the morning, or at nine o'clock. */
  async function playDay(day: CalendarDate, rows: RecordRows): Promise<Assessment> {
    const isNight = Number(day.slice(-2)) % 3 === 0;
    now = isNight ? `${addDays(day, -1)}T21:00:00.000Z` : `${day}T04:00:00.000Z`;
    const { head } = await readKnownHead(store, WORKBOOK);
    const today = todayIn(deps, ZONE);
    const assessment = assessTables(TABLES, { ...head, rows, tooLarge: undefined, today });
    await look(assessment);
    later(5);
    await look(assessment);
    later(isNight ? 400 : 60);
    await sendReminders(deps, { workbookId: WORKBOOK, today, head: undefined });
    return assessment;
  }

  function later(minutes: number): void {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  }

  /** The same rows on the same day are assessed alike: the second delivery finds what the first one did. */
  async function look(assessment: Assessment): Promise<void> {
    const { head, version } = await readKnownHead(store, WORKBOOK);
    const { today, records } = assessment;
    const request = { workbookId: WORKBOOK, head, assessment, findPlace: () => undefined, at: now };
    const mail = await planMail(deps, request);
    const { postponements, actEntries } = records;
    const next = {
      ...head,
      ...(postponements && { postponements }),
      ...(actEntries && { actEntries }),
      ...(mail && { mail: mail.state }),
      monitoredOn: today,
    };
    await store.commit([...(mail?.writes ?? []), fencedHead(WORKBOOK, next, version)]);
    await sendReminders(deps, {
      workbookId: WORKBOOK,
      today,
      head: next,
      ...(mail && { mailPlannedAt: now }),
    });
  }

  return { outbox, playDay };
}

type Day = { readonly day: CalendarDate; readonly assessment: Assessment };

function tell(days: readonly Day[], letters: readonly Letter[]): Omit<YearPlayed, 'letters'> {
  const heard = whoHears(letters);
  const rows = ROWS.map((row, index) => {
    const rowId = `e${2 + index}`;
    const lines = days.map(({ day, assessment }): Line => {
      const short = shortDay(day);
      return [
        short,
        stateOf(assessment, rowId),
        codesAt(assessment, rowId),
        heard.get(`${short} ${row}`) ?? '',
      ];
    });
    return [row, lines.filter(isNews)];
  });
  const lateAct = days
    .map(({ day, assessment }) => [shortDay(day), codesAt(assessment, 'a3')] as const)
    .filter(([, codes], at, all) => codes !== (all[at - 1]?.[1] ?? ''))
    .map((each) => each.join(' '));
  return { rows: Object.fromEntries(rows) as YearPlayed['rows'], lateAct };
}

/** Days that only count on are none. */
function isNews([, state, codes, heard]: Line, at: number, all: readonly Line[]): boolean {
  const before = all[at - 1];
  return heard !== '' || !before || kindOf(before[1]) !== kindOf(state) || before[2] !== codes;
}

function kindOf(state: string): string {
  return state.startsWith('просрочено') ? state.replaceAll(/\d+ \p{L}+/gu, '') : state;
}

function stateOf({ obligations }: Assessment, rowId: string): string {
  const obligation = obligations.find(({ execution }) => execution?.rowId === rowId);
  return obligation ? formatState(obligation) : 'нет';
}

function codesAt({ findings }: Assessment, rowId: string): string {
  return findings.flatMap(({ place, code }) => (place.rowId === rowId ? [code] : [])).join(' ');
}
