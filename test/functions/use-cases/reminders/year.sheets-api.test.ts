import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, formatDate, type CalendarDate } from '../../../../functions/domain/dates.ts';
import { dateInZone } from '../../../../functions/domain/moment.ts';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import type { Spreadsheets } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import type { StoreWrite } from '../../../../functions/use-cases/ports/store.ts';
import type { Letter } from '../../../../functions/use-cases/ports/mail.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { createRandom } from '../../../simulation/random.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';

const ZONE = 'Asia/Yekaterinburg';
const [METHODIST, HEAD] = ['metodist@uo.example.ru', 'head@uo.example.ru'];
/** One forgets until somebody asks, the other is in time, gives back, moves, or need not at all. */
const [FORGETS, KEEPS] = ['ОО № 1 (демо)', 'ОО № 2 (демо)'];

/** Measures by the rows of «Регламент»; the act that the first waits for comes on 10 March. */
const MEASURES: readonly (readonly [number: string, deadline: string])[] = [
  ['1.1', 'Согласно письму МОиН Челябинской области'],
  ['1.2', 'до 12 января'],
  ['1.3', 'до 20 февраля'],
  ['2.1', 'до 31 мая'],
  ['2.2', 'до 15 сентября'],
  ['3.1', 'до 31 декабря'],
];

/** By hand, from the calendar of 2026: on which days the executor hears of which row. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  // Five working days after the act of 10.03, so by 17.03; 09.03 is a day off.
  [`${FORGETS} 1.1`]: ['10.03', '12.03', '16.03', '17.03', '24.03'],
  // Moved on 13.03 to 31.03: a ladder of its own.
  [`${KEEPS} 1.1`]: ['10.03', '12.03', '13.03', '20.03', '26.03'],
  // All days before are days off: what fell on them comes on the day itself, once.
  [`${FORGETS} 1.2`]: ['12.01', '19.01'],
  [`${KEEPS} 1.2`]: [],
  [`${FORGETS} 1.3`]: ['02.02', '11.02', '17.02', '19.02', '20.02', '27.02'],
  // Done on 16.02, given back on 18.02.
  [`${KEEPS} 1.3`]: ['02.02', '11.02', '18.02', '19.02'],
  // 31.05 is a Sunday: reminded of to Friday; a week after two falls on 12.06, a day off.
  [`${FORGETS} 2.1`]: ['08.05', '20.05', '26.05', '28.05', '29.05', '05.06', '15.06'],
  [`${KEEPS} 2.1`]: ['08.05', '20.05'],
  [`${FORGETS} 2.2`]: ['26.08', '04.09', '10.09', '14.09', '15.09', '22.09', '29.09', '06.10', '13.10'],
  // Marked as done without a document on 08.09.
  [`${KEEPS} 2.2`]: ['26.08', '04.09', '08.09'],
  // 31.12 is a day off: reminded of to the 30th.
  [`${FORGETS} 3.1`]: ['10.12', '21.12', '25.12', '29.12', '30.12'],
  [`${KEEPS} 3.1`]: [],
};

/** On its fifth working day overdue the head hears of what is forgotten. */
const ESCALATED: Readonly<Record<string, readonly string[]>> = {
  [`${FORGETS} 1.2`]: ['19.01'],
  [`${FORGETS} 1.3`]: ['02.03'],
  [`${FORGETS} 1.1`]: ['24.03'],
  [`${FORGETS} 2.1`]: ['08.06'],
  [`${FORGETS} 2.2`]: ['22.09'],
};

type Typed = readonly [sheet: 'executions' | 'acts', row: number, cells: Readonly<Record<string, Cell>>];

/** Rows of «Исполнение» from the second on: both schools of a measure, one after the other. */
const rowOf = (measure: number, school: 0 | 1) => 2 + measure * 2 + school;
const done = (day: string): Readonly<Record<string, Cell>> => ({
  mark: 'выполнено',
  doneOn: `${day}.2026`,
  evidenceKind: 'приказ',
  evidenceNumber: '7',
  evidenceDate: `${day}.2026`,
});

/** What people type on a morning, before the run. */
const TYPED: Readonly<Record<string, Typed>> = {
  '2026-01-12': ['executions', rowOf(1, 1), done('12.01')],
  '2026-01-21': ['executions', rowOf(1, 0), done('21.01')],
  '2026-02-16': ['executions', rowOf(2, 1), done('16.02')],
  '2026-02-18': ['executions', rowOf(2, 1), { returned: 'нет подписи' }],
  '2026-02-20': ['executions', rowOf(2, 1), { returned: null }],
  '2026-03-03': ['executions', rowOf(2, 0), done('03.03')],
  '2026-03-10': ['acts', 2, { kind: 'письмо', number: '15', date: '10.03.2026', measures: '1.1' }],
  '2026-03-13': ['executions', rowOf(0, 1), { postponedTo: '31.03.2026', postponementGround: 'записка № 3' }],
  '2026-03-25': ['executions', rowOf(0, 0), done('25.03')],
  '2026-03-30': ['executions', rowOf(0, 1), done('30.03')],
  '2026-05-25': ['executions', rowOf(3, 1), done('25.05')],
  '2026-06-16': ['executions', rowOf(3, 0), done('16.06')],
  '2026-09-08': ['executions', rowOf(4, 1), { mark: 'выполнено', doneOn: '08.09.2026' }],
  '2026-09-21': ['executions', rowOf(4, 1), done('08.09')],
  '2026-10-14': ['executions', rowOf(4, 0), done('14.10')],
};

