import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { formatDate, type CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { Postponement } from '../../../../functions/domain/records/postponements.ts';
import type { ControlMarks, Execution } from '../../../../functions/domain/records/records.ts';
import { execution, PROOF, records, SETTINGS } from '../records/records-builder.ts';

interface Fact {
  readonly row?: Partial<Execution>;
  readonly control: ControlMarks;
  readonly moves?: readonly Postponement[];
  readonly today?: CalendarDate;
  readonly needsAcceptance?: boolean;
}

/** What is found of 3.2 («Сентябрь», by 30.09.2021) at school № 1, without its being due or late. */
function findingsOf({ row, control, moves, today = '2021-10-04', needsAcceptance = false }: Fact) {
  const settings = { ...SETTINGS, control: { ...SETTINGS.control, needsAcceptance } };
  const { findings } = assessWorkbook(
    records({
      executions: [execution({ ...row, control })],
      settings,
      ...(moves && { postponements: { e1: moves } }),
    }),
    today,
  );
  const own = findings.filter(
    ({ place, code }) => place.rowId === 'e1' && !/^(overdue|due_soon)$/u.test(code),
  );
  return own.map(({ severity, code, place, message }) => [severity, code, place.column, message].join(' · '));
}

const DONE = { mark: 'выполнено', doneOn: '2021-09-21', evidence: PROOF } as const;
const GROUND = { postponementGround: 'письмо школы' } as const;

describe('of the controller’s columns', () => {
  test.each<[string, Fact, readonly string[]]>([
    ['taking off what is done says nothing', { row: DONE, control: { takenOffOn: '2021-10-01' } }, []],
    [
      'taking off what is not done is an error',
      { control: { takenOffOn: '2021-10-01' } },
      [
        'error · taken_off_undone · takenOffOn · Снято с контроля, а отметки «выполнено» нет: строка остаётся на контроле.',
      ],
    ],
    [
      'a day still to come takes nothing off',
      { row: DONE, control: { takenOffOn: '2021-10-05' } },
      [
        'error · taken_off_in_future · takenOffOn · «Снято с контроля» — 05.10.2021, этот день ещё не наступил: строка пока на контроле.',
      ],
    ],
    [
      'what was returned says what is missing',
      { row: DONE, control: { returned: 'нет подписи' } },
      ['warning · returned · returned · Возвращено: «нет подписи».'],
    ],
    [
      'what waits for acceptance says so, where acceptance is needed',
      { row: DONE, control: {}, needsAcceptance: true },
      [
        'reminder · awaiting_acceptance · takenOffOn · Сделано и подтверждено, ждёт приёмки: в процент пока не входит.',
      ],
    ],
    [
      'a postponement without ground does not act',
      { control: { postponedTo: '2021-10-15' } },
      [
        'error · postponed_without_ground · postponementGround · Срок перенесён на 15.10.2021 без основания: перенос не действует.',
      ],
    ],
    [
      'taking off on the day of the work says nothing',
      { row: DONE, control: { takenOffOn: DONE.doneOn } },
      [],
    ],
    [
      'taking off before the work was done is asked about',
      { row: DONE, control: { takenOffOn: '2021-09-20' } },
      [
        'warning · taken_off_before_done · takenOffOn · Снято с контроля 20.09.2021, раньше, чем исполнено (21.09.2021).',
      ],
    ],
    ...(['2020-10-15', '2020-12-31', '2022-01-01'] as const).map((day): [string, Fact, readonly string[]] => [
      `a postponement out of the period is asked about: ${day}`,
      { control: { postponedTo: day, ...GROUND } },
      [
        `warning · postponed_outside_period · postponedTo · Срок 30.09.2021 перенесён на ${formatDate(day)} — вне периода 01.01.2021–31.12.2021.`,
      ],
    ]),
    ...(['2021-09-30', '2021-12-31'] as const).map((day): [string, Fact, readonly string[]] => [
      `a postponement to any later day of the period is in order: ${day}`,
      { control: { postponedTo: day, ...GROUND } },
      [],
    ]),
    [
      'a postponement to an earlier day is asked about',
      { control: { postponedTo: '2021-09-29', ...GROUND } },
      [
        'warning · postponed_earlier · postponedTo · Срок 30.09.2021 перенесён на 29.09.2021, то есть раньше прежнего.',
      ],
    ],
    [
      'a postponement in time and with ground is in order',
      {
        control: { postponedTo: '2021-10-15', ...GROUND },
        moves: [{ on: '2021-09-30', to: '2021-10-15' }],
      },
      [],
    ],
    [
      'a postponement from the day after the term is too late',
      {
        control: { postponedTo: '2021-10-15', ...GROUND },
        moves: [{ on: '2021-10-01', to: '2021-10-15' }],
      },
      [
        'warning · postponed_after_term · postponedTo · Перенос на 15.10.2021 внесён 01.10.2021, когда срок 30.09.2021 уже вышел.',
      ],
    ],
    [
      'a postponement on the day to which a day off has moved the term is in time',
      {
        control: { postponedTo: '2021-10-29', ...GROUND },
        // 10.10.2021 is a Sunday.
        moves: [
          { on: '2021-09-20', to: '2021-10-10' },
          { on: '2021-10-11', to: '2021-10-29' },
        ],
      },
      [],
    ],
    [
      'a postponement on the day after that is too late',
      {
        control: { postponedTo: '2021-10-29', ...GROUND },
        moves: [
          { on: '2021-09-20', to: '2021-10-10' },
          { on: '2021-10-12', to: '2021-10-29' },
        ],
      },
      [
        'warning · postponed_after_term · postponedTo · Перенос на 29.10.2021 внесён 12.10.2021, когда срок 10.10.2021 уже вышел.',
      ],
    ],
    [
      'the second postponement is measured by the first',
      {
        control: { postponedTo: '2021-10-30', ...GROUND },
        moves: [
          { on: '2021-09-20', to: '2021-10-15' },
          { on: '2021-10-15', to: '2021-10-30' },
        ],
      },
      [],
    ],
    [
      'more postponements than allowed are counted',
      {
        control: { postponedTo: '2021-11-30', ...GROUND },
        moves: [
          { on: null, to: '2021-10-15' },
          { on: '2021-10-15', to: '2021-10-30' },
          { on: '2021-10-20', to: '2021-11-30' },
        ],
      },
      [
        'warning · postponed_too_often · postponedTo · Срок перенесён трижды: с 30.09. на 15.10., на 30.10., на 30.11.',
      ],
    ],
    [
      'what has no term cannot be postponed',
      { row: { measure: '5.1' }, control: { postponedTo: '2021-10-15', ...GROUND } },
      [
        'warning · postponed_without_term · postponedTo · Срок перенесён на 15.10.2021, а переносить нечего: срока у строки ещё нет.',
      ],
    ],
  ])('%s', (_, fact, found) => {
    expect(findingsOf(fact)).toEqual(found);
  });
});

test('what is overdue by a term that was moved says from which day', () => {
  const control = { postponedTo: '2021-10-15', ...GROUND } as const;
  const { findings } = assessWorkbook(records({ executions: [execution({ control })] }), '2021-10-20');
  const told = findings.filter(({ place, code }) => place.rowId === 'e1' && code === 'overdue');
  expect(told.map(({ message }) => message)).toEqual([
    'Срок был 15.10.2021 (перенесён с 30.09.2021), просрочено на 5 дней.',
  ]);
});
