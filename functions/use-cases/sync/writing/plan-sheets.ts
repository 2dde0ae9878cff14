import type { CalendarDate } from '../../../domain/dates/dates.ts';
import { SEVERITIES } from '../../../domain/findings/finding.ts';
import { STAFF_WORKSHEETS } from '../../../domain/records/worksheet-key.ts';
import { layoutAbout } from '../../../workbook/server-sheets/about-sheet.ts';
import { composeOverview } from '../../../domain/overview/compose-overview.ts';
import { layoutOverview } from '../../../workbook/server-sheets/overview/overview-sheet.ts';
import { layoutControl, type FindPlace } from '../../../workbook/server-sheets/control-sheet.ts';
import type { SheetLayout } from '../../../workbook/layout/layout.ts';
import { TAB_COLOURS } from '../../../workbook/layout/palette.ts';
import { planServerCells } from '../../../workbook/server-sheets/server-cells.ts';
import { layoutServerSheet } from '../../../workbook/server-sheets/server-layout.ts';
import { OWN_TABS_FORM, SERVER_SHEETS } from '../../../workbook/server-sheets/server-sheets.ts';
import { digestAfter, digestOf, digestOfSheet, valuesOf } from '../reading/sheet-digest.ts';
import { planServerEdits } from './plan-edits.ts';
import type { ReconcilePlan } from '../plan-reconcile.ts';
import type { SheetsUse } from '../../ports/meter.ts';
import { describeMail } from './describe-mail.ts';
import { listDegraded } from './list-degraded.ts';
import type { SheetEdit } from '../../ports/spreadsheets.ts';
import { WATCHED, type SheetRead, type SheetsRead, type Tables } from '../reading/read-sheets.ts';
import type { Head, SeverityCounts } from '../../stored/head/head.ts';

/** What is to be written beside the rows, into «Контроль» and «Обзор»; empty where everything stands as it should. */
export function planSheetEdits(
  plan: ReconcilePlan,
  { sheets, tables, today, runs, form }: PlanSituation,
): readonly SheetEdit[] {
  const expected = planServerCells(plan.assessment);
  const beside = STAFF_WORKSHEETS.flatMap((key) => {
    const table = tables[key];
    return table.kind === 'complete' ? planServerEdits(table, plan.rows[key], expected) : [];
  });
  const findPlace = placeFinder(plan.rows, tables);
  const titles = new Map(plan.assessment.measures.map(({ measure }) => [measure.number, measure.title]));
  const control = layoutControl(plan.assessment.findings, {
    today,
    findPlace,
    titleOf: (number) => titles.get(number),
  });
  const overview = layoutOverview(composeOverview(plan.assessment, runs?.trend ?? []), findPlace);
  const show = form === OWN_TABS_FORM ? showLayout : drawLayout;
  return [
    ...beside,
    ...show(sheets.control, control),
    ...(sheets.overview ? show(sheets.overview, overview) : []),
    ...restoreAbout(sheets.about),
  ];
}

interface PlanSituation {
  readonly sheets: SheetsRead;
  readonly tables: Tables;
  readonly today: CalendarDate;
  /** With this pass's own run, where it is one. */
  readonly runs: Head['runs'];
  /** In which our own tabs stand. */
  readonly form: Head['form'];
}

/** Our own sheet shows the layout; one that was deleted is made again. */
function showLayout(sheet: SheetRead, layout: SheetLayout): readonly SheetEdit[] {
  const isShown = sheet.kind !== 'vanished' && digestOfSheet(sheet) === digestOf(valuesOf(layout.rows));
  return isShown ? [] : drawLayout(sheet, layout);
}

/** Whatever stands there: the same words may look otherwise by now. */
function drawLayout(sheet: SheetRead, layout: SheetLayout): readonly SheetEdit[] {
  const { sheetId } = sheet;
  if (sheet.kind === 'vanished') {
    const { title, index } = sheet.tab;
    return [{ kind: 'add_sheet', sheetId, index, layout: { ...layout, title } }];
  }
  return [{ kind: 'refill_sheet', sheetId, layout }];
}

/** Empty at first: what it says is known once the head is stored, and goes in by the same batch (`planAbout`). */
function restoreAbout(sheet: SheetRead): readonly SheetEdit[] {
  const { title } = SERVER_SHEETS.about;
  return sheet.kind === 'vanished'
    ? showLayout(
        sheet,
        layoutServerSheet({ title, tabColour: TAB_COLOURS.seldom, columnWidths: [280, 380], rows: [] }),
      )
    : [];
}

/**
 * Where rows stand in their sheets at the moment, for links to them. Holds numbers alone, none of the rows: so what is
 * made of the rows is made elsewhere, for a function keeps all that any function beside it in the same scope has used.
 */
export function placeFinder(rows: ReconcilePlan['rows'], tables: Tables): FindPlace {
  return finderAmong(rowNumbers(rows), sheetPlaces(tables));
}

/** By sheet and id. */
type RowNumbers = ReadonlyMap<string, ReadonlyMap<string, number>>;

function rowNumbers(rows: ReconcilePlan['rows']): RowNumbers {
  return new Map(
    STAFF_WORKSHEETS.map((key) => [key, new Map(rows[key].map(({ id, rowIndex }) => [id, rowIndex + 1]))]),
  );
}

interface SheetPlace {
  readonly sheetId: number;
  readonly headerRow: number;
}

function sheetPlaces(tables: Tables): ReadonlyMap<string, SheetPlace> {
  return new Map(
    STAFF_WORKSHEETS.flatMap((key) => {
      const table = tables[key];
      if (table.kind !== 'complete') return [];
      return [[key, { sheetId: table.sheetId, headerRow: table.binding.headerRow }] as const];
    }),
  );
}

function finderAmong(numbers: RowNumbers, sheets: ReadonlyMap<string, SheetPlace>): FindPlace {
  return (worksheet, rowId) => {
    const sheet = sheets.get(worksheet);
    if (!sheet) return undefined;
    const rowNumber = rowId === null ? sheet.headerRow + 1 : numbers.get(worksheet)?.get(rowId);
    return rowNumber === undefined ? undefined : { sheetId: sheet.sheetId, rowNumber };
  };
}

/** Digests of the sheets as they will stand. One that could not be read has none: it is looked at until it can. */
export function planDigests(
  { sheets, tables }: { sheets: SheetsRead; tables: Tables },
  edits: readonly SheetEdit[],
): Head['digests'] {
  return Object.fromEntries(
    WATCHED.flatMap((key) => {
      const sheet = sheets[key];
      const isRead = key === 'control' || key === 'overview' || tables[key].kind === 'complete';
      return sheet?.kind === 'complete' && isRead ? [[key, digestAfter(sheet, edits)]] : [];
    }),
  );
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
export function planAbout(head: Head, moment: AboutMoment): SheetEdit {
  const layout = layoutAbout({
    head,
    ...moment,
    mail: describeMail(head),
    degraded: listDegraded(head, moment.today),
  });
  return { kind: 'refill_sheet', sheetId: head.sheetIds.about, layout };
}

interface AboutMoment {
  readonly today: CalendarDate;
  readonly at: string;
  readonly sheetsUse?: SheetsUse | undefined;
}
