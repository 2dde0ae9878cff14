import type { IncomingMessage } from 'node:http';
import type { Services } from '../compose.ts';
import { noUsage } from '../use-cases/ports/meter.ts';
import { CalendarUnknownError, readCalendar } from '../use-cases/reminders/read-calendar.ts';
import type { Door, Handler } from './door.ts';
import { describeFailure } from './http/failure.ts';
import { createFairShares } from './shares/fair-shares.ts';
import { conclude, type Result } from './http/conclude.ts';
import { MethodError } from './http/request-errors.ts';

/** A secret is 32 signs: nothing longer is looked up. */
const SECRET = /^[\w-]{32}$/u;

/** Of all who come: a calendar program asks a few times a day, and whoever guesses addresses costs no store reads. */
const CALLS = { burst: 120, perMinute: 120 };

const OK = 200;
const NOT_MODIFIED = 304;

/** The calendar that a secret address opens: calendar programs come without any identity. */
export function calendar(door: Pick<Door, 'open' | 'log'>): Handler {
  const shares = createFairShares({ now: Date.now, ...CALLS });
  return async (request, response) => {
    const started = performance.now();
    const usage = noUsage();
    let result: Result;
    try {
      const secret = secretOf(request);
      shares.take('calendar');
      const services = await door.open();
      const known = request.headers['if-none-match'];
      result = await services.meter.measure(usage, () => give(services, { secret, known }));
    } catch (error) {
      const failure = describeFailure(error);
      result = {
        ...failure,
        sent: { text: failure.answer.error.message, type: 'text/plain; charset=utf-8' },
      };
    }
    // Neither the secret nor whose dates they are is logged.
    await conclude({ name: 'calendar', door, request, response, started, usage, body: {} }, result);
  };
}

function secretOf({ method = '', url = '' }: IncomingMessage): string {
  if (method !== 'GET' && method !== 'HEAD') throw new MethodError(method);
  const secret = new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('key');
  if (secret === null || !SECRET.test(secret)) throw new CalendarUnknownError();
  return secret;
}

async function give(
  services: Services,
  { secret, known }: { readonly secret: string; readonly known: string | undefined },
): Promise<Result> {
  const read = await readCalendar(services, { secret, known });
  const headers = { 'cache-control': 'private, max-age=900', etag: read.tag };
  const type = 'text/calendar; charset=utf-8';
  const text = read.calendar ? await services.formatCalendar(read.calendar) : '';
  return { status: read.calendar ? OK : NOT_MODIFIED, answer: undefined, sent: { text, type }, headers };
}
