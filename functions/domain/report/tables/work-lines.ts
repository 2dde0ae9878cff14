import { isSameName } from '../../text/same-name.ts';
import type { JournalEntry } from '../../records/records.ts';
import { compact, type Links, type RowLinks } from '../row-links.ts';

/** Kinds that the regulation asks for, with the words of a count; anything else is «прочее». */
const KINDS = ['собеседование', 'консультация', 'мероприятие', 'кпк', 'процедура око'] as const;
const KIND_TITLES = ['собеседования', 'консультации', 'мероприятия', 'КПК', 'процедуры ОКО'] as const;
const OTHER = 'прочее';

/** Words of a count of each kind, in order. */
export const WORK_TITLES: readonly string[] = [...KIND_TITLES, OTHER];

/** The column of a kind, by its position. */
export function keyOfKind(position: number): string {
  return `kind${position + 1}`;
}

/** Each kind that occurs, with its entries counted. */
export function countKinds(journal: readonly JournalEntry[]): readonly (readonly [string, number])[] {
  const counts = countsOf(journal);
  return WORK_TITLES.flatMap((title, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [[title, count] as const] : [];
  });
}

/** By position in `WORK_TITLES`. */
export function countsOf(journal: readonly JournalEntry[]): readonly number[] {
  const counts = [...KINDS, OTHER].map(() => 0);
  for (const entry of journal) {
    const position = kindOf(entry);
    counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts;
}

/** The position of its kind in `WORK_TITLES`. */
export function kindOf({ kind }: JournalEntry): number {
  const position = KINDS.findIndex((known) => isSameName(known, kind));
  return position >= 0 ? position : KINDS.length;
}

export function isCourse(entry: JournalEntry): boolean {
  return kindOf(entry) === KINDS.indexOf('кпк');
}

export function topicOf({ topic }: JournalEntry): string {
  return topic.trim() || 'тема не указана';
}

export interface WorkLine {
  readonly title: string;
  readonly counts: readonly number[];
  readonly entries: number;
  readonly leaders: number;
  readonly teachers: number;
  readonly links: Links;
}

/** Participants lead to the entries of which they are the sum. */
export function workLineOf(
  title: string,
  journal: readonly JournalEntry[],
  links: RowLinks<JournalEntry>,
): WorkLine {
  const byKind = Map.groupBy(journal, kindOf);
  const all = links.spanOf(journal);
  const leaders = journal.reduce((sum, { leaders: own = 0 }) => sum + own, 0);
  const teachers = journal.reduce((sum, { teachers: own = 0 }) => sum + own, 0);
  return {
    links: compact([
      ['entries', all],
      ['leaders', leaders > 0 ? all : undefined],
      ['teachers', teachers > 0 ? all : undefined],
      ...WORK_TITLES.map((_, kind) => [keyOfKind(kind), links.spanOf(byKind.get(kind) ?? [])] as const),
    ]),
    title,
    counts: countsOf(journal),
    entries: journal.length,
    leaders,
    teachers,
  };
}
