import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import type { Services } from '../compose.ts';
import { noUsage } from '../use-cases/ports/meter.ts';
import { CalendarUnknownError, readCalendar } from '../use-cases/reminders/read-calendar.ts';
import { describeFailure } from './failure.ts';
import { describeRequest } from './log-request.ts';
import { MethodError } from './request-errors.ts';

export const CALENDAR_PATH = '/calendar';

/** A secret is 32 signs: nothing longer is looked up. */
const SECRET = /^[\w-]{32}$/u;

const OK = 200;
const NOT_MODIFIED = 304;

/** The calendar that a secret address opens: calendar programs come without any identity. */
export function calendar(open: () => Promise<Services>): HttpFunction {
  return async (request, response) => {
    const started = performance.now();
    const usage = noUsage();
    let services: Services | undefined;
    let end: { readonly status: number; readonly answer?: unknown; readonly bug?: unknown };
    try {
      const secret = secretOf(request);
      const opened = (services = await open());
      end = {
        status: await services.meter.measure(usage, () => give(opened, { secret, request, response })),
      };
    } catch (error) {
      const failure = describeFailure(error);
      end = failure;
      response.status(failure.status).type('text/plain; charset=utf-8').send(failure.answer.error.message);
    }
    const { status, answer, bug } = end;
    const ms = performance.now() - started;
    // Neither the secret nor whose dates they are.
    const entry = { name: 'calendar', status, ms, usage, body: {}, answer, retry: undefined, bug };
    services?.log(describeRequest(entry), bug);
    if (!services && bug) console.error(bug);
  };
}

function secretOf({ method, query }: Request): string {
  if (method !== 'GET' && method !== 'HEAD') throw new MethodError(method);
  const { key: secret } = query;
  if (typeof secret !== 'string' || !SECRET.test(secret)) throw new CalendarUnknownError();
  return secret;
}

interface Feed {
  readonly secret: string;
  readonly request: Request;
  readonly response: Response;
}

/** Answers the status. */
async function give(services: Services, { secret, request, response }: Feed): Promise<number> {
  const read = await readCalendar(services, { secret, known: request.headers['if-none-match'] });
  response.set({ 'cache-control': 'private, max-age=900', etag: read.tag });
  if (!read.calendar) {
    response.status(NOT_MODIFIED).end();
    return NOT_MODIFIED;
  }
  const text = await services.formatCalendar(read.calendar);
  response.type('text/calendar; charset=utf-8').send(text);
  return OK;
}
