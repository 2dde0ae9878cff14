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
