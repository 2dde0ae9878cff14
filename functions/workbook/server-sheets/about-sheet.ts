import { DateTime } from 'luxon';
import { formatDate, type CalendarDate } from '../../domain/dates.ts';
import { SEVERITIES, SEVERITY_TITLES, type Severity } from '../../domain/finding.ts';
import type { Cell, SheetLayout } from '../layout/layout.ts';
import { BODY_STYLE, TITLE_STYLE } from '../layout/palette.ts';
import { layoutServerSheet } from './server-layout.ts';
import { SERVER_SHEETS } from './server-sheets.ts';

export interface SystemState {
  readonly head: {
    readonly revision: number;
    readonly timeZone: string;
    readonly monitoredOn: string | null;
    readonly findings: Readonly<Record<Severity, number>>;
    readonly lastReport: { readonly number: number } | null;
    readonly selfCheck?:
      { readonly revision: number; readonly at: string; readonly problem: string | null } | undefined;
  };
  /** The instant of the synchronisation, ISO 8601 in UTC. */
  readonly at: string;
  readonly today: CalendarDate;
}

/** «О системе»: when the functions last looked, and at what. */
export function layoutAbout({ head, at, today }: SystemState): SheetLayout {
  const moment = DateTime.fromISO(at, { zone: head.timeZone });
  const lines: readonly (readonly [string, Cell])[] = [
    ['Последняя синхронизация', `${moment.toFormat('dd.MM.yyyy HH:mm:ss')} (${head.timeZone})`],
    ['Сроки проверены на', formatDate(today)],
    [
      'Ежедневная проверка была',
      head.monitoredOn ? formatDate(head.monitoredOn as CalendarDate) : 'ещё не было',
    ],
    ['Ревизия данных', head.revision],
    ['Последний отчёт', head.lastReport ? `№ ${head.lastReport.number}` : 'ещё не формировался'],
    ['Самопроверка истории', formatCheck(head)],
    ...SEVERITIES.map(
      (severity) => [`Замечаний «${SEVERITY_TITLES[severity]}»`, head.findings[severity]] as const,
    ),
  ];
  return layoutServerSheet({
    title: SERVER_SHEETS.about.title,
    tabColour: '#6b7280',
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
