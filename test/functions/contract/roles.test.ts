import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ACTIONS, mayDo, type ActionName } from '../../../functions/contract/actions.ts';
import { ROLE_TITLES, ROLES, type Role } from '../../../functions/domain/roles.ts';

const actions = [...ACTIONS.keys()] as ActionName[];
const allowedTo = (role: Role) => actions.filter((name) => mayDo(role, name));

describe('the table of roles', () => {
  test('stands in README as it is in the contract', () => {
    const told = readFileSync('README.md', 'utf8')
      .split('\n')
      .map((line) => line.replaceAll(/ *\| */gu, '|').replaceAll(/-{3,}/gu, '---'));
    const table = rolesTable();
    const start = told.indexOf(table[0] ?? '');
    expect(told.slice(start, start + table.length)).toEqual(table);
  });

  test('gives schools nothing yet', () => {
    expect(allowedTo('school')).toEqual([]);
  });

  test('has programs synchronise and look, and decide nothing', () => {
    expect(allowedTo('service')).toEqual(['sync.run', 'sync.hint', 'sync.all', 'monitor.run', 'monitor.all']);
  });

  test('has a viewer read what is kept, and change nothing', () => {
    const read = ['reports', 'report-file', 'report-state', 'row', 'history', 'deleted'];
    expect(allowedTo('viewer')).toEqual(read.map((name) => `${name}.look`));
  });

  test('keeps reports with a number, their signing and who gets in from those who type', () => {
    const missing = allowedTo('municipal_coordinator').filter((name) => !mayDo('editor', name));
    expect(missing).toEqual([
      'report.number',
      'forms.add',
      'forms.remove',
      'report-state.sign',
      'report-state.recall',
      'calendars.change',
      'access.look',
      'access.grant',
      'access.remove',
    ]);
  });

  test('keeps rows from the head, who answers for reports', () => {
    const missing = allowedTo('municipal_coordinator').filter((name) => !mayDo('head', name));
    expect(missing).toEqual(['sync.confirm', 'expand.act', 'period.act', 'import.act', 'restore.act']);
  });

  test('knows nobody without a role', () => {
    expect(actions.filter((name) => mayDo(undefined, name))).toEqual([]);
  });
});

/** Deeds that the same roles may share a line, in the order of the contract. */
function rolesTable(): readonly string[] {
  const shown = ROLES.filter((role) => role !== 'school');
  const groups = Map.groupBy(ACTIONS.values(), ({ roles }) =>
    shown.filter((role) => roles.includes(role)).join(),
  );
  const rows = [...groups].map(([roles, those]) => {
    const deeds = [...new Set(those.map(({ deed }) => deed))].join(', ');
    return [deeds, ...shown.map((role) => (roles.split(',').includes(role) ? '+' : ''))];
  });
  const head = ['что можно', ...shown.map((role) => ROLE_TITLES[role])];
  const line = (cells: readonly string[]) => `|${cells.join('|')}|`;
  return [line(head), line(['---', ...shown.map(() => ':---:')]), ...rows.map(line)];
}
