import { STATE_TITLES, type State } from '../../../domain/assessment/states/state.ts';
import { SEVERITY_TITLES, type Severity } from '../../../domain/findings/finding.ts';
import type { Colour, ConditionalRule } from '../../layout/layout.ts';
import { PALETTE, SEVERITY_COLOURS } from '../../layout/palette.ts';
import type { Column } from '../../worksheets/spec.ts';

/** In bold: seen at once on a grey print too. */
const LOUD: ReadonlySet<State> = new Set(['overdue', 'returned', 'no_deadline']);

const STATE_COLOURS: Partial<Record<State, Colour>> = {
  done: PALETTE.done,
  off_control: PALETTE.done,
  done_late: PALETTE.reminder,
  awaiting_acceptance: PALETTE.reminder,
  returned: PALETTE.warning,
  due_soon: PALETTE.reminder,
  done_unproved: PALETTE.warning,
  overdue: PALETTE.overdue,
  waiting_act: PALETTE.reminder,
  no_deadline: PALETTE.error,
};

/** How the cells of the column at `index` are coloured by what they say: findings and states. */
export function columnRules({ key }: Column, index: number): ConditionalRule[] {
  const range = { startRow: 1, startColumn: index, endColumn: index + 1 };
  if (key === 'check') return severityRules(range);
  return key === 'state' ? stateRules(range) : [];
}

/** Colours the cells of `range` by the word of severity that their text begins with. */
function severityRules(range: ConditionalRule['range']): ConditionalRule[] {
  return Object.entries(SEVERITY_COLOURS).map(([severity, background]) => ({
    range,
    when: 'text_starts_with',
    text: SEVERITY_TITLES[severity as Severity],
    // A long text in bold would be hard to read.
    style: { background },
  }));
}

function stateRules(range: ConditionalRule['range']): ConditionalRule[] {
  return Object.entries(STATE_COLOURS).map(([state, background]) => ({
    range,
    // A measure's counts («выполнено 3, …») are no one state.
    ...ruleOfState(state as State),
    style: { background, ...(LOUD.has(state as State) && { bold: true }) },
  }));
}

/** How many days stands behind these. */
function ruleOfState(state: State): Pick<ConditionalRule, 'when' | 'text'> {
  const title = STATE_TITLES[state];
  const hasDays = state === 'done_late' || state === 'overdue';
  return hasDays ? { when: 'text_starts_with', text: `${title} на ` } : { when: 'text_equals', text: title };
}
