import { PlanReadersBusyError } from '../../../../use-cases/ports/file-errors.ts';
import type { PlanLimits } from '../limits.ts';

/** Lets so many through at once; those after them wait, and after those nobody does. */
export function createQueue({
  atOnce,
  waiting,
}: Pick<PlanLimits, 'atOnce' | 'waiting'>): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const line: (() => void)[] = [];
  /** Throws `PlanReadersBusyError`. */
  return async (work) => {
    if (running < atOnce) running += 1;
    else {
      if (line.length >= waiting) throw new PlanReadersBusyError();
      // Whoever is done hands over its place.
      await new Promise<void>((resolve) => void line.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
