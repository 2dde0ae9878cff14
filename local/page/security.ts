import type { NextFunction, Request, Response } from 'express';

/** Nothing is asked of any other machine; the sidebar's frame is ours, and Univer paints and styles inline. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self' data: blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

/**
 * The page answers this machine's browser only. A foreign site that gets its own name resolved to this machine
 * comes with that name as Host; one that posts from its own page comes with its own Origin.
 */
export function guardRequests(request: Request, response: Response, next: NextFunction): void {
  response.set({
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  if (!isLocal(request.headers.host))
    return refuse(response, 403, 'Страница открывается только на этом компьютере.');
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const isOwn = request.headers.origin === `http://${request.headers.host}`;
  if (!isOwn) return refuse(response, 403, 'Запрос пришёл с чужой страницы.');
  if (!request.is('application/json')) return refuse(response, 415, 'Нужен JSON.');
  next();
}

function isLocal(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/u.test(host ?? '');
}

function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ error: { code: 'refused', message } });
}
