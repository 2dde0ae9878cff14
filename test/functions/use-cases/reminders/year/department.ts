import { REGULATION_148_01 } from '../../../../../functions/domain/records/regulation.ts';
import type { StaffWorksheetKey } from '../../../../../functions/domain/records/worksheet-key.ts';
import type { Cell } from '../../../../../functions/workbook/layout/layout.ts';
import { SCOPE_TITLES } from '../../../../../functions/domain/records/regulation.ts';

export const ZONE = 'Asia/Yekaterinburg';
export const [METHODIST, HEAD] = ['metodist@uo.example.ru', 'head@uo.example.ru'];
/** One forgets until somebody asks, the other is in time, gives back, moves, or need not at all. */
export const [FORGETS, KEEPS] = ['ОО № 1 (демо)', 'ОО № 2 (демо)'];

type Cells = Readonly<Record<string, Cell>>;

/** Cells of a row by column key; rows as people count them, the first under the header being 2. */
export type Typed = readonly [sheet: StaffWorksheetKey, row: number, cells: Cells];

/** The regulation of the demo, and three terms that fall into its first half of the year. */
const MEASURES: readonly Cells[] = [
  ...REGULATION_148_01.map(({ number, title, deadlinePhrase, scope }) => ({
    number,
    title,
    deadline: deadlinePhrase,
    scope: SCOPE_TITLES[scope],
  })),
  { number: '6.1', title: 'Отчёт за прошлый год', deadline: 'до 12 января', scope: 'каждая школа' },
  { number: '6.2', title: 'Сведения о кадрах', deadline: 'до 20 февраля', scope: 'каждая школа' },
  { number: '6.3', title: 'Итоги учебного года', deadline: 'до 31 мая', scope: 'каждая школа' },
];

const PEOPLE: readonly Cells[] = [
  { position: 'методист', address: METHODIST },
  { position: 'начальник', address: HEAD, role: 'руководитель' },
];

/** Rows of «Исполнение» in their order, as the table calls them: `ОО № 1 (демо) 6.1`, `Муниципалитет 2.2`. */
export const ROWS: readonly string[] = [
  ...['6.1', '6.2', '1.1', '6.3', '2.1', '3.2', '5.1', '4.1'].flatMap((measure) => [
    `${FORGETS} ${measure}`,
    `${KEEPS} ${measure}`,
  ]),
  `${KEEPS} 1.3`,
  'Муниципалитет 2.2',
];

/** What stands in the workbook on New Year's Day. */
export const AT_FIRST: readonly Typed[] = [
  ...rowsOf(
    'schools',
    [FORGETS, KEEPS].map((name) => ({ name, status: 'ШНОР' })),
  ),
  ...rowsOf('regulation', MEASURES),
  ...rowsOf('people', PEOPLE),
  ...rowsOf(
    'executions',
    ROWS.map((row) => ({ ...namesOf(row), executor: 'методист', mark: 'не начато' })),
  ),
];

function rowsOf(sheet: StaffWorksheetKey, rows: readonly Cells[]): readonly Typed[] {
  return rows.map((cells, index) => [sheet, 2 + index, cells]);
}

function namesOf(row: string): Cells {
  const at = row.lastIndexOf(' ');
  const school = row.slice(0, at);
  return { measure: row.slice(at + 1), ...(school !== 'Муниципалитет' && { school }) };
}

const inRow = (row: string, cells: Cells): Typed => ['executions', 2 + ROWS.indexOf(row), cells];

const documentOf = (day: string): Cells => ({
  evidenceKind: 'приказ',
  evidenceNumber: '7',
  evidenceDate: `${day}.2026`,
});
const done = (day: string): Cells => ({ mark: 'выполнено', doneOn: `${day}.2026`, ...documentOf(day) });
const accepted = (day: string): Cells => ({ takenOffOn: `${day}.2026`, returned: null });
const moved = (day: string, ground: string | null): Cells => ({
  postponedTo: `${day}.2026`,
  postponementGround: ground,
});

