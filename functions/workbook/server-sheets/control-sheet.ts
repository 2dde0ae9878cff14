import type { CalendarDate } from '../../domain/dates.ts';
import { formatDate } from '../../domain/dates.ts';
import { SEVERITIES, SEVERITY_TITLES, type Finding } from '../../domain/finding.ts';
import type { RowId, StaffWorksheetKey } from '../../domain/worksheet-key.ts';
import { WORKSHEETS } from '../worksheets/index.ts';
import type { CellStyle, LayoutCell, LayoutRow, SheetLayout } from '../layout/layout.ts';
import { BODY_STYLE, HEADER_STYLE, PALETTE, SEVERITY_COLOURS, TITLE_STYLE } from '../layout/palette.ts';
import { layoutServerSheet } from './server-layout.ts';
import { SERVER_SHEETS } from './server-sheets.ts';

/** Where a row stands now, for the link to it. */
export interface RowPlace {
  readonly sheetId: number;
  /** As people count: the first row is 1. */
  readonly rowNumber: number;
}

export type FindPlace = (worksheet: StaffWorksheetKey, rowId: RowId | null) => RowPlace | undefined;

/** More than anyone reads; the rest is counted in the head line. */
export const MAX_CONTROL_ROWS = 1000;

const HEADERS = ['№', 'Важность', 'Лист', 'Строка', 'Что не так', 'Что сделать', 'Дней'] as const;
const WIDTHS = [45, 120, 120, 70, 460, 400, 60];
const HEAD_ROWS = 3;

/** «Контроль»: all findings, worst first, each with a link to its row. */
export function layoutControl(
  findings: readonly Finding[],
  { today, findPlace }: { readonly today: CalendarDate; readonly findPlace: FindPlace },
): SheetLayout {
  const shown = findings.slice(0, MAX_CONTROL_ROWS);
  return layoutServerSheet({
    title: SERVER_SHEETS.control.title,
    tabColour: '#b45309',
    columnWidths: WIDTHS,
    rows: [
      { cells: [{ value: `Контроль на ${formatDate(today)}`, style: TITLE_STYLE }] },
      { cells: [{ value: formatSummary(findings, shown.length) }] },
      { height: 30, cells: HEADERS.map((value) => ({ value, style: HEADER_STYLE })) },
      ...shown.map((finding, index) => findingRow(finding, index, findPlace)),
    ],
    frozenRows: HEAD_ROWS,
    spareRows: 5,
  });
}

function formatSummary(findings: readonly Finding[], shown: number): string {
  if (findings.length === 0) return 'Замечаний нет.';
  const counts = SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : `${SEVERITY_TITLES[severity].toLocaleLowerCase('ru')} — ${count}`;
  }).filter(Boolean);
  const cut = findings.length > shown ? ` Показаны первые ${shown}.` : '';
  return `Всего ${findings.length}: ${counts.join(', ')}.${cut}`;
}

const CENTRED: CellStyle = { ...BODY_STYLE, align: 'center' };

function findingRow(finding: Finding, index: number, findPlace: FindPlace): LayoutRow {
  const { severity, place, subject, message, advice, days } = finding;
  const { title } = WORKSHEETS[place.worksheet];
  return {
    cells: [
      { value: index + 1, style: CENTRED },
      // Painted directly: a rule's range would end where the sheet ended when it was made.
      {
        value: SEVERITY_TITLES[severity],
        style: { ...BODY_STYLE, bold: true, background: SEVERITY_COLOURS[severity] },
      },
      { value: title, style: BODY_STYLE },
      placeCell(findPlace(place.worksheet, place.rowId)),
      { value: subject ? `${subject}. ${message}` : message, style: BODY_STYLE },
      { value: advice, style: BODY_STYLE },
      { value: days ?? null, style: CENTRED },
    ],
  };
}

/** The number of the row, linked to it. */
export function placeCell(place: RowPlace | undefined): LayoutCell {
  if (!place) return { value: null, style: CENTRED };
  return {
    value: place.rowNumber,
    link: `#gid=${place.sheetId}&range=A${place.rowNumber}`,
    style: { ...CENTRED, colour: PALETTE.header },
  };
}
