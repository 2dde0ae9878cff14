import { addDays, yearOf, type CalendarDate, type DateSpan } from '../dates/dates.ts';
import { comparableName, isSameName } from '../text/same-name.ts';
import { spansOf } from './label-spans.ts';
import type { DueOccurrence } from './due-occurrence.ts';
import type { MeasureAssessment } from './obligation.ts';
import { parseLabel, type LabelName } from './parse-label.ts';

/**
 * What «За какой срок» names of the measure's occurrences, by position. `none`: another time than all of them;
 * `several`: more than one; `unread`: no time at all, or none that is understood.
 */
export type LabelPlace =
  | { readonly kind: 'one'; readonly at: number; readonly saysYear: boolean }
  | { readonly kind: 'none' | 'several' | 'unread' };

/** What was found of the labels of one measure: the same few stand in the rows of all its schools. */
const found = new WeakMap<MeasureAssessment, Map<string, LabelPlace>>();

/** The occurrence that the label names, as people write it: with its year or without, in any case and shape. */
export function findOccurrence(assessment: MeasureAssessment, label: string): LabelPlace {
  const known = found.get(assessment) ?? new Map<string, LabelPlace>();
  found.set(assessment, known);
  const place = known.get(label) ?? search(assessment, label);
  known.set(label, place);
  return place;
}

function search({ measure, occurrences }: MeasureAssessment, label: string): LabelPlace {
  const same = occurrences.findIndex((occurrence) => isSameText(occurrence.label, label));
  if (same >= 0) return { kind: 'one', at: same, saysYear: true };
  const name = parseLabel(label);
  if (!name) {
    const isPhrase = occurrences.length === 1 && isSameText(measure.deadlinePhrase, label);
    return isPhrase ? { kind: 'one', at: 0, saysYear: false } : { kind: 'unread' };
  }
  const places = placesOf(name, occurrences);
  const [at] = places;
  if (at === undefined) return { kind: 'none' };
  return places.length > 1 ? { kind: 'several' } : { kind: 'one', at, saysYear: saysYear(name) };
}

function isSameText(a: string, b: string): boolean {
  return comparableName(a) !== '' && isSameName(a, b);
}

function saysYear({ year, schoolYear }: LabelName): boolean {
  return year !== null || schoolYear !== null;
}

/** By their own names first: «сентябрь» that is reported in October is September's, though its days are October's. */
function placesOf(name: LabelName, occurrences: readonly DueOccurrence[]): readonly number[] {
  const ways = [isNamed, isDueOn, isDayOf, ...(occurrences.length === 1 ? [isDueWithin] : [])];
  for (const isMeant of ways) {
    const places = occurrences.flatMap((occurrence, index) => (isMeant(name, occurrence) ? [index] : []));
    if (places.length > 0) return places;
  }
  return [];
}

/** The label says the occurrence's own name, with its year or without. */
function isNamed(name: LabelName, occurrence: DueOccurrence): boolean {
  const own = parseLabel(occurrence.label);
  if (!own || name.unit === 'days' || own.unit === 'days') return false;
  const isSame = name.unit === own.unit && name.from === own.from && name.to === own.to;
  return isSame && isSameYear(name, own, occurrence);
}

/** Days after its time by which the report on it is due at the latest: then another part of the year is meant. */
const REPORTED_WITHIN = 92;

function isSameYear(name: LabelName, own: LabelName, { controlDate }: DueOccurrence): boolean {
  if (!saysYear(name)) return true;
  if (own.unit === 'year') return name.year === own.year && name.schoolYear === own.schoolYear;
  const year = own.year ?? yearOf(controlDate);
  if (name.year !== null) return name.year === year;
  return spansOf(name, controlDate).some(
    ({ start, end }) =>
      yearOf(start) === year && start <= controlDate && controlDate <= addDays(end, REPORTED_WITHIN),
  );
}

/** A day is a control date; days from and to are a window; in a year all is due that falls due in it. */
function isDueOn(name: LabelName, { start, end, controlDate }: DueOccurrence): boolean {
  const spans = spansOf(name, controlDate);
  if (name.unit === 'year') return spans.some((span) => holds(span, controlDate));
  if (name.unit !== 'days') return false;
  return isOneDay(name)
    ? spans.some((span) => span.start === controlDate)
    : spans.some((span) => span.start === start && span.end === end);
}

/** A day lies in the time that the occurrence is named after, or in its window. */
function isDayOf(name: LabelName, { label, start, end, controlDate }: DueOccurrence): boolean {
  if (name.unit !== 'days' || !isOneDay(name)) return false;
  const own = parseLabel(label);
  const spans = [...(own ? spansOf(own, controlDate) : []), ...(start === null ? [] : [{ start, end }])];
  return spansOf(name, controlDate).some((day) => spans.some((span) => holds(span, day.start)));
}

/** Of a measure that is due once: its control date or its whole window lies in the time that the label names. */
function isDueWithin(name: LabelName, { start, end, controlDate }: DueOccurrence): boolean {
  if (name.unit === 'year' && !saysYear(name)) return true;
  return spansOf(name, controlDate).some(
    (span) => holds(span, controlDate) || (start !== null && span.start <= start && end <= span.end),
  );
}

function isOneDay(name: LabelName): boolean {
  return name.unit === 'days' && name.from.day === name.to.day && name.from.month === name.to.month;
}

function holds({ start, end }: DateSpan, day: CalendarDate): boolean {
  return start <= day && day <= end;
}
