import type { NextFunction, Request, Response } from 'express';
import { sendRefusal } from '../http/admission.ts';

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

/** Pages of ours alone change anything: a browser names the page that asks, and only our own can send JSON to us. */
export function guardRequests(request: Request, response: Response, next: NextFunction): void {
  response.set({
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  // A foreign one does not come so far: the port itself turns it away.
  if (request.headers.origin === undefined)
    return sendRefusal(response, { status: 403, message: 'Запрос пришёл с чужой страницы.' });
  if (!request.is('application/json')) return sendRefusal(response, { status: 415, message: 'Нужен JSON.' });
  next();
}
