import type { Services } from '../compose.ts';
import type { AnswerOf, FunctionName } from '../contract/answers.ts';
import type { RequestOf } from '../contract/functions.ts';

/** What a function is asked, and the verified address of who asks. */
export type Asked<Name extends FunctionName> = RequestOf<Name> & {
  readonly by: string;
  /** The instant for which a schedule appointed the call, ISO 8601; absent where a person asks. */
  readonly scheduledAt?: string;
};

/** One function: parsed → one use case → its answer. */
export type Endpoint<Name extends FunctionName> = (
  services: Services,
  request: Asked<Name>,
) => Promise<AnswerOf<Name>>;
