/** One call as tests see it: `n` counts the calls of the same method from 1. */
export interface FaultCall {
  readonly method: string;
  readonly path: string;
  readonly n: number;
}

/** An error answer, or a dropped connection, before or after the call has been applied. */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly when: 'before' | 'after';
    }
  | 'drop_before'
  | 'drop_after';

export type Faults = (call: FaultCall) => Fault | undefined;

export function strikes(fault: Fault, when: 'before' | 'after'): boolean {
  return typeof fault === 'string' ? fault === `drop_${when}` : fault.when === when;
}
