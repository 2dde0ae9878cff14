import { layoutReport } from '../../../workbook/report/layout.ts';
import { reportTabTitle } from '../../../workbook/server-sheets/server-sheets.ts';
import { valuesOf } from '../../sync/reading/sheet-digest.ts';
import type { SheetEdit } from '../../ports/spreadsheets.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { findReportTab } from '../report-tabs.ts';
import type { StoredReport } from '../../stored/reports/reports.ts';

/** Renews what the report's tab says of its state; nothing where the tab stands no longer. */
export async function showState(
  { spreadsheets }: Dependencies,
  { document, proof }: StoredReport,
  { workbookId, state }: { readonly workbookId: string; readonly state: string },
): Promise<void> {
  const title = reportTabTitle(document.form, document.number);
  const { tabs } = await spreadsheets.readOutline(workbookId);
  const tab = findReportTab(tabs, document);
  if (!tab) return;
  const { sheetId } = tab;
  const valuesWith = (text: string) =>
    valuesOf(
      layoutReport(document, { ...proof, state: text }, { sheetId, title, findPlace: () => undefined }).rows,
    );
  // Where the two differ, there the state stands, wherever the layout puts it.
  const blank = valuesWith('—');
  const edits = valuesWith(state).flatMap((cells, row) =>
    cells.flatMap((value, column): SheetEdit[] =>
      value === blank[row]?.[column]
        ? []
        : [{ kind: 'write_values', block: { sheetId, row, column, values: [[value]] } }],
    ),
  );
  await spreadsheets.apply(workbookId, edits);
}
