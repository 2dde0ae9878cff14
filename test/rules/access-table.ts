import { ROLES, type Role } from '../../functions/domain/roles.ts';

/** What a client may try: `find` is a query over all collections of that name, whatever stands above them. */
export const OPERATIONS = ['get', 'list', 'find', 'update', 'create', 'delete'] as const;

export type Operation = (typeof OPERATIONS)[number];

/** People who are no members, or not seen to be; each would be the methodist if the rule forgot one of its conditions. */
export const OUTSIDERS = [
  'stranger',
  'methodist of another workbook',
  'methodist, address not verified',
  'address that begins like the methodist’s',
  'member of a role that nobody knows',
  'account without an address',
  'nobody signed in',
] as const;

export type Person = Role | (typeof OUTSIDERS)[number];

export const PEOPLE: readonly Person[] = [...ROLES, ...OUTSIDERS];

/**
 * The whole of it: what each role may of each document (`g` get, `l` list, `-` nothing). Nobody else may anything, and
 * nobody creates, updates or deletes; but the methodist of another workbook has theirs.
 */
const TABLE = `
  document                          | viewer school editor municipal_coordinator head service operator
  workbooks/ours                    |   -      -      -              -             -     -        -
  workbooks/ours/rows/executions    |   -      -      -              -             -     -        -
  workbooks/ours/large/e1-2-0       |   -      -      -              -             -     -        -
  workbooks/ours/history/1-0        |   -      -      -              -             -     -        -
  workbooks/ours/history/2-access   |   -      -      -              -             -     -        -
  workbooks/ours/reports/000001     |   gl     -      gl             gl            gl    -        gl
  workbooks/ours/reports/1/parts/1  |   gl     -      gl             gl            gl    -        gl
  workbooks/ours/report-states/1    |   gl     -      gl             gl            gl    -        gl
  workbooks/ours/runs/000           |   gl     -      gl             gl            gl    -        gl
  workbooks/ours/report-inputs/ab   |   -      -      -              -             -     -        -
  workbooks/ours/letters/p1         |   -      -      -              -             -     -        -
  workbooks/ours/calendars/all      |   -      -      -              -             -     -        -
  workbooks/ours/claims/appends     |   -      -      -              -             -     -        -
  workbooks/ours/other/x            |   -      -      -              -             -     -        -
  workbooks/ours/rows/x/below/y     |   -      -      -              -             -     -        -
  workbooks/ours/large/x/below/y    |   -      -      -              -             -     -        -
  workbooks/ours/history/1/below/y  |   -      -      -              -             -     -        -
  workbooks/ours/reports/1/parts/1/below/y | - -      -              -             -     -        -
  workbooks/ours/report-states/1/below/y | -   -      -              -             -     -        -
  workbooks/ours/runs/0/below/y     |   -      -      -              -             -     -        -
  workbooks/theirs/reports/000001   |   -      -      -              -             -     -        -
  other/ours/reports/000001         |   -      -      -              -             -     -        -
  workbooks/ours/reports/1/below/y  |   -      -      -              -             -     -        -
  quotas/sheets-read                |   -      -      -              -             -     -        -
  other/document                    |   -      -      -              -             -     -        -
`;

export interface Right {
  readonly path: string;
  readonly may: Readonly<Record<Role, readonly Operation[]>>;
}

export const RIGHTS: readonly Right[] = parseTable();

function parseTable(): readonly Right[] {
  const [head = [], ...rows] = TABLE.trim()
    .split('\n')
    .map((line) => line.trim().split(/[\s|]+/u));
  const roles = head.slice(1) as readonly Role[];
  return rows.map(([path = '', ...marks]) => ({
    path,
    may: Object.fromEntries(
      roles.map((role, index) => [role, operationsOf(marks[index] ?? '-')]),
    ) as unknown as Right['may'],
  }));
}

function operationsOf(marks: string): readonly Operation[] {
  return OPERATIONS.filter(
    (operation) => ['get', 'list'].includes(operation) && marks.includes(operation[0] ?? ''),
  );
}
