/** What one pass costs where it is paid: calls of the Sheets API by method, documents of the store. */
export interface Budget {
  readonly calls: Readonly<Record<string, number>>;
  readonly reads: number;
  readonly writes: number;
  readonly commits: number;
}

const READ = { 'values.batchGetByDataFilter': 1 } as const;
/** The rows; the tabs, for copies of sheets; what is struck through. */
const LOOKS_FOR_REPORT = { ...READ, get: 1, getByDataFilter: 1 } as const;
const READ_AND_WRITE = { ...READ, batchUpdate: 1 } as const;

/**
 * Promise 9, in numbers that `budgets.sheets-api.test.ts` counts and `bench/costs.ts` multiplies; all on a workbook with 1,000
 * rows of «Исполнение», which lie in 21 documents.
 */
export const BUDGETS = {
  unchanged: { calls: READ, reads: 1, writes: 0, commits: 0 },
  oneCell: { calls: READ_AND_WRITE, reads: 2, writes: 3, commits: 1 },
  scattered: { calls: READ_AND_WRITE, reads: 21, writes: 22, commits: 1 },
  firstLoad: { calls: READ_AND_WRITE, reads: 1, writes: 29, commits: 1 },
  newDay: { calls: READ_AND_WRITE, reads: 1, writes: 1, commits: 1 },
  /** A night after one accepted revision: a new day, and besides one read a document of rows or of new history. */
  selfCheck: {
    calls: READ_AND_WRITE,
    reads: 30,
    writes: 2,
    commits: 2,
  },
  /** The head, and whether these inputs have a report; the report, its inputs, the head. */
  report: {
    calls: { ...LOOKS_FOR_REPORT, batchUpdate: 1 },
    reads: 2,
    writes: 3,
    commits: 1,
  },
  /** The cell is stored and its verdict written first; then the head is read again for its version. */
  reportAfterEdit: {
    calls: { ...LOOKS_FOR_REPORT, batchUpdate: 2 },
    reads: 5,
    writes: 6,
    commits: 2,
  },
  sameReport: { calls: LOOKS_FOR_REPORT, reads: 2, writes: 0, commits: 0 },
} as const satisfies Readonly<Record<string, Budget>>;
