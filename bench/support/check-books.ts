import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../functions/domain/records/worksheet-key.ts';
import type { Spreadsheets } from '../../functions/use-cases/ports/spreadsheets.ts';
import type { Store, StoredDocument } from '../../functions/use-cases/ports/store.ts';
import { readHead, type Head } from '../../functions/use-cases/stored/head/head.ts';
import type { StoredRow } from '../../functions/use-cases/stored/rows/row.ts';
import { readRows } from '../../functions/use-cases/stored/rows/shards.ts';
import { WORKSHEETS } from '../../functions/workbook/worksheets/index.ts';
import { parseTable, type TableRow } from '../../functions/workbook/table/table.ts';
import { checkHistory } from '../../test/simulation/oracles/history.ts';
import type { StoredRows } from '../../test/simulation/oracles/store-equals-sheet.ts';

export interface Stock {
  readonly revision: number;
  readonly rows: StoredRows;
  readonly documents: ReadonlyMap<string, StoredDocument>;
  readonly head: Head;
}

const PAGE = 100;

/** What the store holds of the workbook. */
export async function readStock(store: Store, workbookId: string): Promise<Stock> {
  const stored = await readHead(store, workbookId);
  if (!stored) throw new Error('the store does not know the workbook');
  const { head } = stored;
  const rows = await Promise.all(
    STAFF_WORKSHEETS.map(
      async (worksheet) =>
        [
          worksheet,
          await readRows(store, workbookId, { worksheet, nextNumber: head.nextNumbers[worksheet] }),
        ] as const,
    ),
  );
  const documents = await readHistory(store, workbookId);
  return {
    revision: head.revision,
    head,
    documents,
    rows: Object.fromEntries(rows) as unknown as StoredRows,
  };
}

async function readHistory(store: Store, workbookId: string): Promise<ReadonlyMap<string, StoredDocument>> {
  const documents = new Map<string, StoredDocument>();
  const collection = `workbooks/${workbookId}/history`;
  let page = await store.scan(collection, { limit: PAGE });
  while (page.length > 0) {
    for (const document of page) documents.set(document.key, document);
    page = await store.scan(collection, { limit: PAGE, startAfter: page.at(-1)?.key ?? '' });
  }
  return documents;
}

/** Everything that is wrong when all is quiet, in words: empty where store, sheet and history agree. */
export async function findFaults(
  { store, spreadsheets }: { readonly store: Store; readonly spreadsheets: Spreadsheets },
  workbookId: string,
): Promise<readonly string[]> {
  const stock = await readStock(store, workbookId);
  const ids = STAFF_WORKSHEETS.map((key) => stock.head.sheetIds[key]);
  const sheets = await spreadsheets.readValues(workbookId, ids);
  const faults = STAFF_WORKSHEETS.flatMap((key, index) => {
    const table = sheets[index] && parseTable(WORKSHEETS[key], sheets[index]);
    if (table?.kind !== 'complete') return [`${key}: the sheet is not readable`];
    return compareRows(key, table.rows, stock.rows[key]);
  });
  const history = checkHistory(stock.documents, stock.head, stock.rows);
  return history ? [...faults, `history: ${history.what}`] : faults;
}

function compareRows(
  key: StaffWorksheetKey,
  seen: readonly TableRow[],
  stored: ReadonlyMap<string, StoredRow>,
): string[] {
  const inSheet = new Map(seen.map((row) => [row.idCell, row]));
  const doubled = seen.length - inSheet.size;
  const different = seen.filter(({ idCell, staff }) => {
    const kept = stored.get(idCell);
    return !kept || kept.isDeleted || filled(staff) !== filled(kept.cells);
  });
  // Nobody deleted anything: a tombstone is a row that was made twice.
  const surplus = [...stored].filter(([id, { isDeleted }]) => isDeleted || !inSheet.has(id));
  return [
    ...count(key, doubled, 'ids are missing or stand twice'),
    ...count(key, different.length, 'rows differ between sheet and store'),
    ...count(key, surplus.length, 'rows are in the store alone'),
  ];
}

function count(key: StaffWorksheetKey, number: number, what: string): string[] {
  return number === 0 ? [] : [`${key}: ${number} ${what}`];
}

function filled(cells: StoredRow['cells']): string {
  const entries = Object.entries(cells).filter(([, cell]) => cell !== null);
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
