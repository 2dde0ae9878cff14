import type { OldWorkbook } from './describe-upgrade.ts';

const LATEST = [{ key: 'schoolPlans', title: 'Планы школ' }] as const;
/** In the order of the tabs. */
const LATER = [
  { key: 'overview', title: 'Обзор' },
  ...LATEST,
  { key: 'people', title: 'Ответственные' },
] as const;
const TOLD_OF_FIRST = '24 замечания: ошибка — 4, просрочено — 2';

/**
 * The oldest main that ran whole, the one before runs, letters and «Обзор» came, the last with the id first and the
 * verdict behind all that staff type, and the last whose number did not tell of reports by own forms.
 */
export const OLD_WORKBOOKS: readonly OldWorkbook[] = [
  { commit: 'f837f17', layout: 1, lacks: LATER, addedLast: [], told: TOLD_OF_FIRST, report: null },
  {
    commit: 'aad3853',
    layout: 1,
    lacks: LATER,
    addedLast: ['Включена с'],
    told: TOLD_OF_FIRST,
    report: {
      documentHash: '5b4c0d5cc1ca92b47be63f26dd2d5b7edd0d0d228d3ae3b83d401f9e1bcd855c',
      saidOnPaper: ['Срок наступил по 20 исполнениям, из них выполнено и подтверждено 17 (85 %)'],
    },
  },
  {
    commit: 'db3a556',
    schema: 2,
    layout: 2,
    lacks: LATEST,
    addedLast: ['Включена с'],
    told: 'замечан',
    report: {
      documentHash: '306b7a705c493a08982749a8ea532c79bb64f4c3b67a98fbfd4e86cbc927b8c3',
      saidOnPaper: ['Сроки перенесены по 1 исполнению (1 перенос).'],
    },
  },
  {
    commit: 'cabfc65',
    schema: 2,
    layout: 4,
    lacks: LATEST,
    addedLast: [],
    told: 'замечан',
    report: {
      documentHash: '0f5e2aff5c2b0e7c9d474ecfd30515229095b05cb37058f113e6deb7581a7f4c',
      saidOnPaper: ['Срок наступил по 20 исполнениям, из них выполнено и подтверждено 17 (85 %)'],
    },
    ownForm: {
      name: 'Своя форма',
      documentHash: '56431c32006da390660bd0e7017462a76d36ccb078f5a550ab0e3f564f5910b5',
    },
  },
];
