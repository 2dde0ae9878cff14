import { STATE_TITLES, STATES } from '../../assessment/obligation.ts';
import type { AdditiveCounts } from '../report-aggregates.ts';
import type { ReportColumn } from '../report-document.ts';
import type { ReportCell } from './table-of.ts';
import { percentOf } from '../../assessment/tally.ts';

/** The figures by state and what the percentage is made of, side by side; `countCells` fills them. */
export const COUNT_COLUMNS: readonly ReportColumn[] = [
  { key: 'total', title: 'Всего', kind: 'count', width: 14 },
  ...STATES.map((state): ReportColumn => ({
    key: state,
    title: STATE_TITLES[state],
    group: 'Из них',
    kind: 'count',
    // «подтвер-» needs it.
    width: state === 'done_unproved' ? 19 : 16,
  })),
  { key: 'due', title: 'Срок наступил', group: 'Расчёт процента', kind: 'count', width: 16 },
  { key: 'dueDone', title: 'из них выполнено', group: 'Расчёт процента', kind: 'count', width: 16 },
  { key: 'percent', title: '%', group: 'Расчёт процента', kind: 'percent', width: 13 },
];

export function countCells({ total, byState, due, dueDone }: AdditiveCounts): readonly ReportCell[] {
  return [total, ...STATES.map((state) => byState[state]), due, dueDone, percentOf(dueDone, due)];
}
