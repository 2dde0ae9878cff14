import { UserFacingError } from '../../functions/domain/user-facing-error.ts';

/** One thing that was looked at. */
export interface Check {
  /** Russian. */
  readonly name: string;
  readonly isGood: boolean;
  /** Without it the main job cannot run. */
  readonly isNeeded: boolean;
  /** Russian: what stands; of what is wrong also how it is mended. */
  readonly detail: string;
}

export function good(name: string, detail: string): Check {
  return { name, isGood: true, isNeeded: true, detail };
}

/** `mend`: what is to be done about it. */
export function bad(name: string, what: string, mend: string): Check {
  return { name, isGood: false, isNeeded: true, detail: `${what} ${mend}` };
}

/** What a person can act on is a check that failed: its words say what to do. Throws everything else. */
export function failed(name: string, error: unknown): Check {
  if (!(error instanceof UserFacingError)) throw error;
  return { name, isGood: false, isNeeded: true, detail: error.message };
}

/** Good to have: without it the rest works on. */
export function optional(name: string, isGood: boolean, detail: string): Check {
  return { name, isGood, isNeeded: false, detail };
}

export function isWell(checks: readonly Check[]): boolean {
  return checks.every(({ isGood, isNeeded }) => isGood || !isNeeded);
}

export function formatChecks(checks: readonly Check[]): string {
  const lines = checks.map(({ name, isGood, isNeeded, detail }) => {
    const mark = isGood ? 'есть' : isNeeded ? 'НЕТ ' : 'нет ';
    return `${mark}  ${name}: ${detail}`;
  });
  return [...lines, isWell(checks) ? 'Всё нужное на месте.' : 'Есть помехи: см. строки «НЕТ».'].join('\n');
}
