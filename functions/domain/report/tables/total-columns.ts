import type { Obligation } from '../../assessment/obligation.ts';
import { inTimeOf, tally } from '../../assessment/tally.ts';
import type { ReportColumn, ReportRow } from '../report-document.ts';

/** What a table says of all that one school owes, under a common title. */
export function totalColumns(group: string): readonly ReportColumn[] {
  return [
    { key: 'total', title: 'Всего', group, kind: 'count', width: 12 },
    { key: 'done', title: 'в срок', group, kind: 'count', width: 12 },
    { key: 'done_late', title: 'с опозданием', group, kind: 'count', width: 16 },
    { key: 'overdue', title: 'просрочено', group, kind: 'count', width: 15 },
    { key: 'due', title: 'наступило', group, kind: 'count', width: 15 },
    { key: 'percent', title: '% от наступивших', kind: 'percent', width: 15 },
  ];
}

export const TOTAL_KEYS = totalColumns('').map(({ key }) => key);

/** In the order of the columns. */
export function totalCells(obligations: readonly Obligation[]): ReportRow['cells'] {
  const counts = tally(obligations);
  const { total, byState, due, percent } = counts;
  return [total, inTimeOf(counts), byState.done_late, byState.overdue, due, percent];
}
