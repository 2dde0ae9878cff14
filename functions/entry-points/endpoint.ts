import type { Services } from '../compose.ts';
import type { FunctionName } from '../contract/answers.ts';
import type { ActionOf, AnswerTo, RequestOf } from '../contract/functions.ts';

/** Of whoever asks. */
export interface Asker {
  /** The verified address. */
  readonly by: string;
  /** The instant for which a schedule appointed the call, ISO 8601; absent where a person asks. */
  readonly scheduledAt?: string;
}

/** What a function is asked, and who asks. */
export type Asked<Name extends FunctionName, Of extends ActionOf<Name>> = RequestOf<Name, Of> & Asker;

/** One action of a function: parsed → one use case → its answer. */
export type Endpoint<Name extends FunctionName, Of extends ActionOf<Name>> = (
  services: Services,
  request: Asked<Name, Of>,
) => Promise<AnswerTo<Name, Of>>;

/** All actions of a function. */
export type Endpoints<Name extends FunctionName> = { readonly [Of in ActionOf<Name>]: Endpoint<Name, Of> };
