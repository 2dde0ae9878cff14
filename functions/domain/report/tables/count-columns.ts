import { STATE_TITLES, STATES, type State } from '../../assessment/obligation.ts';
import type { AdditiveCounts } from '../report-aggregates.ts';
import type { ReportColumn } from '../report-document.ts';
import type { ReportCell } from './table-of.ts';
import { percentOf } from '../../assessment/tally.ts';

/** Which percentage it is: of all that has fallen due, what is done in time and what is done late. */
const PERCENT = 'Процент выполнения (в срок и с опозданием)';

/** The same where the column stands without its denominator beside it. */
export const PERCENT_TITLE = '% от наступивших (в срок и с опозданием)';

/** Millimetres for the longest words: «опозданием», «подтвер-». */
const STATE_WIDTHS: Partial<Record<State, number>> = { done_late: 18, done_unproved: 19 };

/** The figures by state and what the percentage is made of, side by side; `countCells` fills them. */
export const COUNT_COLUMNS: readonly ReportColumn[] = [
  { key: 'total', title: 'Всего', kind: 'count', width: 13 },
  ...STATES.map((state): ReportColumn => ({
    key: state,
    title: STATE_TITLES[state],
    group: 'Из них',
    kind: 'count',
    width: STATE_WIDTHS[state] ?? 15,
  })),
  { key: 'due', title: 'Срок наступил', group: PERCENT, kind: 'count', width: 16 },
  { key: 'dueDone', title: 'из них выполнено', group: PERCENT, kind: 'count', width: 16 },
  { key: 'percent', title: '%', group: PERCENT, kind: 'percent', width: 13 },
];

export function countCells({ total, byState, due, dueDone }: AdditiveCounts): readonly ReportCell[] {
  return [total, ...STATES.map((state) => byState[state] ?? 0), due, dueDone, percentOf(dueDone, due)];
}
