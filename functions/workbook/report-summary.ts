import { dateToSerial } from '../domain/dates.ts';
import { STATES, type State } from '../domain/obligation.ts';
import type { MeasureLine, SummaryReport } from '../domain/report/summary-report.ts';
import type { Tally } from '../domain/report/tally.ts';
import type { Cell, CellStyle, LayoutCell } from './layout.ts';
import { BODY_STYLE, PALETTE } from './palette.ts';
import { heading, headerRow, sectionRow, type ReportRow } from './report-rows.ts';

/** Words that fit narrow columns unbroken. */
const SHORT_TITLES: Readonly<Record<State, string>> = {
  done: 'Выпол-\nнено',
  done_unproved: 'Не под-\nтверж-\nдено',
  in_progress: 'В ра-\nботе',
  not_started: 'Не на-\nчато',
  overdue: 'Просро-\nчено',
  waiting_act: 'Ждёт\nакта',
  on_request: 'По за-\nпросу',
  no_deadline: 'Срок\nне ясен',
  not_required: 'Не тре-\nбуется',
};

const HEADERS: readonly string[] = [
  '№ п/п',
  'Мероприятие',
  'Срок по регламенту',
  'Контрольная дата',
  'Ответственный',
  'Всего',
  ...STATES.map((state) => SHORT_TITLES[state]),
  '% от наступивших; документы',
  'Примечание',
];

/** Part 1: every measure with its deadline, control date and figures; sub-totals by section and in all. */
export function summaryRows({ sections, total }: SummaryReport): readonly ReportRow[] {
  return [
    heading('1. Исполнение по мероприятиям'),
    headerRow(HEADERS, 64),
    ...sections.flatMap(({ title, lines, subtotal }) => [
      sectionRow(title),
      ...lines.map(measureRow),
      totalRow('Итого по разделу', subtotal),
    ]),
    totalRow('Всего', total),
  ];
}

const SMALL: CellStyle = { ...BODY_STYLE, size: 9 };
const CENTRED: CellStyle = { ...SMALL, align: 'center' };
const TOTAL: CellStyle = { ...CENTRED, bold: true, background: PALETTE.total };

function measureRow(line: MeasureLine): ReportRow {
  const date: LayoutCell = line.controlDate
    ? { value: dateToSerial(line.controlDate), style: { ...CENTRED, format: 'date' } }
    : { value: line.noDateReason, style: CENTRED };
  const text = (value: Cell): LayoutCell => ({ value, style: SMALL });
  return {
    cells: [
      { value: line.number, style: { ...CENTRED, format: 'text' } },
      text(line.title),
      text(line.deadlinePhrase),
      date,
      text(line.responsible),
      ...figures(line.tally, CENTRED),
      text([percentOf(line.tally), line.evidence].filter(Boolean).join('; ')),
      text(line.note),
    ],
  };
}

function totalRow(title: string, tally: Tally): ReportRow {
  const blank: LayoutCell = { value: null, style: TOTAL };
  return {
    cells: [
      blank,
      { value: title, style: { ...TOTAL, align: 'left' } },
      blank,
      blank,
      blank,
      ...figures(tally, TOTAL),
      { value: percentOf(tally), style: { ...TOTAL, align: 'left' } },
      blank,
    ],
  };
}

function figures({ total, byState }: Tally, style: CellStyle): LayoutCell[] {
  return [total, ...STATES.map((state) => byState[state])].map((value) => ({
    value,
    style: { ...style, format: 'integer' },
  }));
}

/** The percentage names its denominator, so that nobody takes it for a share of all. */
function percentOf({ percent, dueDone, due }: Tally): string {
  return percent === null ? 'срок не наступил' : `${percent} % (${dueDone} из ${due})`;
}
