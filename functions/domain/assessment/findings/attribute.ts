import type { Finding } from '../../finding.ts';
import type { WorkbookRecords } from '../../records.ts';
import type { RowId, StaffWorksheetKey } from '../../worksheet-key.ts';

type Whose = Pick<Finding, 'school' | 'measure' | 'responsible'>;

/** Says with each finding whose it is, of which measure, and which position answers for it, as far as its row tells. */
export function attribute(findings: readonly Finding[], records: WorkbookRecords): readonly Finding[] {
  if (findings.length === 0) return findings;
  const whose = whoseOfRows(records);
  return findings.map((finding) => {
    const { worksheet, rowId } = finding.place;
    return rowId === null ? finding : { ...whose.get(keyOf(worksheet, rowId)), ...finding };
  });
}

function keyOf(worksheet: StaffWorksheetKey, rowId: RowId): string {
  return `${worksheet} ${rowId}`;
}

function whoseOfRows({ schools, measures, acts, executions, journal }: WorkbookRecords) {
  const responsible = new Map(measures.map((each) => [each.number, each.responsible]));
  const ofMeasure = (measure: string, executor?: string): Whose => {
    const position = executor ?? responsible.get(measure);
    return { measure, ...(position && { responsible: position }) };
  };
  const ofSchool = (school: string | null): Whose => (school === null ? {} : { school });
  const rows: (readonly [StaffWorksheetKey, RowId, Whose])[] = [
    ...schools.map(({ rowId, name }) => ['schools', rowId, { school: name }] as const),
    ...measures.map(({ rowId, number }) => ['regulation', rowId, ofMeasure(number)] as const),
    ...acts.map((act) => ['acts', act.rowId, { measure: act.measures.join('; ') }] as const),
    ...executions.map((row) => {
      const whose = { ...ofSchool(row.school), ...ofMeasure(row.measure, row.executor) };
      return ['executions', row.rowId, whose] as const;
    }),
    ...journal.map(
      (row) => ['journal', row.rowId, { ...ofSchool(row.school), ...ofMeasure(row.measure) }] as const,
    ),
  ];
  return new Map(rows.map(([worksheet, rowId, whose]) => [keyOf(worksheet, rowId), whose]));
}
