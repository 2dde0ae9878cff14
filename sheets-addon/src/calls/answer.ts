import type * as z from 'zod/mini';
import { errorAnswer } from '../../../functions/contract/answers.ts';
import { CommandError } from './command-error.ts';
import { describeStatus, describeUnreadable } from './failures.ts';

export interface HttpAnswer {
  readonly address: string;
  readonly status: number;
  readonly body: string;
}

/** Throws `CommandError` for everything that is not the function's good answer. */
export function parseAnswer<Answer>(schema: z.ZodMiniType<Answer>, http: HttpAnswer, good = 200): Answer {
  const { address, status, body } = http;
  const json = parseJson(body);
  const detail = `${status} ${body.slice(0, 500)}`;
  if (status !== good) {
    const told = errorAnswer.safeParse(json);
    if (!told.success) throw new CommandError(describeStatus(status, address), detail);
    throw new CommandError(told.data.error.message, detail, told.data.error.code);
  }
  const answer = schema.safeParse(json);
  if (answer.success) return answer.data;
  throw new CommandError(describeUnreadable('не та форма ответа', address), detail);
}

/** Undefined is no JSON value, so it stands for a body that is not JSON; no schema accepts it. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
