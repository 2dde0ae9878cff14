import { BadRequestError } from './request-errors.ts';

/**
 * The body as JSON. Where the caller has not named its type, as Cloud Scheduler and Cloud Tasks do not by themselves,
 * it comes as bytes or as a text; nothing at all is an empty request. Throws `BadRequestError`.
 */
export function readBody(body: unknown): unknown {
  if (body === undefined || body === null) return {};
  if (!Buffer.isBuffer(body) && typeof body !== 'string') return body;
  const text = body.toString('utf8').trim();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequestError(['тело запроса']);
  }
}
