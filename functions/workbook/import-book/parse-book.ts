import { isSameName } from '../../domain/text/same-name.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { ForeignTable } from '../layout/layout.ts';
import { parseTable, type Table } from '../table/table.ts';
import { WORKSHEETS } from '../worksheets/index.ts';

/** A workbook of ours as a file shows it. */
export interface BookFile {
  /** Each cell is the text that a person sees; `sheetId` means nothing. */
  readonly tables: ReadonlyMap<StaffWorksheetKey, Table>;
  /** Of a text with a line through it, or one that was cut off, the file does not tell the cell: «row column». */
  readonly untold: ReadonlyMap<StaffWorksheetKey, ReadonlySet<string>>;
  /** Russian sentences: what of the file is not read. */
  readonly remarks: readonly string[];
}

/** The staff's worksheets among the tables of a file, by the names of their tabs and the headers in them. */
export function parseBook(tables: readonly ForeignTable[]): BookFile {
  const read = new Map<StaffWorksheetKey, Table>();
  const untold = new Map<StaffWorksheetKey, ReadonlySet<string>>();
  const remarks: string[] = [];
  for (const key of STAFF_WORKSHEETS) {
    const { title } = WORKSHEETS[key];
    const tab = tables.find(({ kind, name }) => kind === 'sheet' && isSameName(name, title));
    if (!tab) {
      remarks.push(`Листа «${title}» в файле нет: с ним ничего не сравнивалось.`);
      continue;
    }
    const table = parseTable(WORKSHEETS[key], { sheetId: 0, title: tab.name, rows: tab.rows });
    if (table.kind !== 'complete') {
      remarks.push(`Лист «${title}»: в файле не нашлись заголовки столбцов, лист не прочитан.`);
      continue;
    }
    read.set(key, table);
    const left = tab.leftOut ?? [];
    untold.set(key, new Set(left.map(({ row, column = -1 }) => placeName(row, column))));
    if (left.length > 0) {
      const rows = [...new Set(left.map(({ row }) => row + 1))].slice(0, MAX_NAMED).join(', ');
      remarks.push(`Лист «${title}»: зачёркнутое и то, что стоит слишком далеко, не взято — строки ${rows}.`);
    }
    if (table.above.length > 0) {
      remarks.push(`Лист «${title}»: строки выше заголовка (${table.above.length}) не прочитаны.`);
    }
  }
  return { tables: read, untold, remarks };
}

const MAX_NAMED = 10;

export function placeName(row: number, column: number): string {
  return `${row} ${column}`;
}
