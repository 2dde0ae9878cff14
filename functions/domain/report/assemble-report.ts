import type { Assessment } from '../assessment.ts';
import type { MeasureAssessment, Obligation } from '../obligation.ts';
import { compareMeasureNumbers } from '../regulation.ts';
import { assembleLateLines } from './late-lines.ts';
import { assembleMeasureLine } from './measure-line.ts';
import { assembleSchoolLines } from './school-lines.ts';
import { formatStatements } from './statements.ts';
import type { SectionPart, SummaryReport } from './summary-report.ts';
import { tally } from './tally.ts';

export interface ReportIdentity {
  readonly number: number;
  readonly revision: number;
}

/** The report of the assessed workbook; equal inputs give an equal value. */
export function assembleReport(assessment: Assessment, { number, revision }: ReportIdentity): SummaryReport {
  const { records, obligations, today } = assessment;
  const { settings } = records;
  const measures = assessment.measures.toSorted((a, b) =>
    compareMeasureNumbers(a.measure.number, b.measure.number),
  );
  const byMeasure = Map.groupBy(obligations, (obligation) => obligation.measure);
  const total = tally(obligations);
  return {
    form: 'full-1',
    number,
    asOf: today,
    period: settings.period,
    revision,
    institution: settings.institution,
    addressee: settings.addressee,
    signerPosition: settings.signerPosition,
    signerName: settings.signerName,
    preparedBy: settings.preparedBy,
    statements: formatStatements(assessment, total),
    schoolCount: assessment.schools.length,
    sections: assembleSections(measures, byMeasure, assessment),
    total,
    measureNumbers: measures.map(({ measure }) => measure.number),
    schools: assembleSchoolLines(assessment, measures),
    ...assembleLateLines(assessment, measures),
    notes: measures.map(({ measure, explanation }) => ({
      measure: measure.number,
      deadlinePhrase: measure.deadlinePhrase,
      explanation,
    })),
  };
}

function assembleSections(
  measures: readonly MeasureAssessment[],
  byMeasure: ReadonlyMap<string, readonly Obligation[]>,
  assessment: Assessment,
): readonly SectionPart[] {
  const sections = Map.groupBy(measures, ({ measure }) => measure.section);
  return [...sections].map(([title, members]) => ({
    title,
    lines: members.map((each) =>
      assembleMeasureLine(each, byMeasure.get(each.measure.number) ?? [], assessment),
    ),
    subtotal: tally(members.flatMap(({ measure }) => byMeasure.get(measure.number) ?? [])),
  }));
}
