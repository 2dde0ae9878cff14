/** What whoever called can do about a failure, for programs that react without knowing each code. */
export type FailureKind =
  /** Nobody known. */
  | 'unauthenticated'
  /** Known, and may not. */
  | 'denied'
  /** What was named does not exist. */
  | 'missing'
  /** Others were at it: the same again, later, may do. */
  | 'conflict'
  /** The data or the wish does not allow it: the same again will not do. */
  | 'refused'
  /** Too many calls. */
  | 'exhausted'
  /** Somebody's service does not answer. */
  | 'unavailable';

/**
 * An error that a user can act on: `message` says in Russian what is wrong, where and what to do next.
 * Anything else that is thrown is a bug of ours.
 */
export abstract class UserFacingError extends Error {
  /** A stable English word for programs: HTTP answers and `--json` carry it. */
  abstract readonly code: string;
  readonly kind: FailureKind = 'refused';
}
