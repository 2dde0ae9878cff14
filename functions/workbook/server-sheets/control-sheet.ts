import {
  CONTROL_GROUPS,
  GROUP_TITLES,
  listControl,
  type ControlGroup,
  type ControlLine,
} from '../../domain/assessment/control-list.ts';
import { dateToSerial, formatDate, type CalendarDate } from '../../domain/dates/dates.ts';
import { SEVERITY_TITLES, type Finding } from '../../domain/findings/finding.ts';
import { countOf, NOUNS } from '../../domain/text/russian.ts';
import { cutAtWord } from '../../domain/text/shorten.ts';
import type { RowId, StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../worksheets/index.ts';
import type { Cell, CellStyle, LayoutCell, LayoutRow, SheetLayout } from '../layout/layout.ts';
import {
  BODY_STYLE,
  HEADER_STYLE,
  PALETTE,
  SEVERITY_COLOURS,
  TITLE_STYLE,
  TAB_COLOURS,
} from '../layout/palette.ts';
import { layoutServerSheet } from './server-layout.ts';
import { SERVER_SHEETS } from './server-sheets.ts';
import { linkToRow } from '../layout/row-link.ts';

/** Where a row stands now, for the link to it. */
export interface RowPlace {
  readonly sheetId: number;
  /** As people count: the first row is 1. */
  readonly rowNumber: number;
}

export type FindPlace = (worksheet: StaffWorksheetKey, rowId: RowId | null) => RowPlace | undefined;

/** More than anyone reads; the rest is counted in the head line. */
export const MAX_CONTROL_ROWS = 1000;

const COLUMNS: readonly { readonly title: string; readonly width: number }[] = [
  { title: 'Школа', width: 120 },
  { title: 'Мероприятие', width: 185 },
  { title: 'Срок', width: 85 },
  { title: 'Дней', width: 50 },
  { title: 'Ответственный', width: 135 },
  { title: 'Что не так', width: 265 },
  { title: 'Что сделать', width: 240 },
  { title: 'Строка', width: 120 },
];
/** Title, summary and header: what stands below is a finding a row, in the columns above. */
export const CONTROL_HEAD_ROWS = 3;

interface ControlInput {
  readonly today: CalendarDate;
  readonly findPlace: FindPlace;
  /** The name of the measure with that number. */
  readonly titleOf: (measure: string) => string | undefined;
}

/** «Контроль»: all findings, what burns first, each with a link to its row; as wide as a screen of 1280 pixels. */
export function layoutControl(findings: readonly Finding[], input: ControlInput): SheetLayout {
  const lines = listControl(findings);
  const shown = lines.slice(0, MAX_CONTROL_ROWS);
  return layoutServerSheet({
    title: SERVER_SHEETS.control.title,
    tabColour: TAB_COLOURS.look,
    columnWidths: COLUMNS.map(({ width }) => width),
    rows: [
      { cells: [{ value: `Контроль на ${formatDate(input.today)}`, style: TITLE_STYLE }] },
      { cells: [{ value: formatSummary(lines, shown.length) }] },
      { height: 30, cells: COLUMNS.map(({ title }) => ({ value: title, style: HEADER_STYLE })) },
      ...shown.map((line) => lineRow(line, input)),
    ],
    frozenRows: CONTROL_HEAD_ROWS,
    spareRows: 5,
    filter: { startRow: CONTROL_HEAD_ROWS - 1, startColumn: 0, endColumn: COLUMNS.length },
  });
}

function formatSummary(lines: readonly ControlLine[], shown: number): string {
  if (lines.length === 0) return 'Замечаний нет.';
  const counts = CONTROL_GROUPS.map((group) => {
    const those = lines.filter((line) => line.group === group);
    return those.length === 0 ? '' : `${GROUP_TITLES[group]} — ${those.length}${formatOwed(group, those)}`;
  }).filter(Boolean);
  const cut = lines.length > shown ? ` Показаны первые ${shown}.` : '';
  return `Всего ${lines.length}: ${counts.join(', ')}.${cut}`;
}

/** «Обзор» counts executions: one line here may tell of several that have no row yet, and a school's plan of none. */
function formatOwed(group: ControlGroup, lines: readonly ControlLine[]): string {
  if (group !== 'overdue') return '';
  const ofPlans = lines.filter(({ finding }) => finding.place.worksheet === 'schoolPlans').length;
  const owed = lines.reduce((sum, { finding }) => sum + (finding.owed?.executions ?? 1), -ofPlans);
  const told = [
    ...(owed > lines.length - ofPlans ? [countOf(owed, NOUNS.execution)] : []),
    ...(ofPlans > 0 ? [`в планах школ — ${ofPlans}`] : []),
  ];
  return told.length > 0 ? ` (${told.join(', ')})` : '';
}

const CENTRED: CellStyle = { ...BODY_STYLE, align: 'center' };

function lineRow(line: ControlLine, { findPlace, titleOf }: ControlInput): LayoutRow {
  const { severity, place, school, owed, title, responsible, message, advice, days, dueOn } = line.finding;
  // Painted directly: a rule's range would end where the sheet ended when it was made.
  const painted: CellStyle = { ...BODY_STYLE, background: SEVERITY_COLOURS[severity] };
  return {
    cells: [
      textCell(school ?? (owed?.schools ? countOf(owed.schools, NOUNS.school) : undefined)),
      textCell(nameMeasures(line.measures, titleOf) ?? (title && cutAtWord(title, TITLE_LENGTH))),
      { value: dueOn ? dateToSerial(dueOn) : null, style: { ...CENTRED, format: 'date' } },
      { value: days ?? null, style: CENTRED },
      textCell(responsible),
      { value: `${SEVERITY_TITLES[severity]}: ${message}`, style: painted },
      textCell(advice),
      namedPlaceCell(findPlace(place.worksheet, place.rowId), WORKSHEETS[place.worksheet].title),
    ],
  };
}

function textCell(value: string | undefined): LayoutCell {
  return { value: value ?? null, style: BODY_STYLE };
}

/** As much of a name as two lines of its column hold. */
const TITLE_LENGTH = 60;

function nameMeasures(numbers: readonly string[], titleOf: ControlInput['titleOf']): string | undefined {
  const [only] = numbers.length === 1 ? numbers : [];
  if (only === undefined) return numbers.join('; ') || undefined;
  return cutAtWord(`${only} ${titleOf(only) ?? ''}`.trim(), TITLE_LENGTH);
}

/** The number of the row, linked to it. */
export function placeCell(place: RowPlace | undefined): LayoutCell {
  return linkedCell(place, (rowNumber) => rowNumber);
}

/** «Исполнение, 25», linked to the row; the name alone where the row stands nowhere. */
function namedPlaceCell(place: RowPlace | undefined, title: string): LayoutCell {
  if (!place) return { value: title, style: CENTRED };
  return linkedCell(place, (rowNumber) => `${title}, ${rowNumber}`);
}

function linkedCell(place: RowPlace | undefined, valueOf: (rowNumber: number) => Cell): LayoutCell {
  if (!place) return { value: null, style: CENTRED };
  return {
    value: valueOf(place.rowNumber),
    link: linkToRow(place),
    style: { ...CENTRED, colour: PALETTE.header },
  };
}
