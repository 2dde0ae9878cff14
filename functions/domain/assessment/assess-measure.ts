import { compareNames } from '../text/code-units.ts';
import { formatDateWithWeekday, type CalendarDate } from '../dates/dates.ts';
import {
  actInForce,
  resolveDeadline,
  type DeadlineContext,
  type DeadlineResolution,
} from '../deadlines/index.ts';
import { termOn, type DueOccurrence } from './due-occurrence.ts';
import type { MeasureAssessment } from './obligation.ts';
import type { ExternalAct } from '../records/records.ts';
import type { ManualControlDate, Measure } from '../records/regulation.ts';

/** Reads the measure's deadline; a manual control date wins, and the explanation says so. */
export function assessMeasure(
  measure: Measure,
  acts: readonly ExternalAct[],
  context: Omit<DeadlineContext, 'acts'>,
): MeasureAssessment {
  const resolution = resolveDeadline(measure.deadlinePhrase, {
    ...context,
    acts: actsOf(measure, acts),
  });
  const occurrences = measure.manual
    ? [manualOccurrence(measure.manual.date, context)]
    : computedOccurrences(measure, resolution);
  return {
    measure,
    resolution,
    occurrences,
    controlDate: occurrences.at(-1)?.controlDate ?? null,
    explanation: explain(measure, resolution),
  };
}

/** The acts that were entered for the measure, of one day in the order of entry. */
export function actsOf({ number }: Measure, acts: readonly ExternalAct[]): readonly ExternalAct[] {
  const own = acts.filter(({ measures }) => measures.includes(number));
  return own.length < 2 ? own : own.toSorted((a, b) => compareNames(a.rowId, b.rowId));
}

/** The act that sets the measure's term; undefined where none does. */
export function actOf(
  { measure, resolution: { rule } }: Pick<MeasureAssessment, 'measure' | 'resolution'>,
  acts: readonly ExternalAct[],
): ExternalAct | undefined {
  if (rule.kind !== 'by_external_act' || measure.manual || measure.scope === 'on_request') return undefined;
  return actInForce(rule, actsOf(measure, acts));
}

/** What is done only when a school asks for it has no date to miss, whatever its phrase says. */
function computedOccurrences(measure: Measure, resolution: DeadlineResolution): readonly DueOccurrence[] {
  if (measure.scope === 'on_request' || resolution.status !== 'dated') return [];
  const occurrences = resolution.occurrences.map(({ window, ...rest }): DueOccurrence => ({
    ...rest,
    ...window,
  }));
  return occurrences.toSorted((a, b) => (a.controlDate < b.controlDate ? -1 : 1));
}

function manualOccurrence(date: CalendarDate, context: Omit<DeadlineContext, 'acts'>): DueOccurrence {
  const { calendar, settings, period } = context;
  return {
    label: '',
    start: period.start <= date ? period.start : null,
    end: date,
    ...termOn(date, { calendar, settings: { deadlines: settings } }),
  };
}

function explain({ manual, scope, deadlinePhrase }: Measure, resolution: DeadlineResolution): string {
  if (manual) return explainManual(manual, resolution);
  if (scope !== 'on_request') return resolution.explanation;
  return `«${deadlinePhrase}», по запросу: исполняется, когда школа обратится; контрольной даты нет.`;
}

function explainManual(manual: ManualControlDate, resolution: DeadlineResolution): string {
  const computed = resolution.controlDate
    ? ` По тексту срока вышло бы ${formatDateWithWeekday(resolution.controlDate)}.`
    : '';
  return (
    `Контрольная дата ${formatDateWithWeekday(manual.date)} назначена вручную: ` +
    `${manual.reason} (${manual.author}).${computed}`
  );
}
