import type * as z from 'zod/mini';
import type { errorAnswer } from '../../contract/answers.ts';
import { UserFacingError, type FailureKind } from '../../domain/user-facing-error.ts';
import { MethodError, RequestError } from './request-errors.ts';

/** The one place that knows how HTTP calls what errors say of themselves. */
const STATUSES: Readonly<Record<FailureKind, number>> = {
  unauthenticated: 401,
  denied: 403,
  missing: 404,
  conflict: 409,
  refused: 422,
  exhausted: 429,
  unavailable: 503,
};
const INTERNAL = 500;

interface FailureAnswer {
  readonly status: number;
  readonly answer: z.output<typeof errorAnswer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What was thrown, where it was no error that a user can act on. */
  readonly bug?: unknown;
}

/** Whether the same again, whenever, would fail the same: only a person can mend it. */
export function isForGood(error: unknown): boolean {
  if (!(error instanceof UserFacingError)) return false;
  const { kind } = error;
  return kind === 'denied' || kind === 'missing' || kind === 'refused';
}

export function describeFailure(error: unknown): FailureAnswer {
  if (error instanceof UserFacingError) {
    const { code, message } = error;
    const status = error instanceof RequestError ? error.status : STATUSES[error.kind];
    const headers = headersOf(error);
    return { status, answer: { error: { code, message } }, ...(headers && { headers }) };
  }
  // Anything else is a bug of ours: the caller learns what to do, and whoever logs gets it whole.
  const message =
    'Внутренняя ошибка. Данные в таблице целы. Повторите команду; если повторится — сообщите тому, кто ' +
    'устанавливал систему: причина записана в журнале функции.';
  return { status: INTERNAL, answer: { error: { code: 'internal', message } }, bug: error };
}

function headersOf(error: UserFacingError): Readonly<Record<string, string>> | undefined {
  if (error instanceof MethodError) return { allow: 'POST' };
  if (!(error instanceof RequestError) || error.retryAfter === undefined) return undefined;
  return { 'retry-after': String(error.retryAfter) };
}
