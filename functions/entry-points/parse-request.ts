import type * as z from 'zod/mini';
import type { FunctionName } from '../contract/answers.ts';
import { FUNCTIONS } from '../contract/functions.ts';
import { BadRequestError } from './http/request-errors.ts';

interface ParsedRequest {
  /** Of the function's actions the one whose shape the request has. */
  readonly action: string;
  readonly request: object;
}

/**
 * The first shape that the body has tells what is asked. A body of no shape is measured by the one that it comes
 * nearest to. Throws `BadRequestError`.
 */
export function parseRequest(name: FunctionName, body: unknown): ParsedRequest {
  let nearest: z.core.$ZodIssue[] | undefined;
  for (const [action, { request }] of Object.entries(FUNCTIONS[name])) {
    const parsed = request.safeParse(body);
    if (parsed.success) return { action, request: parsed.data as object };
    const { issues } = parsed.error;
    if (!nearest || issues.length < nearest.length) nearest = issues;
  }
  throw new BadRequestError((nearest ?? []).map(({ path }) => path.join('.') || 'тело запроса'));
}
