import { expect, test } from '@jest/globals';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { MeasureAssessment, Obligation } from '../../../../functions/domain/assessment/obligation.ts';
import { STATES } from '../../../../functions/domain/assessment/states/state.ts';
import { orderObligations } from '../../../../functions/domain/report/order-obligations.ts';

const ORDERS = {
  measures: ['4.2', '3.2'].map((number) => ({ measure: { number } }) as MeasureAssessment),
  schools: [
    { rowId: 's2', name: 'ОО № 2', status: 'ШНОР' },
    { rowId: 's1', name: 'ОО № 1', status: 'ШНОР' },
  ],
} as const;

interface Told extends Partial<Obligation> {
  readonly on?: CalendarDate;
}

function obligation({ on, ...told }: Told): Obligation {
  const days = { overdueDays: 0, overdueWorkingDays: 0, lateDays: 0 };
  const occurrence = on && ({ controlDate: on } as NonNullable<Obligation['occurrence']>);
  return {
    measure: '3.2',
    school: 'ОО № 1',
    state: 'done',
    isDue: true,
    ...days,
    ...told,
    ...(occurrence && { occurrence }),
  };
}

const orderOf = <Key extends keyof Obligation>(told: readonly Told[], key: Key): readonly Obligation[Key][] =>
  orderObligations(told.map(obligation), ORDERS).map((each) => each[key]);

test('by measure first, as the regulation has them, unknown ones last', () =>
  expect(
    orderOf(
      [
        { measure: '9.9', school: null },
        { measure: '3.2', school: null },
        { measure: '4.2', state: 'not_required' },
      ],
      'measure',
    ),
  ).toEqual(['4.2', '3.2', '9.9']));

test('then by state: what is done, what has fallen due, the rest', () =>
  expect(orderOf(STATES.map((state) => ({ state })).toReversed(), 'state')).toEqual([
    'done',
    'off_control',
    'done_late',
    'awaiting_acceptance',
    'done_unproved',
    'overdue',
    'returned',
    'in_progress',
    'due_soon',
    'not_started',
    'waiting_act',
    'on_request',
    'no_deadline',
    'not_required',
  ]));

test('then by school, as given, the municipality first, unknown ones last', () =>
  expect(
    orderOf([{ school: 'ОО № 9' }, { school: 'ОО № 1' }, { school: 'ОО № 2' }, { school: null }], 'school'),
  ).toEqual([null, 'ОО № 2', 'ОО № 1', 'ОО № 9']));

test.each([
  ['what is done before it fell due', 'done', [false, true]],
  ['what is not done and has fallen due', 'done_unproved', [true, false]],
] as const)('of one state %s stands first, whatever the school', (_, state, order) => {
  const both = [
    { state, isDue: true, school: 'ОО № 2' },
    { state, isDue: false, school: 'ОО № 1' },
  ];
  const swapped = both.map((each) => ({ ...each, school: each.school === 'ОО № 2' ? 'ОО № 1' : 'ОО № 2' }));
  expect([both, swapped, both.toReversed()].map((told) => orderOf(told, 'isDue'))).toEqual([
    order,
    order,
    order,
  ]);
});

test('then by control date, what has none before', () =>
  expect(
    orderOf(
      [{ on: '2021-06-30' }, { on: '2021-03-31' }, {}, { on: '2021-12-31' }, { on: '2021-03-31' }],
      'occurrence',
    ).map((occurrence) => occurrence?.controlDate),
  ).toEqual([undefined, '2021-03-31', '2021-03-31', '2021-06-30', '2021-12-31']));

test('the school before the control date', () =>
  expect(
    orderOf(
      [
        { school: 'ОО № 1', on: '2021-03-31' },
        { school: 'ОО № 2', on: '2021-06-30' },
      ],
      'school',
    ),
  ).toEqual(['ОО № 2', 'ОО № 1']));

test('equals stay as given', () =>
  expect(
    orderOf(
      [
        { lateDays: 2, on: '2021-03-31' },
        { lateDays: 1, on: '2021-03-31' },
      ],
      'lateDays',
    ),
  ).toEqual([2, 1]));
