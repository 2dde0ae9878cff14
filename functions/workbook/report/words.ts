import { dateToSerial, formatDate, type CalendarDate } from '../../domain/dates/dates.ts';
import { STATE_TITLES, STATES, type State } from '../../domain/assessment/states/state.ts';
import type { ColumnKind, ReportColumn, ReportTable } from '../../domain/report/report-document.ts';
import type { Cell, CellStyle, Colour } from '../layout/layout.ts';

type ReportValue = string | number | null;

/** For columns too narrow for the titles; the words are explained below their table. */
export const SHORT_STATES: Readonly<Record<State, string>> = {
  done: 'выполн.',
  done_late: 'с опозд.',
  off_control: 'снято',
  awaiting_acceptance: 'на приёмке',
  returned: 'возвр.',
  done_unproved: 'без док.',
  in_progress: 'в работе',
  not_started: 'не наст.',
  due_soon: 'скоро',
  overdue: 'ПРОСР.',
  waiting_act: 'ждёт',
  on_request: 'по запр.',
  no_deadline: 'нет срока',
  not_required: 'не треб.',
};

interface Emphasis extends Pick<CellStyle, 'bold' | 'italic'> {
  readonly background?: Colour;
}

/** What needs attention is bold and on the darkest shade, so that it is found on a black-and-white print too. */
export const STATE_EMPHASIS: Readonly<Record<State, Emphasis>> = {
  done: {},
  done_late: { italic: true },
  off_control: {},
  awaiting_acceptance: { italic: true },
  returned: { bold: true, background: '#fff3cd' },
  done_unproved: { italic: true, background: '#fff3cd' },
  in_progress: {},
  not_started: {},
  due_soon: {},
  overdue: { bold: true, background: '#e3b3ad' },
  waiting_act: { italic: true },
  on_request: { italic: true },
  no_deadline: { bold: true, italic: true, background: '#f5dfb3' },
  not_required: { italic: true },
};

/** Millimetres in which the longest word of the titles («подтверждено») stays whole. */
const ROOM_FOR_TITLES = 24;

export function isState(value: unknown): value is State {
  return typeof value === 'string' && Object.hasOwn(STATE_TITLES, value);
}

/** The words that stand in a column of states. */
export function wordsOf({ width }: Pick<ReportColumn, 'width'>): Readonly<Record<State, string>> {
  return width < ROOM_FOR_TITLES ? SHORT_STATES : STATE_TITLES;
}

function formatState(value: ReportValue, column: ReportColumn): ReportValue {
  return isState(value) ? wordsOf(column)[value] : value;
}

/** The typed cell of a sheet: dates as serial numbers, states as words; texts in columns of figures stay texts. */
export function toSheetValue(value: ReportValue, column: ReportColumn): Cell {
  if (isEmptyShare(value, column)) return NO_SHARE;
  if (column.kind === 'state') return formatState(value, column);
  if (column.kind === 'date' && isDate(value)) return dateToSerial(value);
  return value;
}

/** The same as text in the Russian form: `66,7`, `31.08.2021`, `−4`. */
export function formatReportValue(value: ReportValue, column: ReportColumn): string {
  if (isEmptyShare(value, column)) return NO_SHARE;
  if (value === null) return '';
  if (column.kind === 'state') return String(formatState(value, column));
  if (column.kind === 'date' && isDate(value)) return formatDate(value);
  if (typeof value === 'string') return value;
  if (column.kind === 'percent') return value.toFixed(1).replace('.', ',');
  return String(value).replace('-', '−');
}

/** Where there is nothing to be a share of, or nobody has told. */
const NO_SHARE = '—';

function isEmptyShare(value: ReportValue, { kind }: ReportColumn): boolean {
  return value === null && kind === 'percent';
}

function isDate(value: ReportValue): value is CalendarDate {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}

const FORMATS: Readonly<Record<ColumnKind, CellStyle>> = {
  text: { format: 'text' },
  count: { format: 'integer', align: 'center' },
  percent: { format: 'decimal', align: 'center' },
  date: { format: 'date', align: 'center' },
  state: { align: 'center' },
  days: { format: 'integer', align: 'center' },
};

export function styleOfKind(kind: ColumnKind): CellStyle {
  return FORMATS[kind];
}

/** What the shortened words and the dashes of a table mean; undefined where none stands in it. */
export function formatLegend(table: ReportTable): string | undefined {
  const sentences = [formatShortened(table), formatDashes(table)].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** Of executions the denominator is what has fallen due; any other share is one that the data bank does not tell. */
function formatDashes({ columns, rows }: ReportTable): string {
  const own = rows.filter(({ level }) => level !== 'group');
  const dashed = columns.filter((column, index) =>
    own.some(({ cells }) => isEmptyShare(cells[index] ?? null, column)),
  );
  const isOfExecutions = (column: ReportColumn) => column.key === 'percent';
  return [
    dashed.some(isOfExecutions) ? '«—» — ни один срок ещё не наступил, процент не считается.' : '',
    dashed.some((column) => !isOfExecutions(column)) ? '«—» — сведений нет.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function formatShortened({ columns, rows }: ReportTable): string {
  const narrow = columns.flatMap(({ kind, width }, index) =>
    kind === 'state' && width < ROOM_FOR_TITLES ? [index] : [],
  );
  const present = new Set(rows.flatMap(({ cells }) => narrow.map((index) => cells[index])));
  const shortened = STATES.filter(
    (state) => present.has(state) && SHORT_STATES[state] !== STATE_TITLES[state],
  );
  const words = shortened.map((state) => `${SHORT_STATES[state]} — ${STATE_TITLES[state]}`);
  return words.length > 0 ? `Сокращения: ${words.join('; ')}.` : '';
}
