import fc from 'fast-check';
import { openGuardedService, type GuardedService } from '../guarded-service.ts';
import { ATTEMPTS, type Attempt } from './attempts.ts';
import { judge, standingOf } from './judge.ts';
import { sendAttempt, type Answered } from './send-attempt.ts';

export interface Fault {
  readonly seed: number;
  readonly attempt: Attempt;
  readonly answered: Answered | undefined;
  readonly what: string;
}

export interface FuzzOutcome {
  readonly faults: readonly Fault[];
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
}

interface FuzzRequest {
  readonly seed: number;
  readonly requests: number;
  readonly onProgress?: (done: number) => void;
}

/** The request of a seed is always the same, and meets the service as it was in the beginning. */
export async function runFuzz({ seed, requests, onProgress }: FuzzRequest): Promise<FuzzOutcome> {
  const service = await openGuardedService();
  const faults: Fault[] = [];
  const statuses = new Map<number, number>();
  const loose: unknown[] = [];
  const keep = (error: unknown) => void loose.push(error);
  process.on('uncaughtException', keep).on('unhandledRejection', keep);
  try {
    for (let index = 0; index < requests; index++) {
      const played = await playOne(service, seed + index, loose);
      const status = played.answered?.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (played.what !== undefined) faults.push({ ...played, what: played.what });
      onProgress?.(index + 1);
    }
  } finally {
    process.off('uncaughtException', keep).off('unhandledRejection', keep);
    await service.close();
  }
  return { faults, statuses };
}

async function playOne(service: GuardedService, seed: number, loose: unknown[]) {
  const [attempt] = fc.sample(ATTEMPTS, { seed, numRuns: 1 });
  if (!attempt) throw new Error('no attempt');
  service.reset();
  const before = standingOf(service);
  const answered = await sendAttempt(service.url, attempt).catch(() => undefined);
  const after = standingOf(service);
  const bug = [...service.seen.bugs.splice(0), ...loose.splice(0)].at(0);
  const thrown =
    bug === undefined ? undefined : `threw ${bug instanceof Error ? bug.stack : JSON.stringify(bug)}`;
  return { seed, attempt, answered, what: thrown ?? judge(attempt, answered, { before, after }) };
}
