import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { StoredDocument, StoreWrite } from '../../../functions/use-cases/ports/store.ts';
import type { Head } from '../../../functions/use-cases/stored/head/head.ts';
import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { seenAs, seenNames } from '../world/look-alikes.ts';
import type { SheetView } from '../world/view.ts';
import type { Violation } from './violation.ts';

/** Promises 5 and 8: one report a number, one number for the same data, at most one tab for each. */
export function checkReports(
  documents: ReadonlyMap<string, StoredDocument>,
  head: Head,
  book: Spreadsheet,
): Violation | undefined {
  const reports = [...documents.values()]
    .filter(({ key }) => key.includes('/reports/'))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const numbers = reports.map(({ key }) => Number(key.slice(key.lastIndexOf('/') + 1)));
  const expected = reports.map((_, index) => index + 1);
  if (String(numbers) !== String(expected)) return violation(`the numbers are ${numbers.join(', ')}`);
  if ((head.lastReport?.number ?? 0) !== reports.length)
    return violation(`the head says ${head.lastReport?.number}, there are ${reports.length}`);
  const hashes = reports.map(({ data }) => JSON.stringify(data['inputHash']));
  const repeated = hashes.findIndex((hash, index) => index > 0 && hash === hashes[index - 1]);
  if (repeated > 0) return violation(`№ ${repeated} and № ${repeated + 1} are of the same data`);
  const tabs = book.sheets.flatMap(
    ({ properties }) => /^Сводный отчёт № (\d+)$/u.exec(properties.title)?.[1] ?? [],
  );
  const unknown = tabs.find((number) => !numbers.includes(Number(number)));
  return unknown === undefined ? undefined : violation(`tab № ${unknown} has no report`);
}

/** Some of the columns that the figures of every report depend on. */
const FEEDING = {
  executions: ['measure', 'mark', 'doneOn', 'evidenceNumber'],
  journal: ['date', 'kind'],
} as const;

/** Promise 11, asked at each commit: no number is spent while a column that feeds figures is lost. */
export function checkReported(
  writes: readonly StoreWrite[],
  seen: (worksheet: StaffWorksheetKey) => SheetView | undefined,
): Violation | undefined {
  if (!writes.some(({ key }) => /\/reports\/\d+$/u.test(key))) return undefined;
  for (const worksheet of ['executions', 'journal'] as const) {
    const names = new Set(seen(worksheet)?.columns.map(({ header }) => seenAs(header)));
    const known = seenNames(worksheet);
    const lost = FEEDING[worksheet].find(
      (key) => !known.some(([named, name]) => named === key && names.has(name)),
    );
    if (lost) return violation(`a number was spent while «${lost}» of ${worksheet} is lost`);
  }
  return undefined;
}

function violation(what: string): Violation {
  return { oracle: 'reports', what };
}
