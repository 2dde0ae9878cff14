import type { Obligation } from '../assessment/obligation.ts';
import type { Measure } from '../records/regulation.ts';
import type { Person } from '../records/records.ts';
import { comparableName } from '../text/same-name.ts';

/** Whose the obligation is: the executor named in its row, else who answers for the measure; '' where nobody is named. */
export function responsibleFor({ execution }: Pick<Obligation, 'execution'>, measure: Measure): string {
  return execution?.executor ?? measure.responsible;
}

export interface PeopleFinder {
  /** Those that a cell names: as a whole, or one after the other («методист; заместитель»). */
  find(responsible: string): readonly Person[];
  /** Parts of the cell that «Ответственные» does not know; none where it knows the whole. */
  unknown(responsible: string): readonly string[];
}

/** Looks positions up as people write them; each spelling once, for thousands of rows repeat a few. */
export function createPeopleFinder(people: readonly Person[]): PeopleFinder {
  const byName = new Map(people.map((person) => [comparableName(person.position), person]));
  const known = new Map<string, Looked>();
  const look = (responsible: string): Looked => {
    const before = known.get(responsible);
    if (before) return before;
    const looked = lookUp(responsible, byName);
    known.set(responsible, looked);
    return looked;
  };
  return {
    find: (responsible) => look(responsible).found,
    unknown: (responsible) => look(responsible).unknown,
  };
}

interface Looked {
  readonly found: readonly Person[];
  readonly unknown: readonly string[];
}

function lookUp(responsible: string, byName: ReadonlyMap<string, Person>): Looked {
  const whole = byName.get(comparableName(responsible));
  if (whole) return { found: [whole], unknown: [] };
  const parts = responsible.split(/[;,\n]/u).filter((part) => comparableName(part) !== '');
  const found = parts.flatMap((part) => byName.get(comparableName(part)) ?? []);
  const unknown = parts.filter((part) => !byName.has(comparableName(part))).map((part) => part.trim());
  return { found: [...new Set(found)], unknown };
}
