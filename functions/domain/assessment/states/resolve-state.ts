import type { State } from './state.ts';

/** All that the state of an obligation depends on, as of one day. */
export interface StateFacts {
  readonly isNotRequired: boolean;
  /** Marked as done, and not on a day still to come. */
  readonly isDone: boolean;
  /** By a document or link, and not one of a day still to come. */
  readonly isProved: boolean;
  /** The work is dated after the last day that is in time. */
  readonly isLate: boolean;
  readonly isInProgress: boolean;
  /** «Снято с контроля», and not on a day still to come. */
  readonly isTakenOff: boolean;
  /** «Возвращено» says what is missing. */
  readonly isReturned: boolean;
  readonly needsAcceptance: boolean;
  /** Why there is no control date; undefined where there is one. */
  readonly undated: 'on_request' | 'waiting_act' | 'no_deadline' | undefined;
  /** The last day that is in time has passed. */
  readonly hasExpired: boolean;
  /** The days of reminding have begun. */
  readonly isSoon: boolean;
}

type Rule = readonly [state: State, applies: (facts: StateFacts) => boolean];

/** The first that applies decides. Taking off control accepts what is done and proved, and nothing else. */
const RULES: readonly Rule[] = [
  ['not_required', ({ isNotRequired }) => isNotRequired],
  ['done_late', (facts) => isAccepted(facts) && facts.isLate],
  ['off_control', isAccepted],
  ['overdue', ({ isReturned, hasExpired }) => isReturned && hasExpired],
  ['returned', ({ isReturned }) => isReturned],
  ['done_unproved', (facts) => facts.isDone && !facts.isProved],
  ['awaiting_acceptance', ({ isDone, needsAcceptance }) => isDone && needsAcceptance],
  ['done_late', ({ isDone, isLate }) => isDone && isLate],
  ['done', ({ isDone }) => isDone],
  ['on_request', ({ undated }) => undated === 'on_request'],
  ['waiting_act', ({ undated }) => undated === 'waiting_act'],
  ['no_deadline', ({ undated }) => undated === 'no_deadline'],
  ['overdue', ({ hasExpired }) => hasExpired],
  ['in_progress', ({ isInProgress }) => isInProgress],
  ['due_soon', ({ isSoon }) => isSoon],
];

/** The one state of an obligation: complete, for what no rule names has not come due. */
export function resolveState(facts: StateFacts): State {
  return RULES.find(([, applies]) => applies(facts))?.[0] ?? 'not_started';
}

function isAccepted({ isDone, isProved, isTakenOff }: StateFacts): boolean {
  return isDone && isProved && isTakenOff;
}
