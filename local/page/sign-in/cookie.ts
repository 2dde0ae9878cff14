import type { Request, Response } from 'express';

/** The prefix makes browsers refuse it from another host, and without TLS (RFC 6265bis, 4.1.3.2). */
const SECURE_NAME = '__Host-shnor';
const PLAIN_NAME = 'shnor';

/** The secret that the browser keeps; undefined where it keeps none. */
export function readCookie({ headers }: Pick<Request, 'headers'>, isSecure: boolean): string | undefined {
  const name = isSecure ? SECURE_NAME : PLAIN_NAME;
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value && /^[\w-]{43}$/u.test(value) ? value : undefined;
}

/** Until the browser is closed: how long it holds is the server's to say. No script reads it, no other site sends it. */
export function setCookie(response: Response, session: string, isSecure: boolean): void {
  response.cookie(isSecure ? SECURE_NAME : PLAIN_NAME, session, optionsOf(isSecure));
}

export function clearCookie(response: Response, isSecure: boolean): void {
  response.clearCookie(isSecure ? SECURE_NAME : PLAIN_NAME, optionsOf(isSecure));
}

function optionsOf(secure: boolean) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
}
