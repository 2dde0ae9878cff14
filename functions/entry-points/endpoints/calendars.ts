import { randomBytes } from 'node:crypto';
import type { Services } from '../../compose.ts';
import { ServiceUrlUnknownError } from '../../config.ts';
import { changeCalendars } from '../../use-cases/reminders/change-calendars.ts';
import { CALENDAR_PATH } from '../place.ts';
import type { Asker, Endpoints } from '../endpoint.ts';

/** 192 bits, 32 signs. */
const SECRET_BYTES = 24;

interface Wish extends Asker {
  readonly workbookId: string;
  readonly wish?: 'issue' | 'revoke';
}

/** Throws `ServiceUrlUnknownError` where addresses are to be made and nobody has said where the service answers. */
export async function carryOutCalendars(services: Services, request: Wish) {
  if (request.wish === 'issue' && services.serviceUrl === '') throw new ServiceUrlUnknownError();
  return await changeCalendars(services, {
    ...request,
    newSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
    addressOf: (secret) => `${services.serviceUrl}${CALENDAR_PATH}?key=${secret}`,
  });
}

export const calendars: Endpoints<'calendars'> = { look: carryOutCalendars, change: carryOutCalendars };
