import type { JournalEntry } from '../records.ts';

/** Kinds that the regulation asks for, with the words of a count; anything else is «прочее». */
const KINDS = ['собеседование', 'консультация', 'мероприятие', 'кпк', 'процедура око'] as const;
const KIND_TITLES = ['собеседования', 'консультации', 'мероприятия', 'КПК', 'процедуры ОКО'] as const;
const OTHER = 'прочее';

/** Words of a count of each kind, in order. */
export const WORK_TITLES: readonly string[] = [...KIND_TITLES, OTHER];

/** Each kind that occurs, with its entries counted. */
export function countKinds(journal: readonly JournalEntry[]): readonly (readonly [string, number])[] {
  const counts = countsOf(journal);
  return WORK_TITLES.flatMap((title, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [[title, count] as const] : [];
  });
}

/** By position in `KINDS`, «прочее» last. */
function countsOf(journal: readonly JournalEntry[]): readonly number[] {
  const counts = [...KINDS, OTHER].map(() => 0);
  for (const { kind } of journal) {
    const position = positionOf(kind);
    counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts;
}

function positionOf(kind: string): number {
  const name = kind.trim().toLocaleLowerCase('ru');
  const position = KINDS.findIndex((known) => known === name);
  return position >= 0 ? position : KINDS.length;
}

export interface WorkLine {
  readonly title: string;
  readonly counts: readonly number[];
  readonly entries: number;
  readonly leaders: number;
  readonly teachers: number;
}

export function lineOf(title: string, journal: readonly JournalEntry[]): WorkLine {
  return {
    title,
    counts: countsOf(journal),
    entries: journal.length,
    leaders: journal.reduce((sum, { leaders = 0 }) => sum + leaders, 0),
    teachers: journal.reduce((sum, { teachers = 0 }) => sum + teachers, 0),
  };
}
