import { MARKS } from '../../domain/records/records.ts';
import { MONTHS, QUARTERS } from '../../domain/text/russian.ts';
import {
  CHECK_COLUMN,
  CONTROL_DATE_COLUMN,
  EVIDENCE_COLUMNS,
  ID_COLUMN,
  NOTE_COLUMN,
  server,
  staff,
  STATE_COLUMN,
  type Column,
  type Worksheet,
} from './spec.ts';

/** Parts of a year in which measures recur; without a year, so that they serve in every period. */
const TIMES: readonly string[] = [
  ...QUARTERS.map((quarter) => `${quarter} квартал`),
  'I полугодие',
  'II полугодие',
  ...MONTHS,
];

/** The controller's own, and what the report says of the rows that are late. */
const CONTROL_COLUMNS: readonly Column[] = [
  staff({
    key: 'takenOffOn',
    title: 'Снято с контроля',
    synonyms: ['Дата снятия с контроля'],
    type: { kind: 'date', reach: 2 },
    width: 110,
    isOptional: true,
    note: 'Заполняет контролёр: день, когда исполнение принято. Принять можно сделанное и подтверждённое.',
  }),
  staff({
    key: 'returned',
    title: 'Возвращено',
    synonyms: ['Возвращено на доработку'],
    width: 200,
    isOptional: true,
    feeds: true,
    note: 'Заполняет контролёр: чего не хватает. Пока здесь что-то написано и строка не снята с контроля, она не выполнена.',
  }),
  staff({
    key: 'postponedTo',
    title: 'Срок перенесён на',
    type: { kind: 'date', reach: 2 },
    width: 110,
    isOptional: true,
    note: 'Заполняет контролёр: новый срок этой строки. Действует вместе с основанием; прежний срок остаётся виден.',
  }),
  staff({
    key: 'postponementGround',
    title: 'Основание переноса',
    width: 200,
    isOptional: true,
    feeds: true,
    note: 'Почему срок перенесён: письмо, служебная записка — реквизиты.',
  }),
  staff({
    key: 'delayReason',
    title: 'Причина',
    synonyms: ['Причина неисполнения', 'Причина просрочки'],
    width: 200,
    isOptional: true,
    feeds: true,
    note: 'Почему не исполнено в срок. Отчёт печатает это рядом с просроченным. Без фамилий.',
  }),
  staff({
    key: 'measuresTaken',
    title: 'Принятые меры',
    width: 200,
    isOptional: true,
    feeds: true,
    note: 'Что сделано, чтобы исполнить. Отчёт печатает это рядом с просроченным. Без фамилий.',
  }),
];

/** School × measure × occurrence: what is done, when, and by what it is proved. */
export const EXECUTIONS: Worksheet = {
  key: 'executions',
  title: 'Исполнение',
  synonyms: ['Выполнение'],
  idPrefix: 'e',
  purpose:
    'Главный рабочий лист: одна строка — одно мероприятие одной школы. Ставьте отметку, дату и документ.',
  naturalKey: ['school', 'measure', 'occurrence'],
  columns: [
    staff({
      key: 'school',
      title: 'Школа',
      synonyms: ['ОО'],
      type: { kind: 'school' },
      width: 130,
      note: 'Школа с листа «Школы». Для мероприятия с охватом «муниципалитет» — пусто.',
    }),
    staff({
      key: 'measure',
      title: '№ мероприятия',
      synonyms: ['№', 'Мероприятие №'],
      type: { kind: 'measure' },
      width: 105,
      isRequired: true,
      note: 'Номер с листа «Регламент»: 1.1, 1.2… Название появится рядом, в столбце «Мероприятие».',
    }),
    STATE_COLUMN,
    CONTROL_DATE_COLUMN,
    CHECK_COLUMN,
    server({
      key: 'measureTitle',
      title: 'Мероприятие',
      width: 135,
      note: 'Наименование с листа «Регламент».',
    }),
    staff({
      key: 'occurrence',
      title: 'За какой срок',
      type: { kind: 'phrase', options: TIMES },
      width: 85,
      note:
        'Для повторяющихся сроков: «I квартал», «сентябрь», «I полугодие», с годом или без, или день срока: ' +
        '«15.09.2021». Иначе пусто. Строка считается за названный срок.',
    }),
    staff({
      key: 'executor',
      title: 'Исполнитель (должность)',
      synonyms: ['Исполнитель'],
      width: 110,
      note: 'Должность, без фамилии.',
    }),
    staff({
      key: 'mark',
      title: 'Отметка',
      synonyms: ['Отметка о выполнении', 'Статус'],
      type: { kind: 'choice', options: MARKS },
      width: 105,
      note: 'Не начато, в работе, выполнено, не требуется. Пусто — не начато.',
    }),
    staff({
      key: 'doneOn',
      title: 'Дата исполнения',
      type: { kind: 'date', reach: 2 },
      width: 95,
      note: 'Когда исполнено: ДД.ММ.ГГГГ.',
    }),
    ...EVIDENCE_COLUMNS,
    NOTE_COLUMN,
    ...CONTROL_COLUMNS,
    ID_COLUMN,
  ],
};
