import { formatDate } from '../../functions/domain/dates.ts';
import { STATE_TITLES, STATES } from '../../functions/domain/obligation.ts';
import type { MeasureLine } from '../../functions/domain/report/summary-report.ts';
import type { Tally } from '../../functions/domain/report/tally.ts';
import type { JobResult } from './run-job.ts';

const SHOWN = 15;
const TITLE_LENGTH = 46;

/** The job's result for a coordinator: what came in, what is wrong, what is overdue, the totals, the files. */
export function formatResult(result: JobResult): string {
  const { sync, monitor, report, reportAnswer, files } = result;
  const isUnchanged =
    sync.status === 'unchanged' && monitor.status === 'unchanged' && reportAnswer.status === 'unchanged';
  return [
    '',
    isUnchanged ? 'С прошлого запуска ничего не изменилось.' : `Что пришло: ${sync.message}`,
    '',
    `Что не так (лист «Контроль», на ${formatDate(result.today)}):`,
    ...formatControl(result.control),
    '',
    `Сводный отчёт № ${report.number}${reportAnswer.status === 'unchanged' ? ' (прежний)' : ''}:`,
    ...report.statements.map((statement) => `  ${statement}`),
    '',
    ...report.sections.flatMap(({ title, lines }) => [`  ${title}`, ...lines.map(formatMeasure)]),
    `  Всего: ${formatTally(report.total)}`,
    '',
    'Откройте в Excel или LibreOffice:',
    `  книга — ${files.workbook}`,
    `  отчёт — ${files.report}`,
  ].join('\n');
}

function formatControl(rows: JobResult['control']): readonly string[] {
  if (rows.length === 0) return ['  Замечаний нет.'];
  const lines = rows
    .slice(0, SHOWN)
    .map((cells) => cells.map(String))
    .map(([, severity, sheet, row, message]) => `  ${severity}: «${sheet}», строка ${row}. ${message}`);
  return rows.length > SHOWN ? [...lines, `  …и ещё ${rows.length - SHOWN} на листе «Контроль».`] : lines;
}

function formatMeasure({ number, title, controlDate, noDateReason, tally }: MeasureLine): string {
  const short = title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title;
  const date = controlDate ? `до ${formatDate(controlDate)}` : (noDateReason ?? '');
  return `    ${number} ${short.padEnd(TITLE_LENGTH)} ${date.padEnd(22)} ${formatTally(tally)}`;
}

function formatTally({ total, byState }: Tally): string {
  const parts = STATES.filter((state) => byState[state] > 0).map(
    (state) => `${STATE_TITLES[state]} ${byState[state]}`,
  );
  return `${total}: ${parts.join(', ')}`;
}
