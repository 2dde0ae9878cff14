import type { Assessed } from '../assessed.ts';
import { daysBetween, formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { Finding } from '../../findings/finding.ts';
import type { MeasureAssessment, Obligation } from '../obligation.ts';
import { isPending } from '../states/state.ts';
import { countOf, listNames, NOUNS } from '../../text/russian.ts';

/**
 * What is overdue or due although «Исполнение» has no row for it: one finding a measure, at its row in
 * «Регламент», naming the schools.
 */
export function missingRowFindings({
  measures,
  obligations,
  unplaced,
  records,
  today,
}: Assessed): readonly Finding[] {
  const withoutRow = obligations.filter((obligation) => !obligation.execution);
  const byMeasure = Map.groupBy(withoutRow, (obligation) => obligation.measure);
  return measures.flatMap((assessment) => {
    const { number } = assessment.measure;
    const missing = byMeasure.get(number) ?? [];
    const uncounted = new Set(
      unplaced.flatMap(({ execution: { measure, school } }) => (measure === number ? [school] : [])),
    );
    return [
      ...overdueWithoutRow(assessment, missing, uncounted),
      ...dueWithoutRow(assessment, missing, { uncounted, today, days: records.settings.remindDaysBefore }),
    ];
  });
}

function overdueWithoutRow(
  assessment: MeasureAssessment,
  missing: readonly Obligation[],
  uncounted: Uncounted,
): readonly Finding[] {
  const late = missing.filter(({ state }) => state === 'overdue');
  const first = late[0];
  if (!first?.occurrence) return [];
  return [
    {
      code: 'overdue_without_row',
      ...nameOnly(late),
      owed: countOwed(late),
      dueOn: first.occurrence.controlDate,
      severity: 'overdue',
      place: placeOf(assessment),
      days: Math.max(...late.map(({ overdueDays }) => overdueDays)),
      message: `Срок был ${formatDate(first.occurrence.controlDate)}, а строк исполнения нет: ${whose(late)}.`,
      advice: whatToDo(late, uncounted),
    },
  ];
}

function dueWithoutRow(
  assessment: MeasureAssessment,
  missing: readonly Obligation[],
  { uncounted, today, days }: { uncounted: Uncounted; today: CalendarDate; days: number },
): readonly Finding[] {
  const due = missing.filter(
    ({ state, occurrence }) =>
      isPending(state) && occurrence && daysBetween(today, occurrence.remindDate) <= days,
  );
  const occurrence = due[0]?.occurrence;
  if (!occurrence) return [];
  return [
    {
      code: 'due_without_row',
      ...nameOnly(due),
      owed: countOwed(due),
      dueOn: occurrence.controlDate,
      severity: 'reminder',
      place: placeOf(assessment),
      days: -daysBetween(today, occurrence.controlDate),
      message: `Срок ${formatDate(occurrence.controlDate)}, а строк исполнения ещё нет: ${whose(due)}.`,
      advice: whatToDo(due, uncounted),
    },
  ];
}

/** Schools that have a row of the measure which stands for none of its times: it is to be mended, not entered again. */
type Uncounted = ReadonlySet<string | null>;

function whatToDo(missing: readonly Obligation[], uncounted: Uncounted): string {
  const schools = new Set(missing.map(({ school }) => school));
  const mend = [...schools].filter((school) => uncounted.has(school));
  if (mend.length === 0) return 'Внесите строки на лист «Исполнение».';
  const named = mend.map((school) => school ?? 'муниципалитет');
  const told = `На листе «Исполнение» есть строки, которые не учтены (${listNames(named)}): исправьте их по замечаниям`;
  return mend.length === schools.size ? `${told}.` : `${told}; остальные строки внесите.`;
}

function placeOf({ measure }: MeasureAssessment) {
  return { worksheet: 'regulation', rowId: measure.rowId, column: 'number' } as const;
}

/** The school, where it is one only: of several the message tells. */
function nameOnly(obligations: readonly Obligation[]): Pick<Finding, 'school'> {
  const [school, ...others] = new Set(obligations.map((each) => each.school));
  return school && others.length === 0 ? { school } : {};
}

function countOwed(obligations: readonly Obligation[]): NonNullable<Finding['owed']> {
  return { executions: obligations.length, schools: schoolsOf(obligations).length };
}

function schoolsOf(obligations: readonly Obligation[]): readonly string[] {
  return [...new Set(obligations.flatMap(({ school }) => (school === null ? [] : [school])))];
}

function whose(obligations: readonly Obligation[]): string {
  const schools = schoolsOf(obligations);
  if (schools.length === 0) return 'муниципалитет';
  return `${countOf(schools.length, NOUNS.school)} (${listNames(schools)})`;
}
