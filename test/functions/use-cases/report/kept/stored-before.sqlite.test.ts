import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { formatReportFile } from '../../../../../functions/adapters/files/report-file.ts';
import { openSqliteStore } from '../../../../../functions/adapters/sqlite/store.ts';
import type { JsonObject, Store } from '../../../../../functions/use-cases/ports/store.ts';
import { readProvedReport } from '../../../../../functions/use-cases/report/kept/prove-report.ts';
import { reportKey } from '../../../../../functions/use-cases/stored/reports/record.ts';
import type { StoredReport } from '../../../../../functions/use-cases/stored/reports/reports.ts';
import type { Head } from '../../../../../functions/use-cases/stored/head/head.ts';
import { layoutReport } from '../../../../../functions/workbook/report/layout.ts';
import {
  findRows,
  openXlsx,
  readDocx,
  readLayout,
  readWorksheet,
  tablesIn,
  wordsOf,
} from '../../../../support/read-report.ts';
import { makeTempFolder } from '../../../../support/temp-folder.ts';

/** The record of the demo's first report as commit b03b6b0 stored it, when the form of a report was another. */
const FIXTURE = new URL('../../../../fixtures/reports/full-report-b03b6b0.json', import.meta.url);
const HASH = '3b8b94c1dc4e5669eb39b30384286ef684a68d3be7eee72b25370fdef5c0acef';

const folder = makeTempFolder();
let store: Store;
let report: StoredReport;

beforeAll(async () => {
  store = openSqliteStore(join(folder.path, 'store.sqlite'));
  const data = JSON.parse(readFileSync(FIXTURE, 'utf8')) as JsonObject;
  await store.commit([{ kind: 'put', key: reportKey('A', 1), data }]);
  const head = { reportChain: { from: 1, origin: '', number: 1, hash: HASH } } as unknown as Head;
  report = await readProvedReport(store, { workbookId: 'A', head, number: 1 });
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

/** Cells of the total: the figures of the paper that was signed. */
const totalOf = (key: string) =>
  tablesIn(report.document)
    .find((table) => table.key === key)
    ?.rows.at(-1)?.cells;

test('a report of an earlier form opens by its number, proved, with the figures that it had', () => {
  expect(report.document.number).toBe(1);
  expect(report.document.parts.map(({ key }) => key)).toEqual([
    'title',
    'summary',
    'schools',
    'late',
    'data_bank',
    'work',
    'notes',
    'details',
  ]);
  expect(totalOf('states')).toEqual([null, 'Всего', 51, 23, 0, 1, 12, 3, 2, 5, 5, 0, 0, 20, 17, 85]);
  expect(totalOf('matrix')).toEqual([
    null,
    'Всего по школам',
    ...Array.from({ length: 10 }, () => null),
    50,
    23,
    0,
    2,
    20,
    85,
  ]);
});

test('and every figure of it stands in the tab, the .xlsx and the .docx', async () => {
  const { document, proof } = report;
  const tables = tablesIn(document).filter(({ rows }) => rows.length > 0);
  const place = { sheetId: 7, title: 'Отчёт', findPlace: () => undefined };
  const xlsx = (await openXlsx(await formatReportFile('xlsx', document, proof))).map(readWorksheet);
  const docx = await readDocx(await formatReportFile('docx', document, proof));
  const renderings = [[readLayout(layoutReport(document, proof, place))], xlsx, docx];
  const missing = renderings.map((grids) =>
    tables.filter((table) => grids.every((rows) => findRows(rows, wordsOf(table)) < 0)).map(({ key }) => key),
  );
  expect(missing).toEqual([[], [], []]);
});
