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

interface FindingLine {
  readonly severity: string;
  readonly message: string;
  readonly where: string;
  readonly count: number;
}

/** The findings that stand, equal ones as one line that names their rows. */
export function findingsTable({ assessment }: ReportBasis): ReportTable {
  const nameOf = createNames(assessment);
  const told = assessment.findings.filter(({ code }) => !TOLD_ELSEWHERE.has(code));
  const groups = [...Map.groupBy(told, ({ code, message }) => `${code}\n${message}`).values()];
  const lines = groups.slice(0, LINES).map((those): FindingLine => lineOf(those, nameOf));
  const rest = groups.slice(LINES).reduce((sum, those) => sum + those.length, 0);
  return tableOf({
    key: 'findings',
    title: 'Замечания к данным',
    emptyText: 'Замечаний к данным нет.',
    fields: FIELDS,
    items:
      rest > 0
        ? [
            ...lines,
            { severity: '', message: 'Прочие замечания — на листе «Контроль».', where: '', count: rest },
          ]
        : lines,
  });
}

function lineOf(findings: readonly Finding[], nameOf: (finding: Finding) => string): FindingLine {
  const names = [...new Set(findings.map(nameOf))].filter(Boolean).sort(compareNames);
  const [first] = findings;
  return {
    severity: first ? SEVERITY_TITLES[first.severity] : '',
    message: first?.message ?? '',
    where: listNames(names),
    count: findings.length,
  };
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
  { key: 'message', title: 'Замечание', kind: 'text', width: 130, cell: ({ message }) => message },
  { key: 'where', title: 'Где', kind: 'text', width: 85, cell: ({ where }) => where },
  { key: 'count', title: 'Сколько', kind: 'count', width: 20, cell: ({ count }) => count },
];
