import type { Period } from '../../../domain/dates/period.ts';
import { formatDate, yearOf } from '../../../domain/dates/dates.ts';
import { kindOfPeriod } from '../../../domain/dates/period.ts';
import type { FirstRows } from '../../../domain/records/records.ts';
import type { Cells } from '../../../domain/sync/row.ts';

/** How «Настройки» name the bounds of a further period, and note which rows of «Исполнение» and «Планы школ» are its first. */
export const PERIOD_ROWS = {
  pattern: /^период\s+([^:]*[^:\s])\s*:\s*(начало|конец)$/iu,
  firstRow: /с\s+номера\s+e(\d+)/iu,
  firstPlanRow: /с\s+номера\s+m(\d+)/iu,
} as const;

/** `2022`, `2022/2023`, else the first day. */
function shortPeriod(period: Period): string {
  const year = yearOf(period.start);
  const kind = kindOfPeriod(period);
  if (kind === 'calendar_year') return String(year);
  return kind === 'school_year' ? `${year}/${year + 1}` : `с ${formatDate(period.start)}`;
}

/** The two rows of a further period, for the end of «Настройки»; without rows of school plans there is nothing to note of them. */
export function periodRows(
  period: Period,
  { firstRow, firstPlanRow = 1 }: FirstRows & { readonly firstRow: number },
): readonly Cells[] {
  const name = shortPeriod(period);
  const plans = firstPlanRow > 1 ? `, «Планов школ» — с номера m${firstPlanRow}` : '';
  return [
    {
      name: `Период ${name}: начало`,
      value: formatDate(period.start),
      explanation: `Строки «Исполнения» этого периода — с номера e${firstRow}${plans}. Прежние относятся к прежнему периоду.`,
    },
    { name: `Период ${name}: конец`, value: formatDate(period.end), explanation: 'Последний день периода.' },
  ];
}
