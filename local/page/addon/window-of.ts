import type { Request } from 'express';
import { z } from 'zod';
import type { Listener } from '../event-stream.ts';
import type { PagePerson } from '../wire/events.ts';

const windowQuery = z.object({ client: z.string().regex(/^[a-z0-9]{8,40}$/u), user: z.string().optional() });

/** Whose window asks: one of the workbook's people, chosen in the page's header. */
export function windowOf({ people }: { readonly people: readonly PagePerson[] }, request: Request): Listener {
  const { client, user } = windowQuery.parse(request.query);
  const person = people.find(({ email }) => email === user) ?? people[0];
  return { client, email: person?.email ?? '' };
}
