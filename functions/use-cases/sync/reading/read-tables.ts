import type { Spreadsheets } from '../../ports/spreadsheets.ts';
import type { Head } from '../../stored/head/head.ts';
import { readHealedTables, type HealedTables } from './heal-headers.ts';
import type { SheetsRead } from './read-sheets.ts';
import { readShownTables } from './read-shown.ts';

interface Sheets {
  readonly workbookId: string;
  readonly sheets: SheetsRead;
  readonly head: Head;
  /** Also what people see of cells that were looked up before is looked up again. */
  readonly isFresh?: boolean;
}

/**
 * The sheets as tables, with the headers that markers tell and with what people see of doubtful numbers. Costs a
 * further Sheets call for each of the two, where there is such a header or such a number.
 */
export async function readTables(
  spreadsheets: Spreadsheets,
  { workbookId, sheets, head, isFresh = false }: Sheets,
): Promise<HealedTables> {
  const { tables, headers } = await readHealedTables(spreadsheets, { workbookId, sheets, head });
  return { tables: await readShownTables(spreadsheets, workbookId, { tables, head, isFresh }), headers };
}
