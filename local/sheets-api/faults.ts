/** One call as tests see it: `n` counts the calls of the same method from 1. */
export interface FaultCall {
  readonly method: string;
  readonly path: string;
  readonly n: number;
}

/**
 * An error answer (with `page`: the web page of a machine on the way instead of the API's own words), a dropped
 * connection or silence, before or after the call has been applied; `cut`: applied, but the answer ends half-way.
 */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly page?: string;
      readonly when: 'before' | 'after';
    }
  | 'drop_before'
  | 'drop_after'
  | 'hang_before'
  | 'hang_after'
  | 'cut';

export type Faults = (call: FaultCall) => Fault | undefined;

export function strikes(fault: Fault, when: 'before' | 'after'): boolean {
  return typeof fault === 'string' ? fault.endsWith(`_${when}`) : fault.when === when;
}
