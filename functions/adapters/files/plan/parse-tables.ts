import type { ForeignTable } from '../../../workbook/layout/layout.ts';
import { PLAN_LIMITS, Spending, type PlanLimits } from './limits.ts';

type ParseTables = (
  bytes: Uint8Array,
  spending: Spending,
) => readonly ForeignTable[] | Promise<readonly ForeignTable[]>;

/** Each with its libraries, loaded at need. */
const PARSERS = {
  '.csv': async () => (await import('./csv/csv-tables.ts')).parseCsvTables,
  '.docx': async () => (await import('./docx/docx-tables.ts')).parseDocxTables,
  '.xlsx': async () => (await import('./xlsx/xlsx-tables.ts')).parseXlsxTables,
} as const satisfies Record<string, () => Promise<ParseTables>>;

export type PlanFileKind = keyof typeof PARSERS;

/** Endings of the files that can be read. */
export const PLAN_FILE_KINDS = Object.keys(PARSERS) as readonly PlanFileKind[];

/**
 * The tables of a file, cells as the text that a person sees. To be run where it may be killed: see `readPlanFile`.
 * Throws `FileLimitError`, and anything on a file that is damaged.
 */
export async function parsePlanTables(
  kind: PlanFileKind,
  bytes: Uint8Array,
  limits: PlanLimits = PLAN_LIMITS,
): Promise<readonly ForeignTable[]> {
  const parse = await PARSERS[kind]();
  return await parse(bytes, new Spending(limits));
}
