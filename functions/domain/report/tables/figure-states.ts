import { STATES, type State } from '../../assessment/states/state.ts';
import type { ReportColumn } from '../report-document.ts';

type Counts = Readonly<Partial<Record<State, number>>>;

/** On paper «скоро» is nothing of its own: its day has not come, and the part of what is at risk names it. */
export function figureState(state: State): State {
  return state === 'due_soon' ? 'not_started' : state;
}

/** States of the controller's making: many departments have none, and their tables no columns for them. */
const RARE: ReadonlySet<State> = new Set(['off_control', 'awaiting_acceptance', 'returned']);

/** The states that a table has columns for, where these are all that it counts. */
export function statesShown(counts: Counts): readonly State[] {
  return STATES.filter(
    (state) => figureState(state) === state && (!RARE.has(state) || (counts[state] ?? 0) > 0),
  );
}

/** Millimetres across the page. */
const PAGE = 267;

/** The columns as wide as the page has room for: more of them than usual are all a little narrower. */
export function fitColumns<Column extends ReportColumn>(columns: readonly Column[]): readonly Column[] {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  if (sum <= PAGE) return columns;
  const widths = columns.map(({ width }) => Math.floor((width * PAGE) / sum));
  const left = PAGE - widths.reduce((total, width) => total + width, 0);
  const widest = widths.indexOf(Math.max(...widths));
  return columns.map((column, index) => ({
    ...column,
    width: (widths[index] ?? 0) + (index === widest ? left : 0),
  }));
}
