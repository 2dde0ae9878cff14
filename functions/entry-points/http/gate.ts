import type { IncomingMessage, RequestListener } from 'node:http';
import { noUsage } from '../../use-cases/ports/meter.ts';
import { admit } from './admit.ts';
import { conclude } from './conclude.ts';
import type { Door, Handler } from '../door.ts';
import { describeFailure } from './failure.ts';
import { BadRequestError, PathUnknownError } from './request-errors.ts';
import { pathOf, type Destination } from '../place.ts';
import { collectBody, type WithBody } from './read-body.ts';

export interface Guarded {
  readonly placeAt: (path: string) => Destination | undefined;
  /** Loads what parses and answers, the functions framework: for whoever is let in, while their body comes. */
  readonly next: () => Promise<RequestListener>;
}

/**
 * Who calls is asked first, by the headers alone; nothing of the body is read for whoever is not known, and what is
 * read has its bounds. The framework finds the body read, and reads nothing itself.
 */
export function gate(door: Door, { placeAt, next }: Guarded): Handler {
  return async (request: IncomingMessage & WithBody, response) => {
    const started = performance.now();
    const place = placeAt(pathOf(request));
    let answerBy: RequestListener;
    try {
      if (place === undefined) throw new PathUnknownError();
      if (place === 'calendar') assertNoBody(request);
      const caller = place === 'calendar' ? undefined : await admit(request, door);
      const loading = next();
      // A body that is refused is the answer, whatever comes of the loading.
      loading.catch(() => {});
      if (caller !== undefined) request.rawBody = await collectBody(request, response, caller);
      answerBy = await loading;
    } catch (error) {
      const exchange = {
        name: place ?? 'none',
        door,
        request,
        response,
        started,
        usage: noUsage(),
        body: undefined,
      };
      await conclude(exchange, describeFailure(error));
      return;
    }
    answerBy(request, response);
  };
}

function assertNoBody({ headers }: IncomingMessage): void {
  const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  if (!isEmpty) throw new BadRequestError(['тело запроса']);
}
