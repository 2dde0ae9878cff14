import type { ReportDocument } from '../../domain/report/report-document.ts';
import { dateInZone } from '../../domain/dates/moment.ts';
import {
  ARCHIVE_TITLE,
  layoutArchive,
  type ArchivedReport,
} from '../../workbook/server-sheets/archive-sheet.ts';
import { parseReportTab } from '../../workbook/server-sheets/server-sheets.ts';
import type { SheetEdit, Tab } from '../ports/spreadsheets.ts';
import type { Store } from '../ports/store.ts';
import type { Head } from '../stored/head/head.ts';
import { readReportFacts } from '../stored/reports/record.ts';
import { ARCHIVE_SHEET_ID, isOurs } from './report-tabs.ts';

/** So many the head keeps, for whoever shows them must not read them one by one: about 150 bytes each. */
const LISTED = 50;

interface NewReport {
  readonly workbookId: string;
  readonly head: Head;
  readonly document: ReportDocument;
  readonly subject: string | undefined;
}

/**
 * The list of reports with a new one. Reads those of before there was a list, one store read each, once in the life of
 * a workbook.
 */
export async function listWithNew(
  store: Store,
  { workbookId, head, document, subject }: NewReport,
): Promise<NonNullable<Head['reportList']>> {
  const { number, form, date, asOf, span } = document;
  const before = head.reportList ?? (await readEarlier(store, workbookId, head));
  const added = { number, form, date, asOf, span: span.title, ...(subject !== undefined && { subject }) };
  return [...before, added].slice(-LISTED);
}

async function readEarlier(store: Store, workbookId: string, { lastReport, timeZone }: Head) {
  const last = lastReport?.number ?? 0;
  const count = Math.min(last, LISTED);
  const numbers = Array.from({ length: count }, (_, index) => last - count + 1 + index);
  const facts = await readReportFacts(store, workbookId, numbers);
  return facts.map(({ number, form, asOf, date, at, span, subject }) => ({
    number,
    form,
    asOf,
    date: date ?? dateInZone(at, timeZone),
    ...(span !== undefined && { span }),
    ...(subject !== undefined && { subject }),
  }));
}

interface Shown {
  /** Tabs that stand once the batch is applied, but for the new one. */
  readonly standing: readonly Tab[];
  /** The report that is shown now. */
  readonly shown: { readonly number: number; readonly sheetId: number; readonly index: number };
  readonly reports: readonly ArchivedReport[];
}

/**
 * The tabs of all other reports are folded away, and the archive lists them: tabs that people work in are never pushed
 * out of view. Tabs of the people's own, copies of reports among them, stay as they are.
 */
export function planArchive({ standing, shown, reports }: Shown): readonly SheetEdit[] {
  const others = standing.flatMap((tab) => {
    const number = numberOf(tab);
    return number === undefined || number === shown.number ? [] : [{ tab, number }];
  });
  const sheetIds = new Map([
    ...others.map(({ tab, number }) => [number, tab.sheetId] as const),
    [shown.number, shown.sheetId],
  ]);
  const layout = layoutArchive(reports, (number) => sheetIds.get(number));
  return [
    ...others
      .filter(({ tab }) => !tab.isHidden)
      .map(({ tab }): SheetEdit => ({ kind: 'hide_sheet', sheetId: tab.sheetId, isHidden: true })),
    standing.some(({ sheetId }) => sheetId === ARCHIVE_SHEET_ID)
      ? { kind: 'refill_sheet', sheetId: ARCHIVE_SHEET_ID, layout }
      : {
          kind: 'add_sheet',
          sheetId: ARCHIVE_SHEET_ID,
          index: shown.index + 1,
          layout: { ...layout, title: freeTitle(standing) },
        },
  ];
}

/** Of the report whose tab it is; undefined for any other tab. */
function numberOf(tab: Tab): number | undefined {
  const named = parseReportTab(tab.title);
  return named && isOurs(tab, named.number) ? named.number : undefined;
}

/** People may have a tab of that name. */
function freeTitle(tabs: readonly Tab[]): string {
  const isTaken = (title: string) => tabs.some((tab) => tab.title === title);
  let title = ARCHIVE_TITLE;
  for (let next = 2; isTaken(title); next++) title = `${ARCHIVE_TITLE} (${next})`;
  return title;
}