/** What people type on a day before the morning's run. */
export const TYPED: Readonly<Record<string, readonly Typed[]>> = {
  '2026-01-12': [inRow(`${KEEPS} 6.1`, done('12.01'))],
  '2026-01-21': [inRow(`${FORGETS} 6.1`, done('21.01'))],
  // From now on what is done waits for the controller.
  '2026-02-02': [['settings', 100, { name: 'Приёмка исполнения', value: 'нужна' }]],
  '2026-02-05': [
    inRow(`${FORGETS} 6.1`, accepted('05.02')),
    inRow(`${KEEPS} 6.1`, accepted('05.02')),
    inRow(`${KEEPS} 4.1`, { mark: 'не требуется' }),
  ],
  // Why it need not be done is said when somebody asks.
  '2026-02-10': [inRow(`${KEEPS} 4.1`, { note: 'школа вошла в проект' })],
  '2026-02-16': [inRow(`${KEEPS} 6.2`, done('16.02'))],
  '2026-02-18': [inRow(`${KEEPS} 6.2`, { returned: 'нет подписи' })],
  '2026-02-20': [inRow(`${KEEPS} 6.2`, accepted('20.02'))],
  '2026-03-03': [inRow(`${FORGETS} 6.2`, done('03.03'))],
  '2026-03-10': [
    inRow(`${FORGETS} 6.2`, { returned: 'нет печати' }),
    ['acts', 2, { kind: 'письмо', number: '15', date: '10.03.2026', measures: '1.1' }],
  ],
  '2026-03-13': [inRow(`${KEEPS} 1.1`, moved('31.03', 'записка № 3'))],
  '2026-03-16': [inRow(`${FORGETS} 6.2`, accepted('16.03'))],
  // Filled in, and the mark forgotten.
  '2026-03-20': [inRow(`${FORGETS} 1.1`, { doneOn: '20.03.2026', ...documentOf('20.03') })],
  '2026-03-25': [inRow(`${FORGETS} 1.1`, { mark: 'выполнено' })],
  '2026-03-27': [inRow(`${FORGETS} 1.1`, accepted('27.03'))],
  '2026-03-30': [inRow(`${KEEPS} 1.1`, done('30.03'))],
  '2026-04-01': [inRow(`${KEEPS} 1.1`, accepted('01.04'))],
  // A day off is moved from Saturday 30 May to Friday 29 May.
  '2026-05-18': [
    ['calendar', 2, { date: '29.05.2026', kind: 'нерабочий', basis: 'постановление' }],
    ['calendar', 3, { date: '30.05.2026', kind: 'рабочий', basis: 'постановление' }],
  ],
  '2026-05-25': [inRow(`${KEEPS} 6.3`, done('25.05'))],
  // Moved when the term had run out, at first without a ground.
  '2026-06-16': [inRow(`${FORGETS} 6.3`, moved('30.06', null))],
  '2026-06-17': [inRow(`${FORGETS} 6.3`, moved('30.06', 'записка № 9'))],
  '2026-06-30': [inRow(`${FORGETS} 6.3`, done('30.06'))],
  '2026-07-03': [inRow(`${FORGETS} 6.3`, accepted('03.07'))],
  '2026-08-19': [inRow(`${KEEPS} 2.1`, { mark: 'не требуется', note: 'сведения сверены в июле' })],
  // Moved in time, and three times over.
  '2026-08-24': [inRow(`${FORGETS} 2.1`, moved('15.09', 'записка № 11'))],
  '2026-09-11': [inRow(`${FORGETS} 2.1`, moved('30.09', 'записка № 12'))],
  '2026-09-14': [inRow(`${KEEPS} 3.2`, { mark: 'в работе' })],
  '2026-09-24': [inRow(`${KEEPS} 3.2`, done('24.09'))],
  '2026-09-28': [
    inRow(`${FORGETS} 2.1`, moved('09.10', 'записка № 13')),
    inRow(`${KEEPS} 3.2`, accepted('28.09')),
  ],
  '2026-10-09': [inRow(`${FORGETS} 2.1`, done('09.10'))],
  '2026-10-12': [inRow(`${FORGETS} 2.1`, accepted('12.10'))],
  // An order that comes when its own term has run out.
  '2026-10-20': [
    ['acts', 3, { kind: 'приказ', number: '77', date: '01.10.2026', dueDate: '09.10.2026', measures: '5.1' }],
  ],
  // Done, and the document not entered until somebody asks.
  '2026-10-22': [inRow(`${FORGETS} 3.2`, { mark: 'выполнено', doneOn: '22.10.2026' })],
  '2026-10-23': [inRow(`${KEEPS} 5.1`, done('08.10'))],
  '2026-10-26': [inRow(`${FORGETS} 3.2`, documentOf('22.10')), inRow(`${FORGETS} 5.1`, done('26.10'))],
  '2026-10-28': [
    inRow(`${FORGETS} 3.2`, accepted('28.10')),
    inRow(`${FORGETS} 5.1`, accepted('28.10')),
    inRow(`${KEEPS} 5.1`, accepted('28.10')),
  ],
  '2026-12-14': [inRow('Муниципалитет 2.2', done('14.12'))],
};
