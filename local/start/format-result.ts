import { formatDate } from '../../functions/domain/dates/dates.ts';
import { STATE_TITLES, STATES } from '../../functions/domain/assessment/states/state.ts';
import type { ReportDocument, ReportRow } from '../../functions/domain/report/report-document.ts';
import { statementsOf } from '../../functions/use-cases/report/report-outcome.ts';
import type { JobResult, LatestReport, MadeReport } from './run-job.ts';

const SHOWN = 15;
const TITLE_LENGTH = 46;

/** The job's result for a coordinator: what came in, what is wrong, what is overdue, the totals, the files. */
export function formatResult(result: JobResult): string {
  const { sync, monitor, report, workbookFile } = result;
  const isMade = 'answer' in report;
  const isUnchanged = sync.status === 'unchanged' && monitor.status === 'unchanged';
  return [
    '',
    isUnchanged ? 'С прошлого запуска ничего не изменилось.' : `Что пришло: ${sync.message}`,
    '',
    `Что не так (лист «Контроль», на ${formatDate(result.today)}):`,
    ...formatControl(result.control),
    '',
    ...(isMade ? formatReport(report) : 'refusal' in report ? [report.refusal] : formatLatest(report)),
    '',
    'Откройте в Excel, Word или LibreOffice:',
    `  книга — ${workbookFile}`,
    ...(isMade ? [`  отчёт — ${report.files.xlsx}`, `          ${report.files.docx}`] : []),
  ].join('\n');
}

function formatReport({ document }: MadeReport): readonly string[] {
  return [
    `Сводный отчёт № ${document.number}:`,
    ...statementsOf(document).map((statement) => `  ${statement}`),
    '',
    ...formatMeasures(document),
  ];
}

const HOW_TO_REPORT =
  'Новый отчёт с номером программа сама не формирует: «ШНОР» → «Сформировать отчёт» или npm run -s shnor -- report.';

function formatLatest({ latest, isCurrent }: LatestReport): readonly string[] {
  if (!latest) return ['Сводных отчётов ещё нет.', HOW_TO_REPORT];
  const { number, asOf } = latest;
  const since = isCurrent ? 'С тех пор ничего не изменилось.' : 'Изменённого с тех пор в нём нет.';
  return [
    `Последний сводный отчёт — № ${number} на ${formatDate(asOf)}. ${since}`,
    ...statementsOf(latest).map((statement) => `  ${statement}`),
    HOW_TO_REPORT,
  ];
}

function formatControl(rows: JobResult['control']): readonly string[] {
  if (rows.length === 0) return ['  Замечаний нет.'];
  const lines = rows
    .slice(0, SHOWN)
    .map((cells) => cells.map((cell) => String(cell ?? '')))
    .map(([school, measure, , , , message, , row]) => {
      const whose = [school, measure].filter(Boolean).join(', ');
      return `  ${whose ? `${whose}. ` : ''}${message} (${row})`;
    });
  return rows.length > SHOWN ? [...lines, `  …и ещё ${rows.length - SHOWN} на листе «Контроль».`] : lines;
}

type Cells = Readonly<Record<string, string | number | null | undefined>>;

interface Line {
  readonly level: ReportRow['level'];
  readonly cells: Cells;
}

/** The summary by measures in short: the table of states, with the control dates of the table of measures. */
function formatMeasures(report: ReportDocument): readonly string[] {
  const dates = new Map(linesOf(report, 'measures').map(({ cells }) => [cells['number'], cells['control']]));
  return linesOf(report, 'states').flatMap(({ level, cells }) => {
    if (level === 'group') return [`  ${cells['number']}`];
    if (level === 'total') return [`  Всего: ${formatStates(cells)}`];
    return level === 'row' ? [formatMeasure(cells, String(dates.get(cells['number']) ?? ''))] : [];
  });
}

/** The rows of a table by the keys of its columns; a group's title stands under the first. */
function linesOf({ parts }: ReportDocument, key: string): readonly Line[] {
  const tables = parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' && block.table.key === key ? [block.table] : [])),
  );
  return tables.flatMap(({ columns, rows }) =>
    rows.map(({ level, cells }) => ({
      level,
      cells: Object.fromEntries(columns.map((column, index) => [column.key, cells[index]])),
    })),
  );
}

function formatMeasure(cells: Cells, control: string): string {
  const title = String(cells['title'] ?? '');
  const short = title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title;
  const date = /^\d/u.test(control) ? `до ${control}` : control;
  return `    ${cells['number']} ${short.padEnd(TITLE_LENGTH)} ${date.padEnd(22)} ${formatStates(cells)}`;
}

function formatStates(cells: Cells): string {
  const parts = STATES.filter((state) => Number(cells[state]) > 0).map(
    (state) => `${STATE_TITLES[state]} ${cells[state]}`,
  );
  return `${cells['total']}: ${parts.join(', ')}`;
}
