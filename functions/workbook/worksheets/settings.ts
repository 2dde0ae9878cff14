import { calendarYear } from '../../domain/period.ts';
import { formatDate } from '../../domain/dates.ts';
import type { Cell } from '../layout/layout.ts';
import { CHECK_COLUMN, ID_COLUMN, staff, type ColumnType, type Worksheet } from './spec.ts';

export interface SettingSpec {
  readonly key: string;
  readonly title: string;
  readonly type: ColumnType;
  /** As the cell of a new workbook; the two dates of the period are set when the workbook is made. */
  readonly initial: Cell;
  readonly note: string;
}

export const POLICY_TITLES = { previous: 'предыдущий', next: 'следующий', none: 'не переносить' } as const;

const policy: ColumnType = { kind: 'choice', options: Object.values(POLICY_TITLES) };

/** Editions of the standard on requisites that a report can follow. */
export const STANDARDS = ['ГОСТ Р 7.0.97-2016', 'ГОСТ Р 7.0.97-2025'] as const;

/** Whether work that is done waits until the controller takes it off control. */
export const ACCEPTANCE = { needed: 'нужна', notNeeded: 'не нужна' } as const;

/** Ready answers to what words mean that name no day. */
export const TERM_PROFILES = { none: 'не задан', region: 'правила региона (1, 3, 3, 10)' } as const;

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
  {
    key: 'institution',
    title: 'Учреждение',
    type: { kind: 'text' },
    initial: 'МКУ «Управление образования КГО»',
    note: 'Наименование строго по уставу; стоит в шапке отчёта.',
  },
  {
    key: 'addressee',
    title: 'Адресат отчёта',
    type: { kind: 'text' },
    initial: 'МОиН Челябинской области',
    note: 'Кому направляется сводный отчёт.',
  },
  {
    key: 'signerPosition',
    title: 'Подписывает: должность',
    type: { kind: 'text' },
    initial: 'Начальник МКУ «Управление образования КГО»',
    note: 'Должность подписывающего отчёт.',
  },
  {
    key: 'signerName',
    title: 'Подписывает: И.О. Фамилия',
    type: { kind: 'text' },
    initial: '',
    note: 'Пусто — в отчёте останется место для имени.',
  },
  {
    key: 'preparedBy',
    title: 'Исполнитель отчёта',
    type: { kind: 'text' },
    initial: '',
    note: 'Должность и служебный телефон внизу отчёта.',
  },
  {
    key: 'contacts',
    title: 'Справочные данные учреждения',
    type: { kind: 'text' },
    initial: '',
    note: 'Адрес, служебный телефон и почта учреждения; стоят в отчёте под наименованием.',
  },
  {
    key: 'reference',
    title: 'Ссылка на запрос',
    type: { kind: 'text' },
    initial: '',
    note: 'Реквизиты письма, которым отчёт запрошен: «На № 15 от 20.09.2021». Пусто — отчёт никто не запрашивал.',
  },
  {
    key: 'reportStandard',
    title: 'Реквизиты отчёта по',
    type: { kind: 'choice', options: STANDARDS },
    initial: STANDARDS[0],
    note: 'Редакция ГОСТ Р 7.0.97: 2016 года или 2025 года (с 18.08.2025).',
  },
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
  {
    key: 'termProfile',
    title: 'Профиль сроков',
    type: { kind: 'choice', options: Object.values(TERM_PROFILES) },
    initial: TERM_PROFILES.none,
    note: 'Что значат «немедленно», «срочно», «незамедлительно», «оперативно» (рабочих дней), «ежемесячно» без дня и «постоянно». Источник: правила исполнения одной из администраций, docs.cntd.ru/document/453106005. Не задан — такие сроки спрашивают.',
  },
  {
    key: 'immediately',
    title: 'Немедленно, рабочих дней',
    type: { kind: 'integer', min: 1, max: 250 },
    initial: null,
    note: 'Сколько рабочих дней значит «немедленно». Пусто — по профилю сроков (в правилах региона 1: docs.cntd.ru/document/453106005).',
  },
  {
    key: 'urgently',
    title: 'Срочно, рабочих дней',
    type: { kind: 'integer', min: 1, max: 250 },
    initial: null,
    note: 'Сколько рабочих дней значит «срочно». Пусто — по профилю сроков (в правилах региона 3: docs.cntd.ru/document/453106005).',
  },
  {
    key: 'atOnce',
    title: 'Незамедлительно, рабочих дней',
    type: { kind: 'integer', min: 1, max: 250 },
    initial: null,
    note: 'Сколько рабочих дней значит «незамедлительно». Пусто — по профилю сроков (в правилах региона 3: docs.cntd.ru/document/453106005).',
  },
  {
    key: 'promptly',
    title: 'Оперативно, рабочих дней',
    type: { kind: 'integer', min: 1, max: 250 },
    initial: null,
    note: 'Сколько рабочих дней значит «оперативно». Пусто — по профилю сроков (в правилах региона 10: docs.cntd.ru/document/453106005).',
  },
  {
    key: 'dayAfter',
    title: 'Ежемесячно и ежеквартально без дня: до числа',
    type: { kind: 'integer', min: 1, max: 28 },
    initial: null,
    note: 'До какого числа следующего месяца. Пусто — по профилю сроков (в правилах региона 10: docs.cntd.ru/document/453106005).',
  },
  {
    key: 'dayOfJanuary',
    title: 'Постоянно: до числа января следующего года',
    type: { kind: 'integer', min: 1, max: 31 },
    initial: null,
    note: 'Пусто — по профилю сроков (в правилах региона 20: docs.cntd.ru/document/453106005).',
  },
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
    ID_COLUMN,
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
      width: 320,
      note: 'То, что действует.',
    }),
    staff({
      key: 'explanation',
      title: 'Пояснение',
      width: 420,
      note: 'Что значит параметр.',
    }),
    CHECK_COLUMN,
  ],
};

/** The rows of a new workbook whose period is the calendar year `year`. */
export function settingsSeed(year: number): readonly Readonly<Record<string, Cell>>[] {
  const period = calendarYear(year);
  const dates: Readonly<Record<string, Cell>> = {
    periodStart: formatDate(period.start),
    periodEnd: formatDate(period.end),
  };
  return SETTING_SPECS.map(({ key, title, initial, note }) => ({
    name: title,
    value: dates[key] ?? initial,
    explanation: note,
  }));
}
