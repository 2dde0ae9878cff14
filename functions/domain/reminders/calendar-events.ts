import type { Assessed } from '../assessment/assessed.ts';
import type { DueOccurrence } from '../assessment/due-occurrence.ts';
import type { Obligation } from '../assessment/obligation.ts';
import { isDone } from '../assessment/states/state.ts';
import { formatDate, type CalendarDate } from '../dates/dates.ts';
import type { Person } from '../records/records.ts';
import type { Measure } from '../records/regulation.ts';
import { countOf, NOUNS } from '../text/russian.ts';
import { createPeopleFinder, responsibleFor } from './find-people.ts';

/** A control date as a calendar shows it: a whole day. */
export interface CalendarEvent {
  /** Stays the same when the date is moved. */
  readonly key: string;
  readonly day: CalendarDate;
  readonly title: string;
  readonly description: string;
}

interface Dated {
  readonly obligation: Obligation;
  readonly occurrence: DueOccurrence;
  readonly measure: Measure;
  /** It is due more than once in the period: then a term has to be told from the others. */
  readonly isRepeated: boolean;
}

/**
 * All control dates, schools with the same one together; with `person`, those of a position alone (a head has all). What
 * they say follows from the rows, not from the day on which it is said.
 */
export function calendarEvents(assessed: Assessed, person?: Person): readonly CalendarEvent[] {
  const measures = new Map(assessed.measures.map((each) => [each.measure.number, each]));
  const finder = createPeopleFinder(assessed.records.people);
  const isWanted = (obligation: Obligation, measure: Measure) =>
    person === undefined ||
    person.role === 'head' ||
    finder.find(responsibleFor(obligation, measure)).includes(person);
  const dated = assessed.obligations.flatMap((obligation): Dated[] => {
    const found = measures.get(obligation.measure);
    const { occurrence, state } = obligation;
    if (!occurrence || !found || state === 'not_required') return [];
    const { measure, occurrences } = found;
    if (!isWanted(obligation, measure)) return [];
    return [{ obligation, occurrence, measure, isRepeated: occurrences.length > 1 }];
  });
  const groups = Map.groupBy(dated, keyOf);
  return [...groups].flatMap(([key, those]) => (those[0] ? [toEvent(key, those[0], those)] : []));
}

/** By the occurrence as the regulation sets it; a row whose term was moved stands for itself. */
function keyOf({ obligation, occurrence, measure }: Dated): string {
  const { label, postponedFrom } = occurrence;
  const own = postponedFrom === undefined ? '' : (obligation.school ?? 'municipality');
  return [measure.rowId, label, own].join('/');
}

/** Whose it is stands first: a calendar shows some twenty letters of a day's line. */
function toEvent(
  key: string,
  { measure, occurrence, isRepeated }: Dated,
  those: readonly Dated[],
): CalendarEvent {
  const open = those.filter(({ obligation }) => !isDone(obligation.state));
  const schools = open.flatMap(({ obligation }) => obligation.school ?? []);
  const term = isRepeated && occurrence.label !== '' ? ` (${occurrence.label})` : '';
  const name = `${measure.number} ${measure.title}${term}`;
  const whose = schools.length === 1 ? `${schools[0]}: ` : `${countOf(schools.length, NOUNS.school)}: `;
  return {
    key,
    day: occurrence.controlDate,
    title: open.length === 0 ? `✓ ${name}` : `${schools.length > 0 ? whose : ''}${name}`,
    description: describeEvent({ measure, occurrence, open, schools }),
  };
}

interface Described extends Pick<Dated, 'measure' | 'occurrence'> {
  /** Not done yet. */
  readonly open: readonly Dated[];
  readonly schools: readonly string[];
}

function describeEvent({ measure, occurrence, open, schools }: Described): string {
  const { postponedFrom } = occurrence;
  const people = [...new Set(open.map(({ obligation }) => responsibleFor(obligation, measure).trim()))];
  const named = people.filter(Boolean);
  return [
    open.length === 0 ? 'Исполнено.' : `Не исполнено${schools.length > 0 ? `: ${schools.join(', ')}` : ''}.`,
    ...(named.length > 0 ? [`Ответственный: ${named.join('; ')}.`] : []),
    `Срок по регламенту: ${measure.deadlinePhrase}.`,
    ...(postponedFrom === undefined ? [] : [`Срок перенесён с ${formatDate(postponedFrom)}.`]),
  ].join('\n');
}
