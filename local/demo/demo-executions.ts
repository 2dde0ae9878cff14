import { calendarDate, dateToSerial, type CalendarDate } from '../../functions/domain/dates/dates.ts';
import { DEMO_SCHOOLS, type DemoRow } from './demo-schools.ts';

/** `12.02`: a day and month of the demo's year. */
type ShortDate = `${number}.${number}`;

/** By school: done on a day with a document, in progress, not started, or no row yet. */
type Entry =
  | { readonly doneOn: ShortDate; readonly document: string; readonly number: string }
  | 'в работе'
  | 'не начато'
  | undefined;

const letter = (doneOn: ShortDate, number: string): Entry => ({ doneOn, document: 'письмо', number });
const order = (doneOn: ShortDate, number: string): Entry => ({ doneOn, document: 'приказ', number });
const protocol = (doneOn: ShortDate, number: string): Entry => ({ doneOn, document: 'протокол', number });

/** Measure → what each of the five schools has, as a real autumn leaves it. */
const PLAN: readonly (readonly [measure: string, executor: string, entries: readonly Entry[]])[] = [
  ['1.1', 'методист', ['12.2', '12.2', '12.2', '13.2', '13.2'].map((day) => letter(day as ShortDate, '45'))],
  [
    '1.2',
    'начальник управления',
    [protocol('15.4', '1'), protocol('16.4', '2'), protocol('8.10', '3'), 'в работе', 'не начато'],
  ],
  [
    '2.1',
    'методист',
    [order('20.8', '71'), order('24.8', '72'), order('25.8', '73'), order('27.8', '74'), 'в работе'],
  ],
  ['3.1', 'методист', ['18.8', '18.8', '18.8', '19.8', '19.8'].map((day) => letter(day as ShortDate, '212'))],
  [
    '3.2',
    'методист',
    [order('21.9', '98'), order('25.9', '102'), order('28.9', '54'), undefined, 'в работе'],
  ],
  [
    '4.1',
    'методический кабинет',
    [order('14.10', '120'), order('14.10', '120'), 'в работе', 'в работе', 'в работе'],
  ],
  ['4.2', 'методист по кадрам', [letter('22.9', '240'), 'в работе', 'в работе', 'не начато', 'не начато']],
  ['5.1', 'методист', ['не начато', 'не начато', 'не начато', 'не начато', 'не начато']],
  ['5.2', 'координатор ОКО', ['в работе', 'в работе', 'в работе', 'в работе', 'в работе']],
];

/**
 * The executions as of `today`: what the plan does later has not happened yet. Last come the planted mistakes:
 * done without evidence, a doubled row, an unknown school, a row typed half.
 */
export function demoExecutions(year: number, today: CalendarDate): readonly DemoRow[] {
  const rows = PLAN.flatMap(([measure, executor, entries]) =>
    entries.flatMap((entry, index) =>
      entry === undefined
        ? []
        : [
            {
              school: DEMO_SCHOOLS[index] ?? null,
              measure,
              executor,
              ...cellsOf(entry, { year, today }),
              ...controlOf(measure, index, { year, today }),
            },
          ],
    ),
  );
  return [
    ...rows,
    {
      measure: '2.2',
      executor: 'методист',
      mark: 'в работе',
      note: 'Таблица банка данных сверяется со школами',
    },
    ...mistakes(year, today),
  ];
}

function cellsOf(entry: Exclude<Entry, undefined>, when: { year: number; today: CalendarDate }): DemoRow {
  if (typeof entry === 'string') return { mark: entry };
  const date = dayOf(entry.doneOn, when.year);
  if (date > when.today) return { mark: 'не начато' };
  const serial = dateToSerial(date);
  return {
    mark: 'выполнено',
    doneOn: serial,
    evidenceKind: entry.document,
    evidenceNumber: entry.number,
    evidenceDate: serial,
  };
}

/** What the controller has said by `today`, and on which day: one report given back, one term moved. */
const CONTROL: readonly (readonly [day: ShortDate, measure: string, school: number, cells: ControlCells])[] =
  [
    ['20.10', '4.1', 2, () => ({ returned: 'нет списка участников' })],
    [
      '26.8',
      '2.1',
      4,
      (year) => ({
        postponedTo: dateToSerial(dayOf('15.10', year)),
        postponementGround: `служебная записка от 26.08.${year} № 7`,
      }),
    ],
  ];

type ControlCells = (year: number) => DemoRow;

function controlOf(
  measure: string,
  school: number,
  { year, today }: { readonly year: number; readonly today: CalendarDate },
): DemoRow {
  const said = CONTROL.filter(
    ([day, ofMeasure, ofSchool]) => ofMeasure === measure && ofSchool === school && dayOf(day, year) <= today,
  );
  return Object.assign({}, ...said.map(([, , , cells]) => cells(year))) as DemoRow;
}

export function dayOf(short: ShortDate, year: number): CalendarDate {
  const [day = 1, month = 1] = short.split('.').map(Number);
  const date = calendarDate(year, month, day);
  if (!date) throw new RangeError(`the demo names a day that does not exist: ${short}.${year}`);
  return date;
}

function mistakes(year: number, today: CalendarDate): readonly DemoRow[] {
  const autumn = dayOf('29.9', year);
  const doneOn = dateToSerial(autumn < today ? autumn : today);
  return [
    { school: DEMO_SCHOOLS[3] ?? null, measure: '3.2', executor: 'методист', mark: 'выполнено', doneOn },
    { school: DEMO_SCHOOLS[0] ?? null, measure: '1.2', executor: 'методист', mark: 'в работе' },
    { school: 'ОО № 7 (демо)', measure: '4.2', executor: 'методист по кадрам', mark: 'в работе' },
    { school: DEMO_SCHOOLS[2] ?? null, executor: 'методист' },
  ];
}
