import { ACTION_WEIGHTS } from './editors/actions.ts';
import type { Edit } from './editors/staff.ts';
import { createRandom, type Random } from './random.ts';
import type { Fault } from './world/faults.ts';

export const JOBS = ['sync', 'monitor', 'report', 'confirm', 'provision'] as const;
export type Job = (typeof JOBS)[number];

/**
 * One decision of a run. Each stands for itself: it is resolved against whatever the world is by then, so that any
 * of them can be left out and the rest still makes a run. That is what shrinking needs.
 */
export type Step =
  | ({ readonly kind: 'edit' } & Edit)
  /** A function is called: by a trigger, the schedule or the menu. */
  | { readonly kind: 'call'; readonly job: Job }
  /** A call on its way goes through, struck by the fault. */
  | { readonly kind: 'pass'; readonly pick: number; readonly fault: Fault }
  | { readonly kind: 'next_day' }
  /** Everybody stops, everything ends, and all promises are checked. */
  | { readonly kind: 'quiet'; readonly confirms: boolean };

export interface Scenario {
  readonly seed: number;
  /** The functions have seen the workbook before the first step. */
  readonly isSettled: boolean;
  /** An earlier program laid the workbook out, and this one's provisioning comes while people type. */
  readonly isOld: boolean;
  readonly steps: readonly Step[];
}

const STEP_WEIGHTS = { edit: 26, call: 9, pass: 64, next_day: 1 } as const;
const JOB_WEIGHTS = { sync: 72, monitor: 10, report: 10, confirm: 8 } as const;
const FAULT_WEIGHTS: Readonly<Record<Fault, number>> = {
  none: 150,
  request_lost: 2,
  answer_lost: 3,
  timeout_before: 1,
  timeout_after: 2,
  arrives_late: 3,
  unavailable_before: 2,
  unavailable_after: 3,
  quota: 1,
  quota_with_retry_after: 1,
  truncated: 1,
  hollow: 1,
  conflict: 2,
  crash_before: 3,
  crash_after: 4,
};
const MAX_EDITORS = 3;
const FIRST_LOADS = 0.1;

/** All decisions of the run with this seed, before it begins. */
export function planScenario(seed: number): Scenario {
  const random = createRandom(seed);
  const isSettled = !random.chance(FIRST_LOADS);
  const isFaulty = random.chance(0.7);
  const rounds = 1 + random.below(3);
  const steps = Array.from({ length: rounds }, () => [
    ...planRound(random, isFaulty),
    { kind: 'quiet' as const, confirms: random.chance(0.5) },
  ]);
  const isOld = seed % OLD_EVERY === 0;
  return { seed, isSettled, isOld, steps: isOld ? withUpgrades(steps.flat(), seed) : steps.flat() };
}

/** One workbook in so many comes from an earlier program. */
const OLD_EVERY = 4;
const MAX_UPGRADES = 3;

/** Chance of its own: what happens otherwise is what would happen without. */
function withUpgrades(steps: readonly Step[], seed: number): Step[] {
  const random = createRandom(seed + 1_000_003);
  const all = [...steps];
  for (let left = 1 + random.below(MAX_UPGRADES); left > 0; left--)
    all.splice(random.below(all.length), 0, { kind: 'call', job: 'provision' });
  return all;
}

function planRound(random: Random, isFaulty: boolean): Step[] {
  const count = 6 + random.below(24);
  return Array.from({ length: count }, () => planStep(random, isFaulty));
}

function planStep(random: Random, isFaulty: boolean): Step {
  switch (random.weighted(STEP_WEIGHTS)) {
    case 'edit':
      return {
        kind: 'edit',
        editor: random.below(MAX_EDITORS),
        action: random.weighted(ACTION_WEIGHTS),
        seed: random.below(2 ** 30),
      };
    case 'call':
      return { kind: 'call', job: random.weighted(JOB_WEIGHTS) };
    case 'pass':
      return {
        kind: 'pass',
        pick: random.below(60),
        fault: isFaulty ? random.weighted(FAULT_WEIGHTS) : 'none',
      };
    case 'next_day':
      return { kind: 'next_day' };
  }
}
