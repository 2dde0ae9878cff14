import type { SettingSpec } from './setting-spec.ts';

/** Editions of the standard on requisites that a report can follow. */
export const STANDARDS = ['ГОСТ Р 7.0.97-2016', 'ГОСТ Р 7.0.97-2025'] as const;

/** What stands at the head and the foot of a report. */
export const REPORT_SETTINGS = [
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
] as const satisfies readonly SettingSpec[];
