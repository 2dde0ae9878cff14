import type { Finding } from '../../findings/finding.ts';
import type { WorkbookRecords } from '../../records/records.ts';
import type { RowId, StaffWorksheetKey } from '../../records/worksheet-key.ts';

type Whose = Pick<Finding, 'school' | 'measure' | 'title' | 'responsible'>;

/** Says with each finding whose it is, of which measure, and which position answers for it, as far as its row tells. */
export function attribute(findings: readonly Finding[], records: WorkbookRecords): readonly Finding[] {
  if (findings.length === 0) return findings;
  const whose = whoseOfRows(records, idsOf(findings));
  return findings.map((finding) => {
    const { worksheet, rowId } = finding.place;
    return rowId === null ? finding : { ...whose.get(keyOf(worksheet, rowId)), ...finding };
  });
}

function idsOf(findings: readonly Finding[]): ReadonlySet<RowId> {
  return new Set(findings.flatMap(({ place }) => place.rowId ?? []));
}

function keyOf(worksheet: StaffWorksheetKey, rowId: RowId): string {
  return `${worksheet} ${rowId}`;
}

/** Of these rows alone: most of tens of thousands have no finding. */
function whoseOfRows(
  { schools, measures, acts, executions, journal, schoolPlans }: WorkbookRecords,
  ids: ReadonlySet<RowId>,
): ReadonlyMap<string, Whose> {
  const responsible = new Map(measures.map((each) => [each.number, each.responsible]));
  const ofMeasure = (measure: string, executor?: string): Whose => {
    const position = executor ?? responsible.get(measure);
    return { measure, ...(position && { responsible: position }) };
  };
  const ofSchool = (school: string | null): Whose => (school === null ? {} : { school });
  const found = new Map<string, Whose>();
  const look = <Row extends { readonly rowId: RowId }>(
    worksheet: StaffWorksheetKey,
    rows: readonly Row[],
    whoseOf: (row: Row) => Whose,
  ): void => {
    for (const row of rows) if (ids.has(row.rowId)) found.set(keyOf(worksheet, row.rowId), whoseOf(row));
  };
  look('schools', schools, ({ name }) => ({ school: name }));
  look('regulation', measures, ({ number }) => ofMeasure(number));
  look('acts', acts, (act) => ({ measure: act.measures.join('; ') }));
  look('executions', executions, (row) => ({
    ...ofSchool(row.school),
    ...ofMeasure(row.measure, row.executor),
  }));
  look('journal', journal, (row) => ({ ...ofSchool(row.school), ...ofMeasure(row.measure) }));
  look('schoolPlans', schoolPlans, ({ measure: { title }, execution: { school, executor } }) => ({
    school,
    title,
    ...(executor && { responsible: executor }),
  }));
  return found;
}
