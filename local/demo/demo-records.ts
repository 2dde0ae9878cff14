import { dateToSerial, type CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { Cell } from '../../functions/workbook/layout/layout.ts';
import { dayOf } from './demo-executions.ts';
import { DEMO_SCHOOLS, type DemoRow } from './demo-schools.ts';

/** The ministry's letter that 1.1 waits for. The order that 5.1 waits for has not come yet. */
export function demoActs(year: number): readonly DemoRow[] {
  return [
    {
      kind: 'письмо',
      issuer: 'МОиН Челябинской области',
      number: 'демо-1',
      date: dateToSerial(dayOf('10.2', year)),
      subject: 'Об утверждении списка ОО с низкими образовательными результатами',
      measures: '1.1',
    },
  ];
}

type Line = readonly [
  day: `${number}.${number}`,
  kind: string,
  measure: string,
  school: number | null,
  topic: string,
  people: readonly [number, number],
];

const LINES: readonly Line[] = [
  ['15.4', 'собеседование', '1.2', 0, 'Итоги полугодия, план мер', [1, 0]],
  ['16.4', 'собеседование', '1.2', 1, 'Итоги полугодия, план мер', [1, 0]],
  ['8.10', 'собеседование', '1.2', 2, 'План мероприятий на учебный год', [2, 0]],
  ['12.5', 'консультация', '1.3', 3, 'Анализ результатов ВПР', [0, 3]],
  ['14.9', 'консультация', '1.3', 1, 'Формы плана повышения качества', [1, 2]],
  ['14.10', 'мероприятие', '4.1', null, 'Семинар «Работа с учебной неуспешностью»', [5, 18]],
  ['22.9', 'КПК', '4.2', 0, 'Направление на курсы', [1, 4]],
  ['23.10', 'процедура ОКО', '5.2', 2, 'Наблюдение за проведением РИКО', [0, 2]],
];

/** The journal as of `today`; last comes a planted mistake: a day that does not exist. */
export function demoJournal(year: number, today: CalendarDate): readonly DemoRow[] {
  const happened = LINES.filter(([day]) => dayOf(day, year) <= today);
  return [
    ...happened.map((line) => rowOf(line, dateToSerial(dayOf(line[0], year)))),
    rowOf(['31.9', 'консультация', '1.3', 4, 'Подготовка к собеседованию', [1, 0]], `31.09.${year}`),
  ];
}

function rowOf([, kind, measure, school, topic, [leaders, teachers]]: Line, date: Cell): DemoRow {
  return {
    date,
    kind,
    measure,
    school: school === null ? null : (DEMO_SCHOOLS[school] ?? null),
    topic,
    leaders,
    teachers,
  };
}

const PEOPLE: readonly (readonly [position: string, name: string, role: string])[] = [
  ['начальник управления', 'nachalnik', 'руководитель'],
  ['методист', 'metodist', 'исполнитель'],
  ['методический кабинет', 'metodkabinet', 'исполнитель'],
  ['методист по кадрам', 'kadry', 'исполнитель'],
  ['координатор ОКО', 'oko', 'исполнитель'],
  ['МКУ «Управление образования КГО»', 'uo', 'исполнитель'],
];

/** Whom reminders go to; the domain is reserved for examples, and no letter leaves this machine. */
export function demoPeople(): readonly DemoRow[] {
  return PEOPLE.map(([position, name, role]) => ({ position, address: `${name}@uo.example`, role }));
}
