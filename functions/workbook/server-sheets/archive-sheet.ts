import { formatDate, type CalendarDate } from '../../domain/dates/dates.ts';
import type { ReportForm } from '../../domain/report/report-document.ts';
import { formatOver } from '../../domain/report/report-span.ts';
import type { LayoutCell, LayoutRow, SheetLayout } from '../layout/layout.ts';
import { BODY_STYLE, HEADER_STYLE, PALETTE, TAB_COLOURS, TITLE_STYLE } from '../layout/palette.ts';
import { layoutServerSheet } from './server-layout.ts';
import { FORM_TITLES, reportTabTitle } from './server-sheets.ts';

/** What one line of the archive says of a report. */
export interface ArchivedReport {
  readonly number: number;
  readonly form: ReportForm;
  /** The day on which it was composed. */
  readonly date: CalendarDate;
  readonly asOf: CalendarDate;
  /** Absent of a report that an older version stored. */
  readonly span?: string | undefined;
  /** The school of a card, the name of a form of the authority's own. */
  readonly subject?: string | undefined;
}

export const ARCHIVE_TITLE = 'Архив отчётов';

const COLUMNS = [
  { title: '№', width: 50 },
  { title: 'Дата', width: 95 },
  { title: 'Форма', width: 280 },
  { title: 'Период и день', width: 340 },
  { title: 'Лист', width: 230 },
] as const;

const NOTE =
  'Листы прежних отчётов скрыты: ссылка открывает лист. Отчёт, чьего листа в книге уже нет, хранится целиком: ' +
  '«ШНОР» → «Отчёты…» → его номер.';
const HEAD_ROWS = 3;
const CENTRED = { ...BODY_STYLE, align: 'center' } as const;

/** A line a report, the latest first. `sheetIdOf`: of the report's tab; undefined where none stands. */
export function layoutArchive(
  reports: readonly ArchivedReport[],
  sheetIdOf: (number: number) => number | undefined,
): SheetLayout {
  const latestFirst = reports.toSorted((a, b) => b.number - a.number);
  return layoutServerSheet({
    title: ARCHIVE_TITLE,
    tabColour: TAB_COLOURS.seldom,
    columnWidths: COLUMNS.map(({ width }) => width),
    rows: [
      { cells: [{ value: ARCHIVE_TITLE, style: TITLE_STYLE }] },
      { cells: [{ value: NOTE }] },
      { height: 30, cells: COLUMNS.map(({ title }) => ({ value: title, style: HEADER_STYLE })) },
      ...latestFirst.map((report) => lineOf(report, sheetIdOf(report.number))),
      ...earlierThan(latestFirst.at(-1)),
    ],
    frozenRows: HEAD_ROWS,
    spareRows: 3,
  });
}

function lineOf({ number, form, date, asOf, span, subject }: ArchivedReport, sheetId?: number): LayoutRow {
  const over = span === undefined ? '' : `${formatOver({ title: span })}, `;
  return {
    cells: [
      { value: number, style: CENTRED },
      { value: formatDate(date), style: CENTRED },
      text(subject ? `${FORM_TITLES[form]}: «${subject}»` : FORM_TITLES[form]),
      text(`${over}на ${formatDate(asOf)}`),
      sheetId === undefined
        ? { value: 'листа нет', style: { ...BODY_STYLE, colour: PALETTE.muted } }
        : {
            value: reportTabTitle(form, number),
            link: `#gid=${sheetId}`,
            style: { ...BODY_STYLE, colour: PALETTE.header },
          },
    ],
  };
}

function text(value: string): LayoutCell {
  return { value, style: BODY_STYLE };
}

/** Only so many are listed. */
function earlierThan(oldest: ArchivedReport | undefined): readonly LayoutRow[] {
  const last = (oldest?.number ?? 1) - 1;
  if (last < 1) return [];
  return [{ cells: [{ value: `Отчёты до № ${last} — по номеру: «ШНОР» → «Отчёты…».` }] }];
}
