import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http';

/** Under which names a port answers: a foreign site may have its own name resolved to this machine (DNS rebinding). */
export interface Reach {
  /** Where people open it from outside, as a proxy serves it: `https://shnor.example.ru`. */
  readonly publicUrl?: string | undefined;
  /** Whoever reaches this machine by its number may ask too: that is no name which a foreign site could have resolved. */
  readonly isShared?: boolean;
}

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/u;
const NUMBER = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])(:\d{1,5})?$/u;

/**
 * Why the request is not looked at, undefined where it may be: an address that is no path of ours (`//`, `/\`, a whole
 * one), a foreign name, a page of another site. Programs say no `Origin`; browsers do where they change something.
 */
export function refusalOf(
  { url = '', headers }: { readonly url?: string | undefined; readonly headers: IncomingHttpHeaders },
  reach: Reach,
): Refusal | undefined {
  if (!/^\/(?![/\\])/u.test(url)) return { status: 400, message: 'Такого адреса не бывает.' };
  const origin = originOf(headers.host, reach);
  if (origin === undefined) {
    const only = reach.isShared ? 'под своим адресом' : 'только на этом компьютере';
    return { status: 403, message: `Страница открывается ${only}.` };
  }
  const isForeign = headers.origin !== undefined && headers.origin !== origin;
  return isForeign ? { status: 403, message: 'Запрос пришёл с чужой страницы.' } : undefined;
}

/** The origin of pages under that name; undefined for a name that is not ours. */
function originOf(host: string | undefined, { publicUrl, isShared = false }: Reach): string | undefined {
  const name = host?.toLowerCase() ?? '';
  if (publicUrl !== undefined) {
    const own = new URL(publicUrl);
    if (own.host === name) return own.origin;
  }
  return LOOPBACK.test(name) || (isShared && NUMBER.test(name)) ? `http://${name}` : undefined;
}

/** Nothing of the body is read for whoever is refused. */
export function sendRefusal(response: ServerResponse, { status, message }: Refusal): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(JSON.stringify({ error: { code: 'refused', message } }));
}

/** The listener behind the question of who may ask at all. */
export function admitting(reach: Reach, listener: RequestListener): RequestListener {
  return (request, response) => {
    const refusal = refusalOf(request, reach);
    if (refusal) sendRefusal(response, refusal);
    else listener(request, response);
  };
}
