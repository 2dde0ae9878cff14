import { SEVERITY_TITLES, type Finding } from '../../findings/finding.ts';
import { listNames } from '../../text/russian.ts';
import { compareNames } from '../../text/code-units.ts';
import type { ReportBasis } from '../report-basis.ts';
import { STAFF_WORKSHEETS, type Place, type RowId } from '../../records/worksheet-key.ts';
import type { ReportRow, ReportTable } from '../report-document.ts';
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

interface FindingLine extends Pick<FindingGroup, 'message' | 'advice' | 'count' | 'where' | 'source'> {
  readonly severity: string;
}

/** The findings that stand, equal ones as one line that names their rows. */
export function findingsTable({ assessment }: ReportBasis): ReportTable {
  const told = assessment.findings.filter(({ code }) => !TOLD_ELSEWHERE.has(code));
  const groups = groupFindings(told, assessment);
  const lines = groups.slice(0, LINES).map(({ severity, ...group }): FindingLine => ({
    ...group,
    severity: SEVERITY_TITLES[severity],
  }));
  const rest = groups.slice(LINES).reduce((sum, { count }) => sum + count, 0);
  const more = {
    severity: '',
    message: 'Прочие замечания — на листе «Контроль».',
    where: '',
    advice: '',
    count: rest,
    source: undefined,
  };
  return tableOf({
    key: 'findings',
    title: 'Замечания к данным',
    emptyText: 'Замечаний к данным нет.',
    fields: FIELDS,
    items: rest > 0 ? [...lines, more] : lines,
    leadsOf: ({ source }) => (source ? { source } : {}),
  });
}

interface FindingGroup extends Pick<Finding, 'severity' | 'message' | 'advice'> {
  /** Russian: the sheets with their rows. */
  readonly where: string;
  readonly count: number;
  /** The row, where there is one alone. */
  readonly source: ReportRow['source'];
}

/** The row as people find it; by its ID where nobody knows how it stands by now. */
export type NameRow = (place: Place & { readonly rowId: RowId }) => string;

/** Equal findings as one, in the order of the first of them. */
export function groupFindings(
  findings: readonly Finding[],
  assessment: ReportBasis['assessment'],
  nameRow: NameRow = ({ rowId }) => rowId,
): readonly FindingGroup[] {
  const nameOf = createNames(assessment, nameRow);
  return [...Map.groupBy(findings, ({ code, message }) => `${code}\n${message}`).values()].flatMap(
    (those) => {
      const [first] = those;
      if (!first) return [];
      const { worksheet, rowId } = first.place;
      const source = those.length === 1 && rowId !== null ? { worksheet, rowId } : undefined;
      return [{ ...first, where: describePlaces(those, nameOf), count: those.length, source }];
    },
  );
}

const SHEETS: Readonly<Record<Finding['place']['worksheet'], string>> = {
  schools: '«Школы»',
  regulation: '«Регламент»',
  acts: '«Внешние акты»',
  executions: '«Исполнение»',
  journal: '«Журнал»',
  schoolPlans: '«Планы школ»',
  calendar: '«Календарь»',
  people: '«Ответственные»',
  settings: '«Настройки»',
};

/** `«Регламент»: 1.2, 4.1; «Журнал»: строка j7-1c2`. */
function describePlaces(those: readonly Finding[], nameOf: (finding: Finding) => string): string {
  return STAFF_WORKSHEETS.flatMap((worksheet) => {
    const own = those.filter(({ place }) => place.worksheet === worksheet);
    const names = [...new Set(own.map(nameOf))].filter(Boolean).sort(compareNames);
    if (names.length > 0) return [`${SHEETS[worksheet]}: ${listNames(names)}`];
    return own.length > 0 ? [`лист ${SHEETS[worksheet]}`] : [];
  }).join('; ');
}

/** A measure by its number, a school by its name, any other row by itself and by what it is about. */
function createNames({ records }: ReportBasis['assessment'], nameRow: NameRow): (finding: Finding) => string {
  const names = new Map<string, string>([
    ...records.measures.map(({ rowId, number }) => [rowId, number] as const),
    ...records.schools.map(({ rowId, name }) => [rowId, name] as const),
  ]);
  return ({ subject = '', place }) => {
    const { rowId } = place;
    if (rowId === null) return subject;
    const known = names.get(rowId);
    if (known !== undefined) return subject || known;
    const row = `строка ${nameRow({ ...place, rowId })}`;
    return subject ? `${row} (${subject})` : row;
  };
}

const FIELDS: readonly Field<FindingLine>[] = [
  { key: 'severity', title: 'Важность', kind: 'text', width: 32, cell: ({ severity }) => severity },
  { key: 'message', title: 'Замечание', kind: 'text', width: 95, cell: ({ message }) => message },
  { key: 'where', title: 'Где', kind: 'text', width: 50, cell: ({ where }) => where },
  { key: 'advice', title: 'Что сделать', kind: 'text', width: 70, cell: ({ advice }) => advice },
  { key: 'count', title: 'Сколько', kind: 'count', width: 20, cell: ({ count }) => count },
];
