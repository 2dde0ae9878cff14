import { ANNEX_TITLES, NO_ANNEXES, OVERDUE_BY } from '../report-choices.ts';
import type { SettingSpec } from './setting-spec.ts';

/** How reports are made up; last of all parameters, so that rows of older workbooks keep their places. */
export const LOOK_SETTINGS = [
  {
    key: 'basisDocument',
    title: 'Основание: документ',
    type: { kind: 'text' },
    initial: null,
    note: 'По чему ведётся работа, в дательном падеже: «приказу», «распоряжению администрации». Стоит в заголовке отчёта после «по».',
  },
  {
    key: 'basisDate',
    title: 'Основание: дата',
    type: { kind: 'date' },
    initial: null,
    note: 'Дата документа-основания.',
  },
  {
    key: 'basisNumber',
    title: 'Основание: номер',
    type: { kind: 'text' },
    initial: null,
    note: 'Номер документа-основания, как на нём.',
  },
  {
    key: 'headAddressee',
    title: 'Руководителю: кому',
    type: { kind: 'text' },
    initial: '',
    note: 'Кому адресованы списки для руководителя, в дательном падеже: «Начальнику МКУ …». Пусто — без адресата.',
  },
  {
    key: 'reportAnnexes',
    title: 'Приложения к отчёту',
    type: { kind: 'text' },
    initial: NO_ANNEXES,
    note: `Что отправляется со сводным отчётом, через точку с запятой: ${Object.values(ANNEX_TITLES).join('; ')}. «${NO_ANNEXES}» — без приложений. На вкладке отчёта они есть всегда.`,
  },
  {
    key: 'overdueBy',
    title: 'Просроченное в отчёте',
    type: { kind: 'choice', options: Object.values(OVERDUE_BY) },
    initial: OVERDUE_BY.measure,
    note: 'Как сгруппировано просроченное в сводном отчёте.',
  },
] as const satisfies readonly SettingSpec[];
