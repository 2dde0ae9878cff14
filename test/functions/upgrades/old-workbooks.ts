import type { OldWorkbook } from './describe-upgrade.ts';

/** The oldest main that ran whole, and the one before runs, letters and «Обзор» came. */
export const OLD_WORKBOOKS: readonly OldWorkbook[] = [
  { commit: 'f837f17', report: null },
  {
    commit: 'aad3853',
    report: {
      documentHash: '5b4c0d5cc1ca92b47be63f26dd2d5b7edd0d0d228d3ae3b83d401f9e1bcd855c',
      saidOnPaper: ['Срок наступил по 20 исполнениям, из них выполнено и подтверждено 17 (85 %)'],
    },
  },
];
