import type { StaffWorksheetKey } from '../../functions/domain/records/worksheet-key.ts';
import { REGULATION_148_01 } from '../../functions/domain/records/regulation.ts';
import { dateToSerial } from '../../functions/domain/dates/dates.ts';
import type { Spreadsheets } from '../../functions/use-cases/ports/spreadsheets.ts';
import { WORKSHEETS } from '../../functions/workbook/worksheets/index.ts';
import type { Cell } from '../../functions/workbook/layout/layout.ts';

type TypedRow = Readonly<Record<string, Cell>>;

/** The rows of «Исполнение» that a school has: one for each measure that every school carries out. */
const MEASURES = REGULATION_148_01.filter(({ scope }) => scope === 'each_school').map(({ number }) => number);
/** So many rows stay well below the 2 MB of one request. */
const ROWS_PER_CALL = 2000;
/** A whole number of measures a school would make each row of a kind alike. */
const KINDS = 7;

interface Filling {
  readonly sheetIds: Readonly<Record<StaffWorksheetKey, number>>;
  readonly rows: number;
}

/**
 * Types `rows` rows into «Исполнение», and their schools into «Школы», below what stands there: half done with a
 * document, the rest in progress, not begun, done without proof. The same numbers give the same cells.
 */
export async function fillWorkbook(
  spreadsheets: Spreadsheets,
  workbookId: string,
  { sheetIds, rows }: Filling,
): Promise<void> {
  const schools = Math.ceil(rows / MEASURES.length);
  const typed = {
    schools: Array.from({ length: schools }, (_, index) => ({ name: nameOf(index), status: 'ШНОР' })),
    executions: Array.from({ length: rows }, (_, index) => executionOf(index)),
  };
  for (const key of ['schools', 'executions'] as const) {
    for (let from = 0; from < typed[key].length; from += ROWS_PER_CALL) {
      const part = typed[key].slice(from, from + ROWS_PER_CALL).map((row) => cellsOf(key, row));
      await spreadsheets.apply(workbookId, [{ kind: 'append_rows', sheetId: sheetIds[key], rows: part }]);
    }
  }
}

function nameOf(school: number): string {
  return `ОО № ${school + 1}`;
}

function executionOf(index: number): TypedRow {
  const school = nameOf(Math.floor(index / MEASURES.length));
  const measure = MEASURES[index % MEASURES.length] ?? null;
  return { school, measure, executor: 'методист', ...progressOf(index) };
}

function progressOf(index: number): TypedRow {
  const kind = index % KINDS;
  const doneOn = dateToSerial('2026-09-14') + (index % 30);
  if (kind === 0) return { mark: 'в работе', note: `Сверяется со школой, письмо ${index}` };
  if (kind === 1) return { mark: 'не начато' };
  if (kind === 2) return { mark: 'выполнено', doneOn };
  const proof = { evidenceKind: 'приказ', evidenceNumber: String(index), evidenceDate: doneOn };
  return { mark: 'выполнено', doneOn, ...proof };
}

/** Staff columns alone: the server's stay empty. */
function cellsOf(key: StaffWorksheetKey, row: TypedRow): readonly Cell[] {
  const { columns } = WORKSHEETS[key];
  const last = columns.findLastIndex(({ owner }) => owner === 'staff');
  return columns.slice(0, last + 1).map((column) => row[column.key] ?? null);
}
