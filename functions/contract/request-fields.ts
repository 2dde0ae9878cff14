import * as z from 'zod/mini';

/** Fields that requests share. */

export const workbookId = z.string().check(z.minLength(1), z.maxLength(200));
export const target = z.string().check(z.minLength(1), z.maxLength(200));
export const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));
export const number = z.int().check(z.minimum(1));
/** A person has seen what would be done and said yes; absent: the answer tells what would be done. */
export const confirm = z.exactOptional(z.boolean());
/** Honoured only where the installation allows it (locally, for repeatable runs). */
export const today = z.exactOptional(isoDate);
const year = z.int().check(z.minimum(1900), z.maximum(2999));

/** Which part of the period is reported on. */
export const reportSpan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('period') }),
  z.strictObject({
    kind: z.literal('quarter'),
    year,
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.strictObject({ kind: z.literal('month'), year, month: z.int().check(z.minimum(1), z.maximum(12)) }),
]);
