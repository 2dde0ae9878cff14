import type { Assessment } from './assessed.ts';
import { assessMeasure } from './assess-measure.ts';
import { collectFindings } from './collect-findings.ts';
import { compareNames } from '../code-units.ts';
import type { CalendarDate } from '../dates.ts';
import { sortFindings } from '../finding.ts';
import { matchExecutions, type ExecutionMatch } from './match-executions.ts';
import { assessObligation, type MeasureAssessment, type Obligation } from './obligation.ts';
import type { Execution, School, WorkbookRecords } from '../records.ts';
import { shortenFinding } from '../shorten.ts';
import { createWorkingCalendar } from '../working-calendar/index.ts';
import type { RowId } from '../worksheet-key.ts';

/** Everything that can be said of the records on the day `today`. */
export function assessWorkbook(records: WorkbookRecords, today: CalendarDate): Assessment {
  const { settings } = records;
  const context = {
    period: settings.period,
    calendar: createWorkingCalendar(records.dayOverrides),
    settings: settings.deadlines,
  };
  // A doubled row has its finding; counted twice it would make every figure wrong.
  const measures = firstOfEach(records.measures, ({ number }) => number).map((measure) =>
    assessMeasure(measure, records.acts, context),
  );
  const schools = firstOfEach(records.schools, ({ name }) => name).filter((school) =>
    settings.countedStatuses.includes(school.status),
  );
  const { obligations, repeats } = assessObligations({ records, measures, schools }, today);
  const assessed = { today, records, schools, measures, obligations, repeats };
  const findings = [...records.findings, ...collectFindings(assessed)].map(shortenFinding);
  return { ...assessed, findings: sortFindings(findings) };
}

/**
 * Of rows that bear the same name the one that was entered first (row ids count up), wherever the sheet is sorted
 * to: a sorted sheet gives the same figures.
 */
function firstOfEach<Item extends { readonly rowId: RowId }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of items) {
    const before = first.get(nameOf(item));
    if (!before || compareNames(item.rowId, before.rowId) < 0) first.set(nameOf(item), item);
  }
  return [...first.values()];
}

interface ObligationScope {
  readonly records: WorkbookRecords;
  readonly measures: readonly MeasureAssessment[];
  readonly schools: readonly School[];
}

function assessObligations({ records, measures, schools }: ObligationScope, today: CalendarDate) {
  const municipal = new Set(
    measures.filter(({ measure }) => measure.scope === 'municipality').map(({ measure }) => measure.number),
  );
  const executions = Map.groupBy(records.executions, ({ measure, school }) =>
    obligationKey(measure, municipal.has(measure) ? null : school),
  );
  const obligations: Obligation[] = [];
  const repeats: { execution: Execution; of: Execution }[] = [];
  for (const assessment of measures) {
    for (const school of placesOf(assessment, schools)) {
      const rows = executions.get(obligationKey(assessment.measure.number, school)) ?? [];
      const match = matchExecutions(inOrderOfEntry(rows), assessment.occurrences);
      repeats.push(...match.repeats);
      obligations.push(...obligationsOf(assessment, { school, match }, today));
    }
  }
  return { obligations, repeats };
}

function inOrderOfEntry(rows: readonly Execution[]): readonly Execution[] {
  return rows.length < 2 ? rows : rows.toSorted((a, b) => compareNames(a.rowId, b.rowId));
}

function obligationsOf(
  assessment: MeasureAssessment,
  { school, match }: { school: string | null; match: ExecutionMatch },
  today: CalendarDate,
): readonly Obligation[] {
  const places = assessment.occurrences.length > 0 ? assessment.occurrences : [undefined];
  return places.map((occurrence, index) => {
    const execution = match.byOccurrence.get(index);
    return assessObligation(
      { assessment, school, ...(occurrence && { occurrence }), ...(execution && { execution }) },
      today,
    );
  });
}

function placesOf({ measure }: MeasureAssessment, schools: readonly School[]): readonly (string | null)[] {
  return measure.scope === 'municipality' ? [null] : schools.map((school) => school.name);
}

function obligationKey(measure: string, school: string | null): string {
  return `${measure}\n${school ?? ''}`;
}
