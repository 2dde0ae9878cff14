import type { Obligation } from '../obligation.ts';
import type { State } from './state.ts';

/** From most to least in need of attention: where several occurrences share a cell, the first that applies is shown. */
const WORST_FIRST: readonly State[] = [
  'overdue',
  'returned',
  'no_deadline',
  'done_unproved',
  'awaiting_acceptance',
  'due_soon',
  'not_started',
  'in_progress',
  'waiting_act',
  'on_request',
  'done_late',
  'done',
  'off_control',
  'not_required',
];

/** Negative where `a` needs more attention than `b`; of two that are overdue the longer one does. */
export function compareNeed(a: Obligation, b: Obligation): number {
  return WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state) || b.overdueDays - a.overdueDays;
}

/** The one in most need of attention; the first of equals, undefined of none. */
export function worstOf(obligations: readonly Obligation[]): Obligation | undefined {
  let worst: Obligation | undefined;
  for (const each of obligations) if (!worst || compareNeed(each, worst) < 0) worst = each;
  return worst;
}
