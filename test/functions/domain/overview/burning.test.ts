import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { composeOverview } from '../../../../functions/domain/overview/compose-overview.ts';
import { ROOM } from '../../../../functions/domain/overview/overview.ts';
import type { Execution } from '../../../../functions/domain/records.ts';
import { layoutOverview } from '../../../../functions/workbook/server-sheets/overview/overview-sheet.ts';
import { execution, records } from '../records-builder.ts';

const TODAY = '2021-10-05';
const OFFICE = 'МКУ «Управление образования КГО»';

function overview(executions: readonly Execution[] = [], today: typeof TODAY | '2021-08-20' = TODAY) {
  return composeOverview(assessWorkbook(records({ executions }), today), []);
}

const line = ({
  measure,
  schools,
  controlDate,
  overdueDays,
}: ReturnType<typeof overview>['burning']['coming'][0]) => [
  measure.number,
  schools.join(', '),
  controlDate,
  overdueDays,
];

/** A lot of measures of one executor each, so that none shares a line with another. */
const MANY = ['2.1', '3.1', '3.2'].flatMap((measure) =>
  ['ОО № 1', 'ОО № 2'].map((school) =>
    execution({ rowId: `e${measure}${school}`, school, measure, executor: `${measure} ${school}` }),
  ),
);

describe('what burns, by name', () => {
  test('schools that owe the same by the same day share a line; the longest overdue stands first, then what comes next', () => {
    const { overdue, hiddenOverdue, coming } = overview().burning;
    expect(overdue.map(line)).toEqual([
      ['2.1', 'ОО № 1, ОО № 2', '2021-08-31', 35],
      ['3.1', 'ОО № 1, ОО № 2', '2021-08-31', 35],
      ['3.2', 'ОО № 1, ОО № 2', '2021-09-30', 5],
    ]);
    expect(hiddenOverdue).toBe(0);
    expect(coming[0] && line(coming[0])).toEqual(['1.2', 'ОО № 1, ОО № 2', '2021-12-31', -87]);
    expect(overdue.length + coming.length).toBe(ROOM.lines);
  });

  test('each responsible has a line of his own, which leads to his row', () => {
    const { overdue } = overview([execution({ executor: 'методист' })]).burning;
    const own = overdue.filter(({ measure }) => measure.number === '3.2');
    expect(own.map(({ schools, responsible, place }) => [schools, responsible, place])).toEqual([
      [['ОО № 1'], 'методист', { worksheet: 'executions', rowId: 'e1' }],
      [['ОО № 2'], OFFICE, { worksheet: 'regulation', rowId: 'r3.2' }],
    ]);
  });

  test('where more is overdue than there is room, the others are counted, and what comes keeps two lines', () => {
    const { overdue, hiddenOverdue, coming } = overview(MANY).burning;
    expect(overdue.map(({ responsible }) => responsible)).toEqual(['2.1 ОО № 1', '2.1 ОО № 2', '3.1 ОО № 1']);
    expect(hiddenOverdue).toBe(3);
    expect(coming).toHaveLength(2);
  });

  test('the sheet says whose, what, since when, how long and who answers for it', () => {
    const { rows } = layoutOverview(overview([execution({ executor: 'методист' })]), (worksheet) => ({
      sheetId: worksheet === 'executions' ? 2 : 5,
      rowNumber: 7,
    }));
    const found = rows.find(({ cells }) => cells[3]?.value === 'методист');
    expect(found?.cells.slice(0, 4).map(({ value }) => value)).toEqual([
      'ОО № 1: 3.2 Сбор планов мероприятий ШНОР по повышению качества образования',
      '30.09.2021',
      '! 5',
      'методист',
    ]);
    expect(found?.cells[2]?.link).toBe('#gid=2&range=A7');
  });

  test('before anything is overdue the nearest terms are named', () => {
    const { burning, oldest } = overview([], '2021-08-20');
    expect([burning.overdue, oldest]).toEqual([[], undefined]);
    expect(burning.coming[0] && line(burning.coming[0])).toEqual([
      '2.1',
      'ОО № 1, ОО № 2',
      '2021-08-31',
      -11,
    ]);
  });
});
