import { ViolationError, type Violation } from './oracles/violation.ts';
import { calmDown, checkQuiet, settle } from './quiet.ts';
import type { Scenario, Step } from './steps.ts';
import { makeBase, type Base } from './world/base.ts';
import { createWorld, type World } from './world/world.ts';

export interface RunResult {
  readonly violation: Violation | undefined;
  /** What happened, a line an event. */
  readonly trace: readonly string[];
  /** How often each fault struck, each action was taken, each function ran. */
  readonly counts: ReadonlyMap<string, number>;
}

const DAY_MS = 86_400_000;
const LAST_STEP: Step = { kind: 'quiet', confirms: false };

type Beginning = Pick<Scenario, 'isSettled' | 'isOld'>;
const bases = new Map<string, Promise<Base>>();

/** Made once a process, and shared: a run changes copies only. */
function baseFor({ isSettled, isOld }: Beginning): Promise<Base> {
  const name = JSON.stringify([isSettled, isOld]);
  const base = bases.get(name) ?? makeBase({ isSettled, isOld });
  bases.set(name, base);
  return base;
}

/** Plays the scenario: the same scenario gives the same trace, always. Stops at the first violation. */
export async function runScenario({ steps, ...beginning }: Scenario): Promise<RunResult> {
  const world = createWorld(await baseFor(beginning));
  const trace: string[] = [];
  const counts = new Map<string, number>();
  const violation = await playAll(world, [...steps, LAST_STEP], { trace, counts });
  if (violation) trace.push(`VIOLATION of ${violation.oracle}: ${violation.what}`);
  return { violation, trace, counts };
}

interface Record {
  readonly trace: string[];
  readonly counts: Map<string, number>;
}

async function playAll(world: World, steps: readonly Step[], record: Record): Promise<Violation | undefined> {
  try {
    for (const step of steps) {
      const line = await playStep(world, step, record.counts);
      if (line !== undefined) record.trace.push(line);
      const violation = world.violations[0] ?? (step.kind === 'quiet' ? await checkQuiet(world) : undefined);
      if (violation) return violation;
    }
    return world.violations[0];
  } catch (error) {
    if (error instanceof ViolationError) return world.violations[0] ?? error.violation;
    throw error;
  }
}

async function playStep(world: World, step: Step, counts: Map<string, number>): Promise<string | undefined> {
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  switch (step.kind) {
    case 'edit': {
      const what = world.edit(step);
      if (what !== undefined) count(`edit: ${step.action}`);
      return what && `editor ${step.editor + 1}: ${what}`;
    }
    case 'call':
      count(`call: ${step.job}`);
      return startCall(world, step);
    case 'pass':
      return passCall(world, step, count);
    case 'next_day':
      world.passTime(DAY_MS);
      return 'a day passes';
    case 'quiet':
      count('quiet');
      return `all is quiet after ${await calmDown(world, step.confirms)} passes`;
  }
}

async function startCall(world: World, { job }: Extract<Step, { kind: 'call' }>): Promise<string> {
  const { name } = world.call(job);
  await settle();
  return `${name} begins`;
}

async function passCall(
  world: World,
  { pick, fault }: Extract<Step, { kind: 'pass' }>,
  count: (name: string) => void,
): Promise<string | undefined> {
  const released = world.scheduler.release(pick, fault);
  if (!released) return undefined;
  if (released.fault !== 'none') count(`fault: ${released.fault}`);
  await settle();
  world.running();
  const struck = released.fault === 'none' ? '' : `, struck by ${released.fault}`;
  return `${released.actor}: ${released.label}${struck}`;
}
