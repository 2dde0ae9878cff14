import { randomBytes } from 'node:crypto';
import { changeCalendars } from '../../use-cases/reminders/change-calendars.ts';
import { CALENDAR_PATH } from '../calendar.ts';
import type { Endpoint } from '../endpoint.ts';

/** 192 bits, 32 signs. */
const SECRET_BYTES = 24;

export const calendars: Endpoint<'calendars'> = (services, request) =>
  changeCalendars(services, {
    ...request,
    newSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
    addressOf: (secret) => `${services.serviceUrl}${CALENDAR_PATH}?key=${secret}`,
  });
