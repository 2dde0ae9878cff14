import { FileLimitError, type PlanLimits } from '../limits.ts';
import { parsePlanTables, type PlanFileKind } from '../parse-tables.ts';
import type { ForeignTable } from '../../../../workbook/layout/layout.ts';

/** The program of the process that reads one file of a plan and ends; its parent may kill it at any moment. */
export interface ReadingOrder {
  readonly kind: PlanFileKind;
  readonly bytes: Uint8Array;
  readonly limits: PlanLimits;
}

export type ReadingAnswer =
  | { readonly outcome: 'read'; readonly tables: readonly ForeignTable[] }
  /** `why`: Russian, which limit is passed. */
  | { readonly outcome: 'too_large'; readonly why: string }
  /** `why`: what a library says of the file, for the cause of the error alone. */
  | { readonly outcome: 'unreadable'; readonly why: string };

process.once('message', (order: ReadingOrder) => {
  void answer(order).then((message) => process.send?.(message, () => process.disconnect()));
});

async function answer({ kind, bytes, limits }: ReadingOrder): Promise<ReadingAnswer> {
  try {
    return { outcome: 'read', tables: await parsePlanTables(kind, bytes, limits) };
  } catch (error) {
    if (error instanceof FileLimitError) return { outcome: 'too_large', why: error.message };
    return { outcome: 'unreadable', why: String(error) };
  }
}
