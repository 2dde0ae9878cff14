import { expect, test } from '@jest/globals';
import { attribute } from '../../../../functions/domain/assessment/findings/attribute.ts';
import type { Finding } from '../../../../functions/domain/findings/finding.ts';
import { execution, records } from '../records/records-builder.ts';

const BOOK = records({
  acts: [
    { rowId: 'a1', kind: 'письмо', issuer: '', number: '1', date: '2021-03-01', measures: ['3.1', '3.2'] },
  ],
  measures: records().measures.map((each) => ({
    ...each,
    responsible: each.number === '3.2' ? 'Методист' : '',
  })),
  executions: [
    execution(),
    execution({ rowId: 'e2', executor: 'Завуч' }),
    execution({ rowId: 'e3', school: null, measure: '2.2' }),
    execution({ rowId: 'e4', measure: '9.9' }),
  ],
  journal: [
    { rowId: 'j1', date: '2021-03-01', kind: 'КПК', measure: '3.2', school: null, topic: '', evidence: {} },
  ],
});

const at = (worksheet: Finding['place']['worksheet'], rowId: string | null): Finding => ({
  code: 'x',
  severity: 'warning',
  place: { worksheet, rowId },
  message: '',
  advice: '',
});

/** Whose a finding at that row is. */
const whoseAt = (...place: Parameters<typeof at>) => {
  const [{ code: _, severity, place: where, message, advice, ...whose } = at('schools', null)] = attribute(
    [at(...place)],
    BOOK,
  );
  expect([severity, where, message, advice]).toEqual([
    'warning',
    { worksheet: place[0], rowId: place[1] },
    '',
    '',
  ]);
  return whose;
};

test.each<[string, Parameters<typeof at>, object]>([
  ['a school is of the school', ['schools', 's2'], { school: 'ОО № 2' }],
  [
    'a measure is of the measure and of who answers for it',
    ['regulation', 'r3.2'],
    { measure: '3.2', responsible: 'Методист' },
  ],
  ['a measure for which nobody answers', ['regulation', 'r3.1'], { measure: '3.1' }],
  ['an act is of its measures', ['acts', 'a1'], { measure: '3.1; 3.2' }],
  [
    'an execution is of its school and of who answers for the measure',
    ['executions', 'e1'],
    { school: 'ОО № 1', measure: '3.2', responsible: 'Методист' },
  ],
  [
    'an execution with an executor is of the executor',
    ['executions', 'e2'],
    { school: 'ОО № 1', measure: '3.2', responsible: 'Завуч' },
  ],
  ['an execution of the municipality is of no school', ['executions', 'e3'], { measure: '2.2' }],
  ['an execution of an unknown measure', ['executions', 'e4'], { school: 'ОО № 1', measure: '9.9' }],
  ['an entry of the journal', ['journal', 'j1'], { measure: '3.2', responsible: 'Методист' }],
  ['a worksheet as a whole is of nobody', ['schools', null], {}],
  ['a row that nobody knows', ['schools', 's99'], {}],
  ['a row of another worksheet with the id of one that is known', ['settings', 's2'], {}],
])('what is found of %s', (_, place, whose) => expect(whoseAt(...place)).toEqual(whose));

test('what a finding says of itself wins', () =>
  expect(attribute([{ ...at('executions', 'e1'), school: 'ОО № 5' }], BOOK)).toEqual([
    { ...at('executions', 'e1'), school: 'ОО № 5', measure: '3.2', responsible: 'Методист' },
  ]));
