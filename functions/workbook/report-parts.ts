import { formatDate } from '../domain/dates.ts';
import { STATE_TITLES } from '../domain/obligation.ts';
import type { LateLine, SummaryReport } from '../domain/report/summary-report.ts';
import { countOf, NOUNS } from '../domain/russian.ts';
import type { State } from '../domain/obligation.ts';
import { BODY_STYLE, HEADER_STYLE } from './palette.ts';
import { heading, spanning, spanRow, type ReportRow, type Span } from './report-rows.ts';

const SMALL = { ...BODY_STYLE, size: 9 } as const;
const CENTRED = { ...SMALL, align: 'center' } as const;
const HEADER = { ...HEADER_STYLE, size: 9 } as const;

/** One letter a state, legible in black and white; the legend stands under the table. */
const LETTERS: Readonly<Record<State, string>> = {
  done: 'В',
  done_unproved: 'В?',
  in_progress: 'Р',
  not_started: '–',
  overdue: 'П!',
  waiting_act: 'А',
  on_request: 'З',
  no_deadline: '?',
  not_required: 'Н',
};

/** Measures that the matrix has room for, one column each. */
const MATRIX_COLUMNS = 13;

/** Part 2: school × measure. */
export function schoolRows({ schools, measureNumbers }: SummaryReport): readonly ReportRow[] {
  if (schools.length === 0) return [heading('2. По школам'), spanning('Учитываемых школ нет.')];
  const shown = measureNumbers.slice(0, MATRIX_COLUMNS);
  const legend = Object.entries(LETTERS).map(
    ([state, letter]) => `${letter} — ${STATE_TITLES[state as State]}`,
  );
  return [
    heading('2. По школам'),
    matrixRow(['№', 'Школа'], shown, { style: HEADER }),
    ...schools.map(({ school, states }, index) =>
      matrixRow(
        [index + 1, school],
        states.slice(0, MATRIX_COLUMNS).map((state) => (state ? LETTERS[state] : '')),
        { style: CENTRED },
      ),
    ),
    spanning(
      `Обозначения: ${legend.join('; ')}. Пусто — мероприятие исполняется за муниципалитет в целом.` +
        (measureNumbers.length > MATRIX_COLUMNS ? ' Остальные мероприятия — в части 1.' : ''),
      { size: 9 },
    ),
  ];
}

function matrixRow(
  [number, name]: readonly [number | string, string],
  marks: readonly string[],
  { style }: { style: Span['style'] & object },
): ReportRow {
  return spanRow([
    { value: number, columns: 1, style },
    { value: name, columns: 1, style: { ...style, align: 'left' } },
    ...marks.map((value) => ({ value: value === '' ? null : value, columns: 1, style })),
  ]);
}

/** Part 3: by name, with days. */
export function lateRows({ overdue, atRisk }: SummaryReport): readonly ReportRow[] {
  return [
    heading('3. Просрочено и под угрозой'),
    ...lateTable('Просрочено', overdue, (days) => `просрочено на ${countOf(days, NOUNS.day)}`),
    ...lateTable('Срок подходит', atRisk, (days) =>
      days > 0 ? `срок вышел, последний день ещё не прошёл` : `осталось ${countOf(-days, NOUNS.day)}`,
    ),
  ];
}

function lateTable(
  title: string,
  lines: readonly LateLine[],
  formatDays: (days: number) => string,
): readonly ReportRow[] {
  if (lines.length === 0) return [spanning(`${title}: нет.`)];
  return [
    spanning(`${title}: ${lines.length}`, { bold: true }),
    lateRow(['№', 'Школа', '№ мероприятия', 'Срок', 'Мероприятие', 'Состояние', 'Дней'], HEADER),
    ...lines.map(({ school, measure, title: name, controlDate, days, state }, index) =>
      lateRow(
        [
          String(index + 1),
          school,
          measure,
          formatDate(controlDate),
          name,
          STATE_TITLES[state],
          formatDays(days),
        ],
        SMALL,
      ),
    ),
  ];
}

/** Columns that each cell of a late line covers. */
const LATE_SPANS = [1, 1, 1, 1, 8, 2, 3];

function lateRow(values: readonly string[], style: Span['style'] & object): ReportRow {
  return spanRow(
    values.map((value, index) => ({
      value,
      columns: LATE_SPANS[index] ?? 1,
      style: index === 0 || index === 2 || index === 3 ? { ...style, align: 'center' } : style,
    })),
  );
}

/** Part 4: how each control date was found. */
export function noteRows({ notes }: SummaryReport): readonly ReportRow[] {
  const row = (
    [number, phrase, explanation]: readonly [string, string, string],
    style: Span['style'] & object,
  ) =>
    spanRow([
      { value: number, columns: 1, style: { ...style, align: 'center', format: 'text' } },
      { value: phrase, columns: 2, style },
      { value: explanation, columns: 14, style },
    ]);
  return [
    heading('4. Как вычислены контрольные даты'),
    row(['№', 'Срок по регламенту', 'Как понят'], HEADER),
    ...notes.map(({ measure, deadlinePhrase, explanation }) =>
      row([measure, deadlinePhrase, explanation], SMALL),
    ),
  ];
}
