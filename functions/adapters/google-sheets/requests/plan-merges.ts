import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellRange } from '../../../workbook/layout/layout.ts';
import { toGridRange } from './grid-range.ts';

/** Merges below each other over the same columns of one row each need one request in all. */
export function planMerges(sheetId: number, merges: readonly CellRange[]): sheets_v4.Schema$Request[] {
  const runs: { range: CellRange; rows: number }[] = [];
  const open = new Map<string, { range: CellRange; rows: number }>();
  for (const merge of merges) {
    const key = `${merge.startColumn}:${merge.endColumn ?? ''}`;
    const last = open.get(key);
    const isRow = merge.endRow === merge.startRow + 1;
    if (isRow && last && last.range.endRow === merge.startRow) {
      last.range = { ...last.range, endRow: merge.startRow + 1 };
      last.rows++;
      continue;
    }
    const run = { range: merge, rows: 1 };
    runs.push(run);
    if (isRow) open.set(key, run);
    else open.delete(key);
  }
  return runs.map(({ range, rows }) => ({
    mergeCells: { range: toGridRange(sheetId, range), mergeType: rows > 1 ? 'MERGE_ROWS' : 'MERGE_ALL' },
  }));
}
