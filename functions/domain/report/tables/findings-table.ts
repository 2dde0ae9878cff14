import { SEVERITY_TITLES, type Finding } from '../../finding.ts';
import { listNames } from '../../text/russian.ts';
import { compareNames } from '../../text/code-units.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportTable } from '../report-document.ts';
import { tableOf, type Field } from './table-of.ts';

/** Told in the parts of their own: overdue and at risk by name, acts that are awaited. */
const TOLD_ELSEWHERE = new Set([
  'overdue',
  'overdue_without_row',
  'due_soon',
  'due_without_row',
  'act_awaited',
]);

/** More lines than this nobody reads on paper; the rest is counted and stands on «Контроль». */
const LINES = 100;

interface FindingLine extends Pick<FindingGroup, 'message' | 'advice' | 'count'> {
  readonly severity: string;
  readonly where: string;
}

/** The findings that stand, equal ones as one line that names their rows. */
export function findingsTable({ assessment }: ReportBasis): ReportTable {
  const told = assessment.findings.filter(({ code }) => !TOLD_ELSEWHERE.has(code));
  const groups = groupFindings(told, assessment);
  const lines = groups.slice(0, LINES).map(({ names, severity, ...group }): FindingLine => ({
    ...group,
    severity: SEVERITY_TITLES[severity],
    where: listNames(names),
  }));
  const rest = groups.slice(LINES).reduce((sum, { count }) => sum + count, 0);
  const more = {
    severity: '',
    message: 'Прочие замечания — на листе «Контроль».',
    where: '',
    advice: '',
    count: rest,
  };
  return tableOf({
    key: 'findings',
    title: 'Замечания к данным',
    emptyText: 'Замечаний к данным нет.',
    fields: FIELDS,
    items: rest > 0 ? [...lines, more] : lines,
  });
}

interface FindingGroup extends Pick<Finding, 'severity' | 'message' | 'advice'> {
  /** What or where each of them is. */
  readonly names: readonly string[];
  readonly count: number;
}

/** Equal findings as one, in the order of the first of them. */
export function groupFindings(
  findings: readonly Finding[],
  assessment: ReportBasis['assessment'],
): readonly FindingGroup[] {
  const nameOf = createNames(assessment);
  return [...Map.groupBy(findings, ({ code, message }) => `${code}\n${message}`).values()].flatMap(
    (those) => {
      const [first] = those;
      const names = [...new Set(those.map(nameOf))].filter(Boolean).sort(compareNames);
      return first ? [{ ...first, names, count: those.length }] : [];
    },
  );
}

const SHEETS: Readonly<Record<Finding['place']['worksheet'], string>> = {
  schools: 'лист «Школы»',
  regulation: 'лист «Регламент»',
  acts: 'лист «Внешние акты»',
  executions: 'лист «Исполнение»',
  journal: 'лист «Журнал»',
  calendar: 'лист «Календарь»',
  people: 'лист «Ответственные»',
  settings: 'лист «Настройки»',
};

/** A measure by its number, a school by its name, any other row by its subject or its sheet. */
function createNames({ records }: ReportBasis['assessment']): (finding: Finding) => string {
  const names = new Map<string, string>([
    ...records.measures.map(({ rowId, number }) => [rowId, number] as const),
    ...records.schools.map(({ rowId, name }) => [rowId, name] as const),
  ]);
  return ({ subject, place }) =>
    subject ?? (place.rowId === null ? undefined : names.get(place.rowId)) ?? SHEETS[place.worksheet];
}

const FIELDS: readonly Field<FindingLine>[] = [
  { key: 'severity', title: 'Важность', kind: 'text', width: 32, cell: ({ severity }) => severity },
  { key: 'message', title: 'Замечание', kind: 'text', width: 95, cell: ({ message }) => message },
  { key: 'where', title: 'Где', kind: 'text', width: 50, cell: ({ where }) => where },
  { key: 'advice', title: 'Что сделать', kind: 'text', width: 70, cell: ({ advice }) => advice },
  { key: 'count', title: 'Сколько', kind: 'count', width: 20, cell: ({ count }) => count },
];
