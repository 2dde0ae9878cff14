import { invalidArgument, unknownHere } from '../wire/api-error.ts';
import { ELSEWHERE } from '../schema/elsewhere.ts';
import { checkMask, parseMask, type Mask } from '../wire/field-mask.ts';
import type { RequestBody, RequestKind } from '../schema/requests.ts';
import type { z } from 'zod';
import type { Draft } from './draft.ts';
import type { Surroundings } from './types.ts';

/** Applies one request to the draft and gives its reply. Throws `ApiError`; the batch is then given up. */
export type Handler<Kind extends RequestKind> = (
  draft: Draft,
  body: RequestBody<Kind>,
  around: Surroundings,
) => object;

export type Handlers<Kind extends RequestKind> = { readonly [K in Kind]: Handler<K> };

/** Throws `ApiError` 400 where a request lacks what it cannot do without. */
export function required<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw invalidArgument(`${field} is required`);
  return value;
}

/** The mask of an update request, checked against the message that it updates. */
export function updateMask(fields: string | undefined, schema: z.ZodType): Mask {
  if (!fields)
    throw invalidArgument("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(fields);
  checkMask(mask, schema, (path, field) =>
    ELSEWHERE.has(field) ? unknownHere(`the field "${path}"`) : invalidArgument(`Invalid field: ${path}`),
  );
  return mask;
}

/** Throws `ApiError` 501. */
export function refuse(what: string): never {
  throw unknownHere(what);
}
