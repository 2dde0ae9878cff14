import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mayDo, type ActionName } from '../../functions/contract/actions.ts';
import { ROLES } from '../../functions/domain/roles.ts';
import { describeWithEmulator } from '../support/describe-with-emulator.ts';
import { inFull } from '../support/long.ts';
import { RIGHTS } from './access-table.ts';
import { checkRules } from './check-rules.ts';
import { planMutants } from './mutants.ts';

const RULES = readFileSync('firestore.rules', 'utf8');

test.each<[string, ActionName]>([
  ['workbooks/ours/reports/000001', 'reports.look'],
  ['workbooks/ours/report-states/1', 'report-state.look'],
])('%s is read by those to whom a function shows it', (path, action) => {
  const right = RIGHTS.find((each) => each.path === path);
  const readers = ROLES.filter((role) => right?.may[role].includes('get'));
  expect(readers).toEqual(ROLES.filter((role) => mayDo(role, action)));
});

test.each(['rows/executions', 'large/e1-2-0', 'history/1-0'])(
  '%s, which the functions show without data of persons, is read by no client',
  (path) => {
    const right = RIGHTS.find((each) => each.path === `workbooks/ours/${path}`);
    expect(Object.values(right?.may ?? { nobody: ['get'] })).toEqual(ROLES.map(() => []));
  },
);

test('each condition of the rules has its mutants, and each mutant is other rules', () => {
  const mutants = planMutants(RULES);
  expect(mutants.length).toBeGreaterThan(60);
  expect(mutants.filter(({ rules }) => rules === RULES)).toEqual([]);
});

describeWithEmulator('the rules of Firestore', (host) => {
  test('allow what the table says and nothing else', async () => {
    const how = inFull({}, { isShort: true });
    expect(await checkRules({ host, projectId: 'shnor-rules', rules: RULES, ...how })).toEqual([]);
  });
});
