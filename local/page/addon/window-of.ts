import type { Request } from 'express';
import { z } from 'zod';
import type { Listener } from '../event-stream.ts';
import { signedInAs } from '../sign-in/signed-in.ts';
import type { PagePerson } from '../wire/events.ts';

const windowQuery = z.object({ client: z.string().regex(/^[a-z0-9]{8,40}$/u) });
const userQuery = z.object({ user: z.string().optional() });

interface Here {
  readonly people: readonly PagePerson[];
}

/** Whose window asks. */
export function windowOf(here: Here, request: Request): Listener {
  const { client } = windowQuery.parse(request.query);
  return { client, email: personOf(here, request)?.email ?? '' };
}

/** Whoever has signed in; where nobody need, one of the workbook's people, chosen in the page's header. */
export function personOf({ people }: Here, request: Request): PagePerson | undefined {
  const { user } = userQuery.parse(request.query);
  return signedInAs(request) ?? people.find(({ email }) => email === user) ?? people[0];
}
