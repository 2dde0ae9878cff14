import { STATE_TITLES, type State } from '../../assessment/states/state.ts';
import type { AdditiveCounts } from '../report-aggregates.ts';
import type { ReportColumn } from '../report-document.ts';
import type { ReportCell } from './table-of.ts';
import { percentOf } from '../../assessment/tally.ts';

/** Which percentage it is: of all that has fallen due, what is done in time and what is done late. */
const PERCENT = 'Процент выполнения (в срок и с опозданием)';

/** Millimetres for the longest words: «опозданием», «подтвер-». */
const STATE_WIDTHS: Partial<Record<State, number>> = { done_late: 18, done_unproved: 19 };

/** The figures by state and what the percentage is made of, side by side; `countCells` of the same states fills them. */
export function countColumns(states: readonly State[]): readonly ReportColumn[] {
  return [
    { key: 'total', title: 'Всего', kind: 'count', width: 13 },
    ...states.map((state): ReportColumn => ({
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
}

export function countCells(
  { total, byState, due, dueDone }: AdditiveCounts,
  states: readonly State[],
): readonly ReportCell[] {
  return [total, ...states.map((state) => byState[state] ?? 0), due, dueDone, percentOf(dueDone, due)];
}
