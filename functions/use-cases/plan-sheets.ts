import type { CalendarDate } from '../domain/dates.ts';
import { SEVERITIES } from '../domain/finding.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import { layoutAbout } from '../workbook/about-sheet.ts';
import { layoutControl, type FindPlace } from '../workbook/control-sheet.ts';
import type { SheetLayout } from '../workbook/layout.ts';
import { planServerCells } from '../workbook/server-cells.ts';
import { digestOf, valuesAfter, valuesOf } from './digest.ts';
import { planServerEdits } from './plan-edits.ts';
import type { ReconcilePlan, Tables } from './plan-reconcile.ts';
import type { SheetEdit, SheetValues } from './ports.ts';
import type { Head, SeverityCounts } from './stored-documents.ts';

export type SheetsRead = Readonly<Record<StaffWorksheetKey | 'control', SheetValues>>;

/** What is to be written beside the rows and into «Контроль»; empty where everything stands as it should. */
export function planSheetEdits(
  plan: ReconcilePlan,
  { sheets, tables, today }: { sheets: SheetsRead; tables: Tables; today: CalendarDate },
): readonly SheetEdit[] {
  const expected = planServerCells(plan.assessment);
  const beside = STAFF_WORKSHEETS.flatMap((key) => planServerEdits(tables[key], plan.rows[key], expected));
  const control = layoutControl(plan.assessment.findings, { today, findPlace: placeFinder(plan, tables) });
  return standsAs(sheets.control, control)
    ? beside
    : [...beside, { kind: 'refill_sheet', sheetId: sheets.control.sheetId, layout: control }];
}

function standsAs(sheet: SheetValues, layout: SheetLayout): boolean {
  return digestOf(sheet.rows) === digestOf(valuesOf(layout.rows));
}

function placeFinder(plan: ReconcilePlan, tables: Tables): FindPlace {
  const numbers = new Map(
    STAFF_WORKSHEETS.flatMap((key) =>
      plan.rows[key].map(({ id, rowIndex }) => [`${key} ${id}`, rowIndex + 1] as const),
    ),
  );
  return (worksheet, rowId) => {
    const { sheetId, binding } = tables[worksheet];
    const rowNumber = rowId === null ? binding.headerRow + 1 : numbers.get(`${worksheet} ${rowId}`);
    return rowNumber === undefined ? undefined : { sheetId, rowNumber };
  };
}

/** Digests of the sheets as they will stand. */
export function planDigests(sheets: SheetsRead, edits: readonly SheetEdit[]): Head['digests'] {
  const keys = [...STAFF_WORKSHEETS, 'control'] as const;
  return Object.fromEntries(keys.map((key) => [key, digestOf(valuesAfter(sheets[key], edits))]));
}

export function countFindings(plan: ReconcilePlan): SeverityCounts {
  const { findings } = plan.assessment;
  const counts = SEVERITIES.map((severity) => [
    severity,
    findings.filter((finding) => finding.severity === severity).length,
  ]);
  return Object.fromEntries(counts) as SeverityCounts;
}

/** «О системе» as of the head that is stored now. */
export function planAbout(head: Head, moment: { today: CalendarDate; at: string }): SheetEdit {
  return { kind: 'refill_sheet', sheetId: head.sheetIds.about, layout: layoutAbout({ head, ...moment }) };
}
