import type { Assessed } from '../assessment/assessed.ts';
import type { DueOccurrence } from '../assessment/due-occurrence.ts';
import type { Obligation } from '../assessment/obligation.ts';
import { isDone } from '../assessment/states/state.ts';
import type { CalendarDate } from '../dates.ts';
import type { Person } from '../records.ts';
import type { Measure } from '../regulation.ts';
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
}

/**
 * All control dates, schools with the same one together; with `person`, those of a position alone (a head has all). What
 * they say follows from the rows, not from the day on which it is said.
 */
export function calendarEvents(assessed: Assessed, person?: Person): readonly CalendarEvent[] {
  const measures = new Map(assessed.measures.map((each) => [each.measure.number, each.measure]));
  const finder = createPeopleFinder(assessed.records.people);
  const isWanted = (obligation: Obligation, measure: Measure) =>
    person === undefined ||
    person.role === 'head' ||
    finder.find(responsibleFor(obligation, measure)).includes(person);
  const dated = assessed.obligations.flatMap((obligation): Dated[] => {
    const measure = measures.get(obligation.measure);
    const { occurrence, state } = obligation;
    if (!occurrence || !measure || state === 'not_required' || !isWanted(obligation, measure)) return [];
    return [{ obligation, occurrence, measure }];
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

function toEvent(key: string, { measure, occurrence }: Dated, those: readonly Dated[]): CalendarEvent {
  const open = those.filter(({ obligation }) => !isDone(obligation.state));
  const schools = open.flatMap(({ obligation }) => obligation.school ?? []);
  const whose = schools.length === 1 ? ` — ${schools[0]}` : ` — ${countOf(schools.length, NOUNS.school)}`;
  const name = `${measure.number} ${measure.title}${occurrence.label === '' ? '' : ` (${occurrence.label})`}`;
  return {
    key,
    day: occurrence.controlDate,
    title: open.length === 0 ? `✓ ${name}` : `${name}${schools.length > 0 ? whose : ''}`,
    description: [
      open.length === 0
        ? 'Исполнено.'
        : `Не исполнено${schools.length > 0 ? `: ${schools.join(', ')}` : ''}.`,
      `Срок по регламенту: ${measure.deadlinePhrase}.`,
      ...(occurrence.postponedFrom === undefined ? [] : ['Срок перенесён.']),
    ].join('\n'),
  };
}
