import { compareNames } from '../../domain/text/code-units.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Person, PersonRole } from '../../domain/records/records.ts';
import { comparableName } from '../../domain/text/same-name.ts';
import { PERSON_ROLE_TITLES } from '../worksheets/people.ts';
import type { ParsedRow } from './parse-row.ts';

/** The rows of «Ответственные»; of two that name the same position the one entered first counts. */
export function parsePeople(rows: readonly ParsedRow[]): {
  readonly people: readonly Person[];
  readonly findings: readonly Finding[];
} {
  const people = new Map<string, Person>();
  const findings: Finding[] = [];
  for (const row of rows.toSorted((a, b) => compareNames(a.id, b.id))) {
    const position = row.text('position');
    if (position === '') continue;
    const name = comparableName(position);
    if (people.has(name)) findings.push(positionRepeated(row, position));
    else people.set(name, toPerson(row, position));
    findings.push(...brokenAddress(row));
  }
  return { people: [...people.values()], findings };
}

function toPerson(row: ParsedRow, position: string): Person {
  const roles = Object.keys(PERSON_ROLE_TITLES) as PersonRole[];
  const typed = row.text('address');
  return {
    rowId: row.id,
    position,
    address: isAddress(typed) ? typed.toLowerCase() : null,
    role: roles.find((role) => PERSON_ROLE_TITLES[role] === row.text('role')) ?? 'executor',
    muted: row.list('muted'),
  };
}

/**
 * One plain address (RFC 5321, 4.1.2, without quoted names): its name in Latin letters, which every server takes, its
 * domain in any, which mail programs encode.
 */
const ADDRESS =
  /^[a-z\d!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}\d-]{2,}$/iu;
const MAX_ADDRESS = 254;

function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS && ADDRESS.test(text);
}

function brokenAddress(row: ParsedRow): readonly Finding[] {
  const typed = row.text('address');
  if (typed === '' || isAddress(typed)) return [];
  const isSeveral = typed.split('@').length > 2;
  return [
    {
      code: 'address_broken',
      severity: 'error',
      place: { worksheet: 'people', rowId: row.id, column: 'address' },
      message: isSeveral
        ? '«Служебная почта»: в ячейке больше одного адреса. Писем по этой строке не будет.'
        : `«Служебная почта»: «${typed}» — не адрес электронной почты. Писем по этой строке не будет.`,
      advice: isSeveral
        ? 'Оставьте один адрес; для второго заведите строку со своей должностью.'
        : 'Впишите адрес целиком, латинскими буквами до знака @: metodist@uo.example.ru.',
    },
  ];
}

function positionRepeated(row: ParsedRow, position: string): Finding {
  return {
    code: 'position_repeated',
    severity: 'error',
    place: { worksheet: 'people', rowId: row.id, column: 'position' },
    message: `Должность «${position}» уже есть в другой строке.`,
    advice: 'Оставьте одну строку: письма идут по внесённой раньше.',
  };
}
