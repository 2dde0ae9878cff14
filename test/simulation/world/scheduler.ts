import { errorFor, faultFor, isCarriedOut, type CallTraits, type Fault } from './faults.ts';

/** Someone who waits for calls: one invocation of a function. */
export interface Actor {
  readonly name: string;
  /** A crashed function never hears of its calls again. */
  isDead: boolean;
}

/** A call on its way, until the scheduler lets it through. */
interface Parked extends CallTraits {
  readonly actor: Actor;
  readonly label: string;
  /** Carries the call out; throws what the other side answers. */
  readonly carryOut: () => unknown;
  /** Gives the answer or the error to the caller; absent for a call whose caller gave up on it. */
  readonly settle?: { resolve(value: unknown): void; reject(error: unknown): void };
  /** What an unlucky caller gets in place of the answer. */
  readonly spoil: (answer: unknown, fault: Fault) => unknown;
}

export interface Sent extends CallTraits {
  readonly label: string;
  readonly carryOut: () => unknown;
  readonly spoil?: (answer: unknown, fault: Fault) => unknown;
}

export interface Released {
  readonly label: string;
  readonly actor: string;
  readonly fault: Fault;
}

export interface Scheduler {
  /** Hands a call over; it is answered when the scheduler lets it through. */
  send(actor: Actor, call: Sent): Promise<unknown>;
  /** Lets the call number `pick` (modulo the number of those on their way) through, struck by `fault`. */
  release(pick: number, fault: Fault): Released | undefined;
  readonly pending: number;
  /** While express, calls go through at once. */
  setExpress(isExpress: boolean): void;
}

/** Every call of every function waits here, so that one seed decides in which order all things happen. */
export function createScheduler(): Scheduler {
  const parked: Parked[] = [];
  let isExpress = false;

  function send(actor: Actor, call: Sent): Promise<unknown> {
    if (isExpress) return runNow(call);
    return new Promise((resolve, reject) => {
      parked.push({ spoil: (answer) => answer, ...call, actor, settle: { resolve, reject } });
    });
  }

  function release(pick: number, asked: Fault): Released | undefined {
    if (parked.length === 0) return undefined;
    const [call] = parked.splice(pick % parked.length, 1);
    if (!call) return undefined;
    const fault = call.settle ? faultFor(asked, call) : 'none';
    strike(call, fault);
    if (call.actor.isDead) drop(call.actor);
    return { label: call.label, actor: call.actor.name, fault };
  }

  function strike(call: Parked, fault: Fault): void {
    if (fault === 'arrives_late') {
      const { settle: _settle, ...ghost } = call;
      parked.push({ ...ghost, label: `${call.label} (late)` });
    }
    if (fault === 'crash_before' || fault === 'crash_after') call.actor.isDead = true;
    const outcome = isCarriedOut(fault) ? attempt(call) : { answer: undefined };
    if (call.actor.isDead || !call.settle) return;
    const error = errorFor(fault, call.port) ?? outcome.error;
    if (error !== undefined) call.settle.reject(error);
    else call.settle.resolve(call.spoil(outcome.answer, fault));
  }

  /** What a dead function had sent beside the fatal call never arrives. */
  function drop(actor: Actor): void {
    for (let index = parked.length - 1; index >= 0; index--) {
      if (parked[index]?.actor === actor && parked[index]?.settle) parked.splice(index, 1);
    }
  }

  return {
    send,
    release,
    get pending() {
      return parked.length;
    },
    setExpress: (value) => {
      isExpress = value;
    },
  };
}

function attempt(call: Pick<Parked, 'carryOut'>): { answer?: unknown; error?: unknown } {
  try {
    return { answer: call.carryOut() };
  } catch (error) {
    return { error };
  }
}

async function runNow(call: Sent): Promise<unknown> {
  return call.carryOut();
}