class Killed extends Error {}

describe('a whole year, each run delivered twice and one in ten killed at a random await', () => {
  let office: Office;
  let book: Book;
  let now = '';
  const random = createRandom(148);
  const letters = new Map<string, Letter>();

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await fillIn(book);
    for (let day: CalendarDate = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) await playDay(day);
  }, 580_000);
  afterAll(() => office.close());

  test('tells the executor of each row on the days of the table, and on no others', () => {
    expect(daysOf(METHODIST, () => true)).toEqual(TOLD);
  });

  test('tells the head what is forgotten, once, on the fifth working day', () => {
    const told = daysOf(HEAD, (section) => section === 'ДОЛГО ПРОСРОЧЕНО');
    expect(Object.fromEntries(Object.entries(told).filter(([, days]) => days.length > 0))).toEqual(ESCALATED);
  });

  test('sends a person at most one letter a day', () => {
    const days = [...letters.values()].map(({ to, date }) => `${to} ${dateInZone(date, ZONE)}`);
    expect(days).toHaveLength(new Set(days).size);
  });

  /**
   * At 9 o'clock, or at two in the night, when it is still the day before in UTC and letters wait for the morning; and
   * once more. A run that was killed is delivered again after a quarter of an hour.
   */
  async function playDay(day: CalendarDate): Promise<void> {
    const typed = TYPED[day];
    if (typed) await book.type(...typed);
    const isNight = random.chance(0.3);
    now = isNight ? `${addDays(day, -1)}T21:00:00.000Z` : `${day}T04:00:00.000Z`;
    for (const delivery of [1, 2]) {
      for (let tries = 0; !(await deliver()) && tries < 20; tries++) later(15);
      if (delivery === 1) later(5);
    }
    later(isNight ? 400 : 60);
    await syncWorkbook(depsOf(0), { workbookId: book.workbookId, by: COORDINATOR });
  }

  function later(minutes: number): void {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  }

  /** False where the run was killed. */
  async function deliver(): Promise<boolean> {
    const killedAt = random.chance(0.1) ? 1 + random.below(8) : 0;
    try {
      await runMonitoring(depsOf(killedAt), { workbookId: book.workbookId, by: COORDINATOR });
      return true;
    } catch (error) {
      if (error instanceof Killed) return false;
      throw error;
    }
  }

  /** Whose `killedAt`-th call outside never comes back, whether it was carried out or not; 0: all do. */
  function depsOf(killedAt: number) {
    let calls = 0;
    const isDone = killedAt > 0 && random.chance(0.5);
    const mortal =
      <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
      async (...args: Args): Promise<Value> => {
        calls += 1;
        if (calls !== killedAt) return await call(...args);
        if (isDone) await call(...args);
        throw new Killed();
      };
    const { store, spreadsheets } = office.deps;
    return {
      ...office.deps,
      clock: { now: () => now },
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
      mail: {
        urlOf: () => 'https://sheets.example/1',
        // A service that keeps to Message-IDs: the same again is the same.
        send: mortal(async (letter: Letter) => {
          if (!letters.has(letter.messageId)) letters.set(letter.messageId, letter);
        }),
      },
    };
  }

  /** `ОО № 1 (демо) 1.1` → the days of the letters to the address that tell of it, in the sections that count. */
  function daysOf(address: string, isCounted: (section: string) => boolean) {
    const days: Record<string, string[]> = Object.fromEntries(Object.keys(TOLD).map((row) => [row, []]));
    for (const { to, date, text } of letters.values()) {
      if (to !== address) continue;
      let section = '';
      for (const line of text.split('\n')) {
        if (/^[А-ЯЁ ,]{8,}$/u.test(line)) section = line;
        const row = /^• (?<school>.*?) — (?<measure>\d\.\d) /u.exec(line)?.groups;
        if (row && isCounted(section)) days[`${row['school']} ${row['measure']}`]?.push(dayIn(date));
      }
    }
    return days;
  }
});

function dayIn(instant: string): string {
  return formatDate(dateInZone(instant, ZONE)).slice(0, 5);
}

async function fillIn(book: Book): Promise<void> {
  for (const [index, name] of [FORGETS, KEEPS].entries()) {
    await book.type('schools', 2 + index, { name, status: 'ШНОР' });
  }
  for (let row = 2; row <= 12; row++) {
    const [number, deadline = ''] = MEASURES[row - 2] ?? [];
    await book.type(
      'regulation',
      row,
      number ? { number, deadline, scope: 'каждая школа' } : { scope: 'по запросу' },
    );
    if (!number) continue;
    for (const [index, school] of [FORGETS, KEEPS].entries()) {
      const mark = number === '3.1' && school === KEEPS ? 'не требуется' : 'не начато';
      await book.type('executions', rowOf(row - 2, index as 0 | 1), {
        school,
        measure: number,
        executor: 'методист',
        mark,
      });
    }
  }
  await book.type('people', 2, { position: 'методист', address: METHODIST });
  await book.type('people', 3, { position: 'начальник', address: HEAD, role: 'руководитель' });
}
