import type { Assessed } from '../assessment/assessed.ts';
import type { Finding } from '../findings/finding.ts';
import type { Person } from '../records/records.ts';
import { createPeopleFinder, responsibleFor } from './find-people.ts';
import { findOpen } from './find-reminders.ts';

/**
 * Whom there is something to tell and no way to: a position without an address, one that «Ответственные» does not
 * know. Of a department that has entered nobody nothing is said: it wants no letters.
 */
export function peopleFindings(assessed: Assessed): readonly Finding[] {
  const { people, settings } = assessed.records;
  if (!settings.mail.isOn || people.length === 0) return [];
  const finder = createPeopleFinder(people);
  const whose = new Set(
    findOpen(assessed).map(({ obligation, measure }) => responsibleFor(obligation, measure)),
  );
  const named = new Set([...whose].flatMap((responsible) => finder.find(responsible)));
  const unknown = new Set([...whose].flatMap((responsible) => finder.unknown(responsible)));
  return [
    ...people.filter((person) => person.address === null && isNeeded(person, named)).map(withoutAddress),
    ...[...unknown].map(unknownPosition),
  ];
}

function isNeeded(person: Person, named: ReadonlySet<Person>): boolean {
  return person.role === 'head' || named.has(person);
}

function withoutAddress({ rowId, position }: Person): Finding {
  return {
    code: 'address_missing',
    severity: 'warning',
    place: { worksheet: 'people', rowId, column: 'address' },
    message: `У должности «${position}» нет адреса, по которому можно писать: о сроках она не узнает.`,
    advice: 'Впишите служебную почту.',
  };
}

function unknownPosition(position: string): Finding {
  return {
    code: 'position_unknown',
    severity: 'reminder',
    place: { worksheet: 'people', rowId: null },
    message: `Исполнителя «${position}» на этом листе нет: напоминать о его сроках некому.`,
    advice:
      'Добавьте строку с этой должностью и служебной почтой или исправьте должность там, где она названа.',
  };
}
