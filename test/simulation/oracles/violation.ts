/** A broken promise, found at the moment it is broken or when all is quiet. */
export interface Violation {
  /** Which oracle saw it. */
  readonly oracle: string;
  readonly what: string;
}

/** Ends a run that cannot go on. */
export class ViolationError extends Error {
  override readonly name = 'ViolationError';
  readonly violation: Violation;

  constructor(oracle: string, what: string, options?: ErrorOptions) {
    super(`${oracle}: ${what}`, options);
    this.violation = { oracle, what };
  }
}
