import type { Request } from 'express';
import type { PagePerson } from '../wire/events.ts';

const signedIn = new WeakMap<Request, PagePerson>();

/** Who has signed in; undefined where nobody need. */
export function signedInAs(request: Request): PagePerson | undefined {
  return signedIn.get(request);
}

export function noteSignedIn(request: Request, person: PagePerson): void {
  signedIn.set(request, person);
}
