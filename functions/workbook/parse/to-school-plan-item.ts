import type { SchoolPlanItem } from '../../domain/records/records.ts';
import type { ParsedRow } from './parse-row.ts';
import { factsOf } from './to-execution.ts';

/** A row of «Планы школ»; none where its school is not known or the measure is not named. */
export function toSchoolPlanItem(row: ParsedRow): SchoolPlanItem[] {
  const [school, title, responsible] = [row.text('school'), row.text('title'), row.text('responsible')];
  if (!school || !title) return [];
  return [
    {
      rowId: row.id,
      riskFactor: row.text('riskFactor'),
      indicator: row.text('indicator'),
      measure: {
        rowId: row.id,
        number: '',
        section: '',
        title,
        deadlinePhrase: row.text('deadline'),
        responsible,
        scope: 'each_school',
      },
      execution: {
        rowId: row.id,
        school,
        measure: '',
        occurrence: '',
        ...(responsible && { executor: responsible }),
        ...factsOf(row),
      },
    },
  ];
}
