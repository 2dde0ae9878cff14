import type { IncomingMessage } from 'node:http';
import type { Services } from '../compose.ts';
import { noUsage } from '../use-cases/ports/meter.ts';
import { CalendarUnknownError, readCalendar } from '../use-cases/reminders/read-calendar.ts';
import type { Door, Handler } from './door.ts';
import { describeFailure } from './http/failure.ts';
import { createFairShares } from './shares/fair-shares.ts';
import { send, type Answer } from './http/send.ts';
import { describeRequest } from './http/log-request.ts';
import { MethodError } from './http/request-errors.ts';

export const CALENDAR_PATH = '/calendar';

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
    let end: Answer & { readonly answer?: unknown; readonly bug?: unknown };
    try {
      const secret = secretOf(request);
      shares.take('calendar');
      const services = await door.open();
      const known = request.headers['if-none-match'];
      end = await services.meter.measure(usage, () => give(services, { secret, known }));
    } catch (error) {
      const failure = describeFailure(error);
      end = { ...failure, text: failure.answer.error.message, type: 'text/plain; charset=utf-8' };
    }
    const { status, answer, bug } = end;
    const ms = performance.now() - started;
    // Neither the secret nor whose dates they are.
    const entry = { name: 'calendar', status, ms, usage, body: {}, answer, retry: undefined, bug };
    door.log(describeRequest(entry), bug);
    await send(request, response, end);
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
): Promise<Answer> {
  const read = await readCalendar(services, { secret, known });
  const headers = { 'cache-control': 'private, max-age=900', etag: read.tag };
  const type = 'text/calendar; charset=utf-8';
  if (!read.calendar) return { status: NOT_MODIFIED, text: '', type, headers };
  return { status: OK, text: await services.formatCalendar(read.calendar), type, headers };
}
