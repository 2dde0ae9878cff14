import { calendarYear } from '../../domain/dates/period.ts';
import { formatDate } from '../../domain/dates/dates.ts';
import type { Cell } from '../layout/layout.ts';
import { CHECK_COLUMN, ID_COLUMN, staff, type ColumnType, type Worksheet } from './spec.ts';
import { LOOK_SETTINGS } from './settings/look-settings.ts';
import { REPORT_SETTINGS } from './settings/report-settings.ts';
import type { SettingSpec } from './settings/setting-spec.ts';
import { TERM_SETTINGS } from './settings/term-settings.ts';

export const POLICY_TITLES = { previous: 'предыдущий', next: 'следующий', none: 'не переносить' } as const;

const policy: ColumnType = { kind: 'choice', options: Object.values(POLICY_TITLES) };

/** Whether work that is done waits until the controller takes it off control. */
export const ACCEPTANCE = { needed: 'нужна', notNeeded: 'не нужна' } as const;

/** Every parameter of the workbook. What practice or law may change is here, not in the code. */
export const SETTING_SPECS = [
  {
    key: 'periodStart',
    title: 'Период: начало',
    type: { kind: 'date' },
    initial: null,
    note: 'Первый день периода, за который читаются сроки: 01.01 или 01.09.',
  },
  {
    key: 'periodEnd',
    title: 'Период: конец',
    type: { kind: 'date' },
    initial: null,
    note: 'Последний день периода: 31.12 или 31.08.',
  },
  ...REPORT_SETTINGS,
  {
    key: 'remindDaysBefore',
    title: 'Напоминать за, дней',
    type: { kind: 'integer', min: 0, max: 365 },
    initial: 14,
    note: 'За сколько дней до срока строка попадает в «Контроль».',
  },
  {
    key: 'mailIsOn',
    title: 'Письма: отправлять',
    type: { kind: 'choice', options: ['да', 'нет'] },
    initial: 'да',
    note: 'Напоминать о сроках письмами на адреса с листа «Ответственные».',
  },
  {
    key: 'mailLadder',
    title: 'Письма: за сколько рабочих дней до срока',
    type: { kind: 'text' },
    initial: '14; 7; 3; 1',
    note: 'Через точку с запятой. Ещё одно письмо — в день срока, затем раз в неделю, пока не исполнено.',
  },
  {
    key: 'mailEscalateAfter',
    title: 'Письма: руководителю после, рабочих дней',
    type: { kind: 'integer', min: 0, max: 250 },
    initial: 5,
    note: 'Через сколько рабочих дней просрочки о ней узнаёт руководитель.',
  },
  {
    key: 'mailHour',
    title: 'Письма: не раньше, часов',
    type: { kind: 'integer', min: 0, max: 23 },
    initial: 8,
    note: 'С какого часа по времени книги отправлять письма.',
  },
  {
    key: 'workingDaysAfterAct',
    title: 'После акта, рабочих дней',
    type: { kind: 'integer', min: 0, max: 250 },
    initial: 5,
    note: 'Сколько рабочих дней даётся после внешнего акта, если он не называет срока.',
  },
  {
    key: 'remindPolicy',
    title: 'Срок в выходной: напоминать к рабочему дню',
    type: policy,
    initial: POLICY_TITLES.previous,
    note: 'К какому рабочему дню напоминать, если срок пришёлся на выходной.',
  },
  {
    key: 'overduePolicy',
    title: 'Срок в выходной: просрочка после рабочего дня',
    type: policy,
    initial: POLICY_TITLES.next,
    note: 'После какого рабочего дня считать просроченным: по ГК РФ, ст. 193, — следующий; правила о поручениях и приказах — предыдущий.',
  },
  {
    key: 'beforeIsInclusive',
    title: '«До» включает названный день',
    type: { kind: 'choice', options: ['да', 'нет'] },
    initial: 'да',
    note: '«До 15 сентября»: можно ли исполнить 15 сентября.',
  },
  {
    key: 'countedStatuses',
    title: 'Учитывать статусы',
    type: { kind: 'text' },
    initial: 'ШНОР; 500+',
    note: 'Школы с какими статусами входят в проверку и отчёт, через точку с запятой.',
  },
  {
    key: 'reportTabsKept',
    title: 'Листов отчёта хранить',
    type: { kind: 'integer', min: 1, max: 20 },
    initial: 3,
    note: 'Сколько последних листов «Сводный отчёт» остаётся в книге. Сами отчёты хранятся всегда.',
  },
  {
    key: 'needsAcceptance',
    title: 'Приёмка исполнения',
    type: { kind: 'choice', options: Object.values(ACCEPTANCE) },
    initial: ACCEPTANCE.notNeeded,
    note: '«нужна»: сделанное и подтверждённое ждёт приёмки и не считается выполненным, пока контролёр не поставит «Снято с контроля».',
  },
  {
    key: 'mostPostponements',
    title: 'Переносов срока не больше',
    type: { kind: 'integer', min: 0, max: 50 },
    initial: 2,
    note: 'Сколько раз срок одной строки можно переносить без замечания.',
  },
  ...TERM_SETTINGS,
  ...LOOK_SETTINGS,
] as const satisfies readonly SettingSpec[];

export type SettingKey = (typeof SETTING_SPECS)[number]['key'];

/** The parameters that the functions take from here. */
export const SETTINGS: Worksheet = {
  key: 'settings',
  title: 'Настройки',
  synonyms: ['Параметры'],
  idPrefix: 'n',
  purpose: 'Период, наименования для отчёта, правила счёта сроков.',
  naturalKey: ['name'],
  columns: [
    staff({
      key: 'name',
      title: 'Параметр',
      width: 300,
      isRequired: true,
      note: 'Имя параметра. Не переименовывайте: по нему система находит значение.',
    }),
    staff({
      key: 'value',
      title: 'Значение',
      type: { kind: 'parameter' },
      width: 280,
      note: 'То, что действует.',
    }),
    CHECK_COLUMN,
    staff({
      key: 'explanation',
      title: 'Пояснение',
      width: 420,
      note: 'Что значит параметр.',
    }),
    ID_COLUMN,
  ],
};

/** The order whose regulation a new workbook has: a workbook of before must not take it for its own. */
const BASIS_OF_REGULATION: Readonly<Record<string, Cell>> = {
  basisDocument: 'приказу',
  basisDate: '30.12.2020',
  basisNumber: '148-01 (о/д)',
  headAddressee: 'Начальнику МКУ «Управление образования КГО»',
};

/** The rows of a new workbook whose period is the calendar year `year`. */
export function settingsSeed(year: number): readonly Readonly<Record<string, Cell>>[] {
  const period = calendarYear(year);
  const own: Readonly<Record<string, Cell>> = {
    ...BASIS_OF_REGULATION,
    periodStart: formatDate(period.start),
    periodEnd: formatDate(period.end),
  };
  return SETTING_SPECS.map(({ key, title, initial, note }) => ({
    name: title,
    value: own[key] ?? initial,
    explanation: note,
  }));
}
