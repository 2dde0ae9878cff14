import type { HttpFunction } from '@google-cloud/functions-framework';
import type { Services } from '../compose.ts';
import { CalendarUnknownError, readCalendar } from '../use-cases/reminders/read-calendar.ts';
import { describeFailure } from './failure.ts';
import { MethodError } from './request-errors.ts';

export const CALENDAR_PATH = '/calendar';

/** A secret is 32 signs: nothing longer is looked up. */
const SECRET = /^[\w-]{32}$/u;

/** The calendar that a secret address opens: calendar programs come without any identity. */
export function calendar(open: () => Promise<Services>): HttpFunction {
  return async (request, response) => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') throw new MethodError(request.method);
      const { key: secret } = request.query;
      if (typeof secret !== 'string' || !SECRET.test(secret)) throw new CalendarUnknownError();
      const services = await open();
      const read = await readCalendar(services, { secret, known: request.headers['if-none-match'] });
      response.set({ 'cache-control': 'private, max-age=900', etag: read.tag });
      if (!read.calendar) return void response.status(304).end();
      response.type('text/calendar; charset=utf-8').send(await services.formatCalendar(read.calendar));
    } catch (error) {
      const { status, answer } = describeFailure(error);
      response.status(status).type('text/plain; charset=utf-8').send(answer.error.message);
    }
  };
}
