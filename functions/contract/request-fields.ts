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
  z.strictObject({ kind: z.literal('former'), start: isoDate }),
  z.strictObject({ kind: z.literal('month'), year, month: z.int().check(z.minimum(1), z.maximum(12)) }),
]);

/** Entries of a row's history in one answer. */
export const MAX_HISTORY_ENTRIES = 100;
/** Of a file in base64: 5 MB. */
const MAX_FILE_TEXT = 7_000_000;

export const reportFields = {
  workbookId,
  today,
  /** `own:NAME`: by a form of the authority's own. */
  form: z.exactOptional(
    z.union([
      z.enum(['full', 'brief', 'overdue', 'data_bank', 'school_card', 'data_quality']),
      z.string().check(z.regex(/^own:./u), z.maxLength(300)),
    ]),
  ),
  /** Nothing later than this day is looked at. */
  asOf: z.exactOptional(isoDate),
  span: z.exactOptional(reportSpan),
  /** Of a card: the school as it is named on «Школы». */
  school: z.exactOptional(target),
  /** What is sent with it; without it those of «Настройки». */
  annexes: z.exactOptional(
    z.array(z.enum(['details', 'data_bank', 'journal', 'notes'])).check(z.maxLength(4)),
  ),
  /** A person has seen the errors that figures may suffer from and wants the number all the same. */
  withErrors: z.exactOptional(z.boolean()),
};

export const fileFields = {
  workbookId,
  /** With its ending, which tells the kind: .xlsx, .csv, .docx. */
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  /** The file in base64. */
  content: z.string().check(z.maxLength(MAX_FILE_TEXT)),
  /** Only this table of the file. */
  table: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(300))),
};

/** Of a plan that somebody has sent. `school`: whose it is, as «Школы» name it; absent: the municipality's. */
export const planFields = {
  ...fileFields,
  school: z.exactOptional(target),
  /** Where columns stand, as typed: `срок=3, ответственный=C`. */
  columns: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(500))),
  /** Only these measures by number, as typed: `1.1, 1.3`. */
  only: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(2000))),
};

/** A row (`e17-4fa`, `Исполнение!12`), a worksheet (`Исполнение`); absent: the whole workbook. */
const restored = z.exactOptional(target);

/** At most one of `revision` and `at` (`2026-11-20 14:00` by the workbook's clock). */
export const isOnePoint = z.refine<{ revision?: number; at?: string }>(
  ({ revision, at }) => revision === undefined || at === undefined,
  { path: ['revision', 'at'] },
);

export const restoreFields = {
  workbookId,
  target: restored,
  revision: z.exactOptional(number),
  at: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(40))),
};
