import { BUDGETS } from '../test/support/budgets.ts';
import { formatTable } from './support/format-table.ts';
import { monthlyCost, type Habits } from './support/monthly-cost.ts';

/**
 * The tables of `functions/README.md`: what each pass costs, as `budgets.sheets-api.test.ts` counts it, and what a month of
 * them costs in Firestore's free tier. Run: `node bench/costs.ts`.
 */
const PASSES = [
  ['ничего не изменилось', BUDGETS.unchanged],
  ['изменена одна ячейка', BUDGETS.oneCell],
  ['100 правок вразброс', BUDGETS.scattered],
  ['первая загрузка 1000 строк', BUDGETS.firstLoad],
  ['ночная проверка с самопроверкой', BUDGETS.selfCheck],
  ['ежедневная проверка без изменений', BUDGETS.newDay],
  ['сводный отчёт, новый', BUDGETS.report],
  ['сводный отчёт на тех же данных', BUDGETS.sameReport],
] as const;

const CALL_NAMES: Readonly<Record<string, string>> = {
  'values.batchGetByDataFilter': 'чтение листов',
  get: 'чтение вкладок',
  getByDataFilter: 'взгляд на зачёркнутое',
  batchUpdate: 'запись',
};

console.log(
  formatTable(
    ['проход (1000 строк «Исполнения»)', 'вызовы Google Sheets', 'чтений Firestore', 'записей'],
    PASSES.map(([name, { calls, reads, writes }]) => [
      name,
      formatCalls(calls),
      String(reads),
      String(writes),
    ]),
  ),
);

/** Every edit is a pass of its own, as if no burst were ever coalesced: the dearest way. */
const HABITS: Habits = { editsPerDay: 300, sweepsPerDay: 144, reportsPerMonth: 4 };

const HEAD = [
  'строк «Исполнения»',
  'чтений в день',
  'из 50 000',
  'в месяц',
  'записей в день',
  'из 20 000',
  'в месяц',
];

console.log('');
console.log(
  formatTable(
    [...HEAD, 'бесплатно'],
    [100, 1000, 5000, 10_000].map((rows) => {
      const { reads, writes } = monthlyCost(HABITS, rows);
      const isFree = reads.shareOfFree <= 1 && writes.shareOfFree <= 1;
      return [String(rows), ...formatUse(reads), ...formatUse(writes), isFree ? 'да' : 'нет'];
    }),
  ),
);

function formatUse({ perDay, perMonth, shareOfFree }: ReturnType<typeof monthlyCost>['reads']): string[] {
  return [String(perDay), `${(100 * shareOfFree).toFixed(1).replace('.', ',')} %`, String(perMonth)];
}

function formatCalls(calls: Readonly<Record<string, number>>): string {
  return Object.entries(calls)
    .map(([method, n]) => `${CALL_NAMES[method] ?? method}${n > 1 ? ` × ${n}` : ''}`)
    .join(', ');
}
