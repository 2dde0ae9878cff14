import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { composeOverview } from '../../../../functions/domain/overview/compose-overview.ts';
import { ROOM } from '../../../../functions/domain/overview/overview.ts';
import type { Execution } from '../../../../functions/domain/records/records.ts';
import { layoutOverview } from '../../../../functions/workbook/server-sheets/overview/overview-sheet.ts';
import { heightOfText } from '../../../../functions/workbook/layout/row-height.ts';
import { execution, records } from '../records/records-builder.ts';

const TODAY = '2021-10-05';
const OFFICE = 'МКУ «Управление образования КГО»';

function overview(executions: readonly Execution[] = [], today: CalendarDate = TODAY) {
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

  test('where lines of each responsible do not fit, all who owe the same by the same day share one', () => {
    const { overdue, hiddenOverdue, coming } = overview(MANY).burning;
    expect(overdue.map(line)).toEqual([
      ['2.1', 'ОО № 1, ОО № 2', '2021-08-31', 35],
      ['3.1', 'ОО № 1, ОО № 2', '2021-08-31', 35],
      ['3.2', 'ОО № 1, ОО № 2', '2021-09-30', 5],
    ]);
    expect(overdue.map(({ responsible, otherResponsible }) => [responsible, otherResponsible])).toEqual([
      ['2.1 ОО № 1', 1],
      ['3.1 ОО № 1', 1],
      ['3.2 ОО № 1', 1],
    ]);
    expect(hiddenOverdue).toBe(0);
    expect(coming).toHaveLength(3);
  });

  test('what has no line at all is counted', () => {
    const { overdue, hiddenOverdue, coming } = overview(MANY, '2022-01-15').burning;
    expect(overdue.map(({ measure }) => measure.number)).toEqual(['2.1', '3.1', '3.2', '1.2', '2.2']);
    expect(hiddenOverdue).toBe(6);
    expect(coming).toEqual([]);
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

  test('what is due «через 7» is of the week, what is due «через 30» of the month', () => {
    const soon = (today: CalendarDate) => {
      const { week, month } = overview([], today).figures;
      return [week, month];
    };
    // 2.1 and 3.1 of both schools are due on 31.08., 3.2 of both on 30.09.
    expect(soon('2021-08-31')).toEqual([4, 6]);
    expect(soon('2021-08-24')).toEqual([4, 4]);
    expect(soon('2021-08-23')).toEqual([0, 4]);
    expect(soon('2021-08-01')).toEqual([0, 4]);
    expect(soon('2021-07-31')).toEqual([0, 0]);
  });

  test('a name is cut where its two lines end, however long its words are', () => {
    const school = 'Общеобразовательная организация № 1 имени первооткрывателя Северного полюса';
    const { rows } = layoutOverview(
      composeOverview(
        assessWorkbook(records({ schools: [{ rowId: 's1', name: school, status: 'ШНОР' }] }), TODAY),
        [],
      ),
      () => undefined,
    );
    const named = rows.map(({ cells }) => String(cells[0]?.value)).find((text) => text.startsWith(school));
    expect(named).toBe(`${school}: 2.1…`);
    expect(heightOfText(named ?? '', { width: 290, size: 9 })).toBeLessThanOrEqual(34);
  });
});
