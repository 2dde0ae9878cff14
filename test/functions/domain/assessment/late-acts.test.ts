import { describe, expect, test } from '@jest/globals';
import type { ActEntries } from '../../../../functions/domain/records/act-entries.ts';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { Execution, ExternalAct } from '../../../../functions/domain/records/records.ts';
import type { Measure } from '../../../../functions/domain/records/regulation.ts';
import { execution, PROOF, records } from '../records/records-builder.ts';

const LETTER: ExternalAct = {
  rowId: 'a1',
  kind: 'письмо',
  issuer: 'МОиН',
  number: '12',
  date: '2021-03-01',
  dueDate: '2021-03-19',
  measures: ['1.1', '4.2'],
};

interface Told {
  readonly entered?: CalendarDate | null;
  readonly act?: ExternalAct;
  readonly measure?: Partial<Measure>;
  readonly rows?: readonly Execution[];
  readonly today?: CalendarDate;
}

/** Measure 4.2 waits for a letter, which was entered on Monday 22 March, after its term, Friday the 19th. */
function told({ entered = '2021-03-22', act = LETTER, measure, rows = [], today = '2021-03-25' }: Told) {
  const base = records();
  const measures = base.measures
    .filter(({ number }) => number === '4.2')
    .map((each): Measure & { rowId: string } => ({
      ...each,
      scope: 'municipality',
      deadlinePhrase: 'Согласно письму МОиН',
      ...measure,
    }));
  const actEntries: ActEntries = { a1: entered };
  const all = assessWorkbook({ ...base, measures, acts: [act], actEntries, executions: rows }, today);
  return all.findings.filter(({ code }) => code === 'act_entered_late');
}

const done = execution({ school: null, measure: '4.2', mark: 'выполнено', doneOn: '2021-03-24' });

describe('an act that was entered when its term had run out', () => {
  test('is told beside the act, of the measures whose term it sets', () => {
    expect(told({})).toEqual([
      {
        code: 'act_entered_late',
        severity: 'warning',
        place: { worksheet: 'acts', rowId: 'a1', column: 'dueDate' },
        message:
          'Акт внесён 22.03.2021, когда срок по нему (19.03.2021) уже вышел. Просрочены мероприятия: 4.2.',
        advice:
          'Проверьте «Дата акта» и «Срок по акту». Если они верны, исполните, а если на исполнение не оставалось времени — ' +
          'перенесите срок с основанием на листе «Исполнение».',
        measure: '4.2',
        dueOn: '2021-03-19',
      },
    ]);
  });

  test('is told where the term is counted from the day of the act too', () => {
    const { dueDate: _, ...undated } = LETTER;
    expect(told({ act: { ...undated, date: '2021-01-11' } })).toHaveLength(1);
  });

  test.each<[string, Told]>([
    ['it was entered on its last day', { entered: '2021-03-19' }],
    [
      'its last day is a day off, and it was entered on the next',
      { act: { ...LETTER, dueDate: '2021-03-20' }, entered: '2021-03-21' },
    ],
    ['it stood there before anyone looked', { entered: null }],
    ['all that it asked for is done', { rows: [{ ...done, evidence: { ...PROOF, date: '2021-03-24' } }] }],
    [
      'the date was set by hand',
      { measure: { manual: { date: '2021-03-10', reason: 'приказ', author: 'начальник' } } },
    ],
    ['a report looks at a day before', { today: '2021-03-21' }],
    ['it sets no term for the measure', { act: { ...LETTER, measures: ['1.1'] } }],
  ])('is not told where %s', (_, those) => {
    expect(told(those)).toEqual([]);
  });
});
