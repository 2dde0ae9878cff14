/**
 * An error that a user can act on: `message` says in Russian what is wrong, where and what to do next.
 * Anything else that is thrown is a bug of ours.
 */
export abstract class UserFacingError extends Error {
  /** A stable English word for programs: HTTP answers and `--json` carry it. */
  abstract readonly code: string;
}
