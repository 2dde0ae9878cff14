import { DateTime } from 'luxon';
import { formatDate, type CalendarDate } from '../../domain/dates/dates.ts';
import { SEVERITIES, SEVERITY_TITLES, type Severity } from '../../domain/findings/finding.ts';
import type { Cell, SheetLayout } from '../layout/layout.ts';
import { BODY_STYLE, TITLE_STYLE, TAB_COLOURS } from '../layout/palette.ts';
import { layoutServerSheet } from './server-layout.ts';
import { SERVER_SHEETS } from './server-sheets.ts';

export interface SystemState {
  readonly head: {
    readonly revision: number;
    readonly timeZone: string;
    readonly monitoredOn: CalendarDate | null;
    readonly findings: Readonly<Record<Severity, number>>;
    readonly lastReport: { readonly number: number } | null;
    readonly selfCheck?:
      { readonly revision: number; readonly at: string; readonly problem: string | null } | undefined;
    readonly runs?: { readonly last: RunState } | undefined;
  };
  /** The instant of the synchronisation, ISO 8601 in UTC. */
  readonly at: string;
  readonly today: CalendarDate;
  /** Calls of Google Sheets within the last minute; undefined where nobody counts them. */
  readonly sheetsUse?:
    { readonly reads: number; readonly writes: number; readonly granted: number } | undefined;
  /** Russian: what does not work as it should, each with what to do. */
  readonly degraded: readonly string[];
  /** Russian: mail sent, waiting, failed; absent where there is none. */
  readonly mail?: string | undefined;
}

interface RunState {
  readonly at: string;
  readonly tookMs: number;
  readonly lagMs: number | null;
  readonly changes: { readonly fresh: number; readonly gone: number; readonly worse: number } | null;
  readonly since: CalendarDate | null;
}

/** «О системе»: when the functions last looked, and at what. */
export function layoutAbout(state: SystemState): SheetLayout {
  const { head, at, today, degraded, mail } = state;
  const moment = DateTime.fromISO(at, { zone: head.timeZone });
  const lines: readonly (readonly [string, Cell])[] = [
    ['Что не в порядке', degraded.length > 0 ? degraded.join('\n') : 'Всё работает.'],
    ['Последняя синхронизация', `${moment.toFormat('dd.MM.yyyy HH:mm:ss')} (${head.timeZone})`],
    ['Сроки проверены на', formatDate(today)],
    ['Ежедневная проверка была', head.monitoredOn ? formatDate(head.monitoredOn) : 'ещё не было'],
    ['Последняя проверка', formatRun(head)],
    ['Что она застала', formatChanges(head.runs?.last)],
    ['Отставание от назначенного времени', formatLag(head.runs?.last)],
    ['Ревизия данных', head.revision],
    ['Последний отчёт', head.lastReport ? `№ ${head.lastReport.number}` : 'ещё не формировался'],
    ['Самопроверка истории', formatCheck(head)],
    ['Обращения к Google Sheets за минуту', formatUse(state.sheetsUse)],
    ...(mail === undefined ? [] : [['Письма', mail] as const]),
    ...SEVERITIES.map(
      (severity) => [`Замечаний «${SEVERITY_TITLES[severity]}»`, head.findings[severity]] as const,
    ),
  ];
  return layoutServerSheet({
    title: SERVER_SHEETS.about.title,
    tabColour: TAB_COLOURS.seldom,
    columnWidths: [280, 380],
    rows: [
      { cells: [{ value: 'О системе', style: TITLE_STYLE }] },
      ...lines.map(([name, value]) => ({
        cells: [
          { value: name, style: { ...BODY_STYLE, bold: true } },
          { value, style: { ...BODY_STYLE, align: 'left' as const } },
        ],
      })),
    ],
    frozenRows: 1,
    spareRows: 5,
  });
}

function formatRun({ runs, timeZone }: SystemState['head']): string {
  if (!runs) return 'ещё не было';
  const { at, tookMs } = runs.last;
  const when = DateTime.fromISO(at, { zone: timeZone }).toFormat('dd.MM.yyyy HH:mm');
  return `${when}, длилась ${formatSeconds(tookMs)}`;
}

function formatChanges(run: RunState | undefined): string {
  if (!run?.changes) return 'сравнить было не с чем';
  const { fresh, gone, worse } = run.changes;
  const since = run.since ? ` с ${formatDate(run.since)}` : '';
  if (fresh + gone + worse === 0) return `ничего нового${since}`;
  return `новых замечаний ${fresh}, стало хуже ${worse}, ушло ${gone}${since}`;
}

function formatLag(run: RunState | undefined): string {
  if (!run) return '—';
  return run.lagMs === null ? 'запущена человеком' : formatSeconds(run.lagMs);
}

/** «0,4 с», «3 мин 20 с» */
function formatSeconds(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 0.1) return 'меньше 0,1 с';
  if (seconds < 60) return `${seconds.toFixed(1).replace('.', ',')} с`;
  const rounded = Math.round(seconds);
  return `${Math.floor(rounded / 60)} мин ${rounded % 60} с`;
}

function formatUse(use: SystemState['sheetsUse']): string {
  if (!use) return 'не считаются';
  return `чтений ${use.reads}, записей ${use.writes}; Google разрешает по ${use.granted}`;
}

function formatCheck({ selfCheck, timeZone }: SystemState['head']): string {
  if (!selfCheck) return 'ещё не было';
  const { revision, at, problem } = selfCheck;
  const when = `${DateTime.fromISO(at, { zone: timeZone }).toFormat('dd.MM.yyyy')}, ревизия ${revision}`;
  if (problem === null) return `сошлось, ${when}`;
  return (
    `НЕ СОШЛОСЬ, ${when}: ${problem}. Таблица цела, работайте дальше. ` +
    'Покажите эту строку тому, кто сопровождает систему.'
  );
}
