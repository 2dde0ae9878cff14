import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../compose.ts';
import type { IdentityVerifier } from '../use-cases/ports/ports.ts';
import type { FairShares } from './shares/fair-shares.ts';
import type { WithBody } from './http/read-body.ts';

export type Handler = (request: IncomingMessage & WithBody, response: ServerResponse) => Promise<void>;

/** What stands between the network and the functions; all made when it is first wanted, once an instance. */
export interface Door {
  /** Asked before anything else is opened. */
  readonly identity: () => IdentityVerifier;
  /** Of each caller, whatever is called: taken before anything is read or looked up. */
  readonly callers: () => FairShares;
  /** Of each caller in each workbook. */
  readonly shares: () => FairShares;
  readonly open: () => Promise<Services>;
  /** One entry a request; `bug`: what was thrown, where that was our own fault. */
  readonly log: (entry: object, bug: unknown) => void;
}
