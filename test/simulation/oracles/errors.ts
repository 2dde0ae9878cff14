import { UserFacingError } from '../../../functions/domain/user-facing-error.ts';
import type { Invocation } from '../world/invocation.ts';
import type { Violation } from './violation.ts';

/** A function may fail, but only with what a person can act on, and it must be true. */
export function checkEnd({ name, outcome, lastWrite }: Invocation): Violation | undefined {
  if (!outcome || !('error' in outcome)) return undefined;
  const { error } = outcome;
  if (!(error instanceof UserFacingError)) {
    const what = error instanceof Error ? (error.stack ?? error.message) : 'nothing';
    return { oracle: 'errors', what: `${name} ended with what no user can act on: ${what}` };
  }
  const isDenied = error.message.includes('Этим запросом таблица не изменена') && lastWrite === 'carried out';
  return isDenied ? { oracle: 'errors', what: `${name} denies its write: ${error.message}` } : undefined;
}
