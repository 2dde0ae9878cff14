import type { Period } from '../../../domain/period.ts';
import { formatDate, yearOf } from '../../../domain/dates.ts';
import { kindOfPeriod } from '../../../domain/period.ts';
import type { Cells } from '../../../domain/sync/row.ts';

/** How «Настройки» name the bounds of a further period, and note which row of «Исполнение» is its first. */
export const PERIOD_ROWS = {
  pattern: /^период\s+([^:]*[^:\s])\s*:\s*(начало|конец)$/iu,
  firstRow: /с\s+номера\s+e(\d+)/iu,
} as const;

/** `2022`, `2022/2023`, else the first day. */
function shortPeriod(period: Period): string {
  const year = yearOf(period.start);
  const kind = kindOfPeriod(period);
  if (kind === 'calendar_year') return String(year);
  return kind === 'school_year' ? `${year}/${year + 1}` : `с ${formatDate(period.start)}`;
}

/** The two rows of a further period, for the end of «Настройки». */
export function periodRows(period: Period, firstRow: number): readonly Cells[] {
  const name = shortPeriod(period);
  return [
    {
      name: `Период ${name}: начало`,
      value: formatDate(period.start),
      explanation: `Строки «Исполнения» этого периода — с номера e${firstRow}. Прежние относятся к прежнему периоду.`,
    },
    { name: `Период ${name}: конец`, value: formatDate(period.end), explanation: 'Последний день периода.' },
  ];
}
