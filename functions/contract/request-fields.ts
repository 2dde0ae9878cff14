import * as z from 'zod/mini';
import { GRANTABLE_ROLES } from '../domain/roles.ts';

/** Fields that requests share. */

/**
 * As Google names spreadsheets: letters, digits, `-` and `_`; nothing else is looked for anywhere. Names in double
 * underscores are the store's own.
 */
export const workbookId = z.string().check(z.regex(/^(?!__.*__$)[\w-]{1,100}$/u));
/** Of a member: in lower case from here on. */
export const email = z
  .string()
  .check(z.maxLength(254), z.trim(), z.toLowerCase(), z.regex(/^[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+$/u));
export const grantedRole = z.enum(GRANTABLE_ROLES);
export const target = z.string().check(z.minLength(1), z.maxLength(200));
export const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));
export const number = z.int().check(z.minimum(1));
/** A person has seen what would be done and said yes. */
export const confirmed = z.literal(true);
/** The answer tells what would be done. */
export const unconfirmed = z.exactOptional(z.literal(false));
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
