import type * as z from 'zod/mini';
import type { errorAnswer } from '../contract/answers.ts';
import { UserFacingError, type FailureKind } from '../domain/user-facing-error.ts';
import { RequestError } from './request-errors.ts';

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
}

export function describeFailure(error: unknown): FailureAnswer {
  if (error instanceof UserFacingError) {
    const { code, message } = error;
    const status = error instanceof RequestError ? error.status : STATUSES[error.kind];
    return { status, answer: { error: { code, message } } };
  }
  // Anything else is a bug of ours: the log keeps it whole, the caller learns what to do.
  console.error(error);
  const message =
    'Внутренняя ошибка. Данные в таблице целы. Повторите команду; если повторится — сообщите тому, кто ' +
    'устанавливал систему: причина записана в журнале функции.';
  return { status: INTERNAL, answer: { error: { code: 'internal', message } } };
}
