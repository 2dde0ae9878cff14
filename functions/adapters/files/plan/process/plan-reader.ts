import { FileLimitError, type PlanLimits } from '../limits.ts';
import { parsePlanTables, type PlanFileKind } from '../parse-tables.ts';
import type { CheckedForm } from '../../../../domain/report/own-form/check-form.ts';
import type { OwnFormKind } from '../../../../domain/report/own-form/own-form.ts';
import type { FormValues } from '../../../../domain/report/own-form/own-form.ts';
import type { ForeignTable } from '../../../../workbook/layout/layout.ts';

/**
 * What the process that deals with one foreign file is to do; it ends then, and its parent may kill it at any moment:
 * the tables of a plan, the check of a form, a form filled.
 */
export type ReadingOrder = {
  readonly bytes: Uint8Array;
  readonly limits: PlanLimits;
} & (
  | { readonly task: 'tables'; readonly kind: PlanFileKind }
  | { readonly task: 'check_form'; readonly kind: OwnFormKind }
  | {
      readonly task: 'fill_form';
      readonly kind: OwnFormKind;
      readonly filling: { readonly values: FormValues; readonly date: string };
    }
);

/** What each task gives. */
export interface ReadingResults {
  readonly tables: readonly ForeignTable[];
  readonly check_form: CheckedForm;
  readonly fill_form: Uint8Array;
}

type ReadingResult = ReadingResults[keyof ReadingResults];

export type ReadingAnswer<Result = ReadingResult> =
  | { readonly outcome: 'read'; readonly result: Result }
  /** `why`: Russian, which limit is passed. */
  | { readonly outcome: 'too_large'; readonly why: string }
  /** `why`: what a library says of the file, for the cause of the error alone. */
  | { readonly outcome: 'unreadable'; readonly why: string };

process.once('message', (order: ReadingOrder) => {
  void answer(order).then((message) => process.send?.(message, () => process.disconnect()));
});

async function answer(order: ReadingOrder): Promise<ReadingAnswer> {
  try {
    return { outcome: 'read', result: await carryOut(order) };
  } catch (error) {
    if (error instanceof FileLimitError) return { outcome: 'too_large', why: error.message };
    return { outcome: 'unreadable', why: String(error) };
  }
}

async function carryOut(order: ReadingOrder): Promise<ReadingResult> {
  const { bytes, limits } = order;
  if (order.task === 'tables') return parsePlanTables(order.kind, bytes, limits);
  const { checkFormFile, fillFormFile } = await import('../../own-form/form-file.ts');
  if (order.task === 'check_form') return checkFormFile(order.kind, bytes, limits);
  return fillFormFile(order.kind, bytes, order.filling);
}
