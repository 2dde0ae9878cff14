import { ROLES, type Role } from '../../functions/domain/roles.ts';
import { OPERATIONS, PEOPLE, RIGHTS, type Operation, type Person, type Right } from './access-table.ts';
import { openProject, putRules } from './client.ts';
import { fillProject } from './members.ts';

const AT_ONCE = 24;

export interface RulesCheck {
  readonly host: string;
  /** Of this check alone: what a wrong rule lets through stays in it. */
  readonly projectId: string;
  readonly rules: string;
  /** Everybody tries everything; absent: writes and `find` are tried by a few for all. */
  readonly isFull?: boolean;
  /** Outsiders try every third document, and one member and one outsider what nobody may. */
  readonly isShort?: boolean;
  /** One disagreement is enough. */
  readonly isBrief?: boolean;
}

/** Where the rules and the table disagree, a line each: `school may get workbooks/ours`. */
export async function checkRules({ host, projectId, rules, ...how }: RulesCheck): Promise<readonly string[]> {
  await fillProject(projectId);
  await putRules(host, projectId, rules);
  const project = openProject(host, projectId);
  const cases = how.isShort === true ? casesOf(false).filter(isOfShort) : casesOf(how.isFull === true);
  const wrong: string[] = [];
  // Reading comes first: a write that a wrong rule lets through changes what is read.
  for (let start = 0; start < cases.length; start += AT_ONCE) {
    const found = await Promise.all(cases.slice(start, start + AT_ONCE).map(look));
    wrong.push(...found.flat());
    if (how.isBrief === true && wrong.length > 0) return wrong;
  }
  return wrong;

  async function look({ person, operation, right }: Case): Promise<string[]> {
    const expected = expects(person, operation, right);
    const may = await project.tries(person, operation, right.path);
    return may === expected ? [] : [`${person} ${may ? 'may' : 'may not'} ${operation} ${right.path}`];
  }
}

interface Case {
  readonly person: Person;
  readonly operation: Operation;
  readonly right: Right;
}

function expects(person: Person, operation: Operation, { path, may }: Right): boolean {
  const isTheirs = person === 'methodist of another workbook' && path.startsWith('workbooks/theirs/');
  if (isTheirs) return operation === 'get' || operation === 'list';
  return isMember(person) && may[person].includes(operation);
}

/** Whom a rule would name that lets somebody write. */
const BOLD: readonly Person[] = [
  'municipal_coordinator',
  'operator',
  'service',
  'stranger',
  'nobody signed in',
];

function casesOf(isFull: boolean): readonly Case[] {
  return OPERATIONS.flatMap((operation) => {
    const isForAll = isFull || operation === 'get' || operation === 'list';
    const people = isForAll ? PEOPLE : BOLD;
    return people.flatMap((person) => rightsFor(operation).map((right) => ({ person, operation, right })));
  });
}

function isOfShort({ person, operation, right }: Case): boolean {
  if (operation === 'get' || operation === 'list') return isMember(person) || RIGHTS.indexOf(right) % 3 === 0;
  return person === 'municipal_coordinator' || person === 'stranger';
}

/** What is asked of a collection is asked once of each. */
function rightsFor(operation: Operation): readonly Right[] {
  if (operation === 'get' || operation === 'update' || operation === 'delete') return RIGHTS;
  const collections = RIGHTS.map(({ path }) => path.slice(0, path.lastIndexOf('/')));
  return RIGHTS.filter((_, index) => collections.indexOf(collections[index] ?? '') === index);
}

function isMember(person: Person): person is Role {
  return ROLES.some((role) => role === person);
}
