import { ANSWERS, errorAnswer, type AnswerOf, type FunctionName } from '../../functions/contract/answers.ts';
import type { RequestOf } from '../../functions/contract/functions.ts';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { COORDINATOR } from '../runtime.ts';
import type { Site } from './open-site.ts';

export class FunctionFailedError extends UserFacingError {
  override readonly name = 'FunctionFailedError';
  readonly code = 'function_failed';
  /** Of the answer: 422 is the function's own refusal, with the workbook whole and reachable. */
  readonly status: number;

  constructor(name: string, status: number, message: string) {
    super(message, { cause: `${name} answered ${status}` });
    this.status = status;
  }
}

/** Calls a function over HTTP as the add-on does: POST, JSON, an identity token. */
export async function callFunction<Name extends FunctionName>(
  { functionsUrl, tokenFor }: Site,
  name: Name,
  body: RequestOf<Name>,
): Promise<AnswerOf<Name>> {
  const response = await fetch(`${functionsUrl}/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tokenFor(COORDINATOR)}`,
    },
    body: JSON.stringify(body),
  });
  const received: unknown = await response.json();
  if (response.ok) return ANSWERS[name].parse(received);
  throw new FunctionFailedError(name, response.status, errorAnswer.parse(received).error.message);
}
