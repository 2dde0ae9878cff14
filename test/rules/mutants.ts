import { ROLES } from '../../functions/domain/roles.ts';

export interface RulesMutant {
  /** What is otherwise, with the line. */
  readonly name: string;
  readonly rules: string;
}

interface Kind {
  readonly pattern: RegExp;
  /** What may stand instead of what was found. */
  readonly instead: (found: string, groups: readonly string[]) => readonly string[];
}

const KINDS: readonly Kind[] = [
  { pattern: /allow (get|read): if [^;]+;/gu, instead: conditionsOf },
  { pattern: /[^\s(]+(?:\([^)]*\))? == true\s*&& /gu, instead: () => ['', 'request.auth != null && '] },
  {
    pattern: / && !\('access' in resource\.data\.body\)/gu,
    instead: () => ['', " && ('access' in resource.data.body)"],
  },
  {
    pattern: /\s&& roleIn\(workbookId\) in \[[^\]]*\]/gu,
    instead: () => ['', ' && roleIn(workbookId) != null'],
  },
  { pattern: / == true/gu, instead: () => [' != true', ' in [true, false]'] },
  { pattern: /\.lower\(\)/gu, instead: () => ['', '.upper()'] },
  { pattern: /workbooks\/\$\(workbookId\)/gu, instead: () => ['workbooks/ours', 'workbooks/theirs'] },
  { pattern: /match \/([\w-]+)\/\{(\w+)\} \{/gu, instead: matchesOf },
  { pattern: /'(\w+)', |, '(\w+)'(?=\])/gu, instead: () => [''] },
];

/** Every condition of the rules mutated, one at a time; every role let in; everything that is closed opened. */
export function planMutants(rules: string): readonly RulesMutant[] {
  const inPlace = KINDS.flatMap(({ pattern, instead }) =>
    [...rules.matchAll(pattern)].flatMap((match) =>
      instead(match[0], match.slice(1)).map((text) => mutant(rules, match, text)),
    ),
  );
  return [...inPlace, ...grantsTo(rules), ...openings(rules)];
}

function mutant(rules: string, match: RegExpExecArray, text: string): RulesMutant {
  const end = match.index + match[0].length;
  const line = rules.slice(0, match.index).split('\n').length;
  return {
    name: `line ${line}: «${match[0].trim()}» → «${text.trim()}»`,
    rules: rules.slice(0, match.index) + text + rules.slice(end),
  };
}

function conditionsOf(found: string, [operations = '']: readonly string[]): readonly string[] {
  const condition = found.slice(found.indexOf(': if ') + 5);
  // What asks for the document itself never holds for a list, nor for one that is not there yet.
  const isOfDocument = condition.includes('resource.');
  const others = isOfDocument ? [] : ['get', 'list'];
  const writes = isOfDocument ? ['update', 'delete', 'write'] : ['create', 'update', 'delete', 'write'];
  return [
    `allow ${operations}: if true;`,
    `allow ${operations}: if false;`,
    `allow ${operations}: if request.auth != null;`,
    `allow ${operations}: if request.auth.token.email_verified == true;`,
    `allow ${operations}: if roleIn(workbookId) != null;`,
    ...others.map((other) => `allow ${other}: if ${condition}`),
    ...writes.map((other) => `allow ${operations}, ${other}: if ${condition}`),
    `${found} allow write: if roleIn(workbookId) == 'municipal_coordinator';`,
    `${found} allow list: if true;`,
  ];
}

function matchesOf(found: string, [collection = '', name = '']: readonly string[]): readonly string[] {
  return collection === 'workbooks'
    ? [`match /workbooks/{${name}} { allow read: if isReader(workbookId);`, `match /{any}/{${name}} {`]
    : [`match /${collection}/{${name}=**} {`, `match /{any}/{${name}} {`];
}

/** Each role that reads nothing is let in among the readers. */
function grantsTo(rules: string): readonly RulesMutant[] {
  const readers = /roleIn\(workbookId\) in \[([^\]]*)\]/u.exec(rules);
  const [found = '', names = ''] = readers ?? [];
  return ROLES.filter((role) => !names.includes(`'${role}'`)).map((role) => ({
    name: `${role} is a reader`,
    rules: rules.replace(found, found.replace(']', `, '${role}']`)),
  }));
}

const CLOSED = ['letters', 'calendars', 'claims', 'report-inputs', 'other'];
const OPENED = [
  'match /quotas/{id} { allow read: if request.auth != null; }',
  "match /quotas/{id} { allow read: if roleIn('ours') == 'municipal_coordinator'; }",
  'match /other/{id} { allow read: if request.auth != null; }',
  'match /{any}/{id} { allow read: if request.auth != null; }',
  'match /{document=**} { allow read: if request.auth != null; }',
  "match /{document=**} { allow write: if request.auth.token.email.lower() == 'municipal_coordinator@example.org'; }",
  'match /{path=**}/rows/{id} { allow read: if request.auth != null; }',
  'match /{path=**}/rows/{id} { allow list: if request.auth.token.email_verified == true; }',
  'match /workbooks/{any} { allow list: if request.auth != null; }',
  'match /workbooks/{any} { allow get: if isReader(any); }',
  'match /workbooks/{any} { allow create: if request.auth.token.email_verified == true; }',
  ...['municipal_coordinator', 'operator', 'service'].map(
    (role) => `match /workbooks/{any}/{rest=**} { allow write: if roleIn(any) == '${role}'; }`,
  ),
  'match /workbooks/{any}/{rest=**} { allow read: if isReader(any); }',
  ...CLOSED.flatMap((name) => [
    `match /workbooks/{any}/${name}/{id} { allow read: if isReader(any); }`,
    `match /workbooks/{any}/${name}/{id} { allow get: if roleIn(any) == 'service'; }`,
  ]),
];

function openings(rules: string): readonly RulesMutant[] {
  const place = rules.indexOf('    match /workbooks/');
  return OPENED.map((text) => ({
    name: text,
    rules: `${rules.slice(0, place)}    ${text}\n${rules.slice(place)}`,
  }));
}
