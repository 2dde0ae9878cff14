import type { Assessment } from '../assessment/assessed.ts';
import type { MeasureAssessment, Obligation } from '../assessment/obligation.ts';
import { worstOf } from '../assessment/states/worst-obligation.ts';
import { compareNames } from '../text/code-units.ts';
import { isComing, MONTH_DAYS } from '../monitor/run-figures.ts';
import { compareMeasureNumbers } from '../records/regulation.ts';
import { MUNICIPALITY, ROOM, type HeatCell, type HeatGrid, type HeatRow } from './overview.ts';

/** Schools × measures, those that need the head most first; the municipality as a whole comes last. */
export function composeGrid(assessment: Assessment): HeatGrid {
  const { obligations } = assessment;
  const numbers = [...assessment.measures].sort((a, b) =>
    compareMeasureNumbers(a.measure.number, b.measure.number),
  );
  const measures = numbers.slice(0, ROOM.measures);
  const bySchool = Map.groupBy(obligations, ({ school }) => school);
  const names = assessment.schools
    .map(({ name }) => name)
    .sort((a, b) => needOf(bySchool.get(b)) - needOf(bySchool.get(a)) || compareNames(a, b));
  const shown = names.slice(0, ROOM.schools);
  const rowOf = (name: string, own: readonly Obligation[] = []) =>
    heatRow(name, { own, measures, assessment });
  const municipal = bySchool.get(null);
  return {
    measures: measures.map(({ measure }) => measure.number),
    rows: [
      ...shown.map((name) => rowOf(name, bySchool.get(name))),
      ...(municipal ? [rowOf(MUNICIPALITY, municipal)] : []),
    ],
    hiddenSchools: names.length - shown.length,
    hiddenMeasures: numbers.length - measures.length,
  };
}

function needOf(own: readonly Obligation[] = []): number {
  return own.filter(({ state }) => state === 'overdue').length;
}

interface RowSource {
  readonly own: readonly Obligation[];
  readonly measures: readonly MeasureAssessment[];
  readonly assessment: Assessment;
}

function heatRow(name: string, { own, measures, assessment }: RowSource): HeatRow {
  const byMeasure = Map.groupBy(own, ({ measure }) => measure);
  return {
    name,
    cells: measures.map(({ measure }) => {
      const worst = worstOf(byMeasure.get(measure.number) ?? []);
      return worst ? heatCell(worst, measure.rowId, assessment) : null;
    }),
  };
}

/** Leads to the row of the execution; where there is none yet, to the measure. */
function heatCell(obligation: Obligation, measureRow: string, { today }: Assessment): HeatCell {
  const { state, overdueDays, occurrence, execution } = obligation;
  const isSoon = isComing(obligation, today, MONTH_DAYS);
  return {
    state,
    days: overdueDays,
    dueOn: isSoon && occurrence ? occurrence.controlDate : null,
    place: execution
      ? { worksheet: 'executions', rowId: execution.rowId }
      : { worksheet: 'regulation', rowId: measureRow },
  };
}
