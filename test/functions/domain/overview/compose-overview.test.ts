import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { TrendPoint } from '../../../../functions/domain/monitor/trend.ts';
import { composeOverview } from '../../../../functions/domain/overview/compose-overview.ts';
import { layoutOverview } from '../../../../functions/workbook/server-sheets/overview/overview-sheet.ts';
import { execution, PROOF, records } from '../records/records-builder.ts';

const TODAY = '2021-10-05';
/** ОО № 1 has handed its plan in, ОО № 2 has not: the term was 30.09.2021. */
const DONE = execution({ rowId: 'e1', mark: 'выполнено', doneOn: '2021-09-29', evidence: PROOF });

const at = (day: CalendarDate, overdue: number): TrendPoint => ({
  day,
  due: 6,
  done: 1,
  late: 0,
  overdue,
  waiting: 4,
});

function overview(trend: readonly TrendPoint[] = []) {
  return composeOverview(assessWorkbook(records({ executions: [DONE] }), TODAY), trend);
}

describe('«Обзор»', () => {
  test('counts what is done, overdue, due soon and waiting for an act', () => {
    // Overdue: 2.1 and 3.1 of both schools (31.08.), 3.2 of the second; 1.1 and 5.1 of both wait for an act.
    expect(overview().figures).toEqual({
      total: 21,
      due: 6,
      done: 1,
      late: 0,
      overdue: 5,
      week: 0,
      month: 0,
      waiting: 4,
    });
  });

  test('tells whose it is, since when, and what the week has brought', () => {
    const { responsible, ages, oldest, week } = overview();
    expect(responsible).toEqual([{ name: 'МКУ «Управление образования КГО»', overdue: 5, longest: 35 }]);
    expect(ages.map(({ count }) => count)).toEqual([1, 0, 4, 0]);
    expect(oldest).toEqual({ name: 'ОО № 1, мероприятие 2.1', since: '2021-08-31', days: 35 });
    expect(week).toEqual({ done: 1, newlyOverdue: ['ОО № 2, мероприятие 3.2'] });
  });

  test('names the executor of the row, and who answers for the measure where none is named', () => {
    const rows = [
      execution({ rowId: 'e1', executor: 'методист' }),
      execution({ rowId: 'e2', school: 'ОО № 2' }),
    ];
    const { responsible } = composeOverview(assessWorkbook(records({ executions: rows }), TODAY), []);
    expect(responsible.map(({ name, overdue: count }) => [name, count])).toEqual([
      ['МКУ «Управление образования КГО»', 5],
      ['методист', 1],
    ]);
  });

  test('compares with the last run of a week and of a month ago', () => {
    const trend = [at('2021-09-03', 4), at('2021-09-27', 4), at('2021-10-01', 5), at(TODAY, 5)];
    const { weekAgo, monthAgo, weeks, months } = overview(trend);
    expect([weekAgo, monthAgo]).toEqual([at('2021-09-27', 4), at('2021-09-03', 4)]);
    expect(weeks.map(({ day }) => day)).toEqual(['2021-09-03', '2021-10-01', TODAY]);
    expect(months.map(({ day }) => day)).toEqual(['2021-09-27', TODAY]);
  });

  test('says in a word whether it is better or worse than a week and a month ago', () => {
    const said = (trend: readonly TrendPoint[]) =>
      layoutOverview(overview(trend), () => undefined).rows[1]?.cells[0]?.value;
    const [weekAgo, monthAgo] = ['2021-09-28', '2021-09-03'] as const;
    expect(said([])).toMatch(/^Просрочено 5\. /u);
    expect(said([at(weekAgo, 5)])).toMatch(/^Просрочено 5: столько же, сколько неделю назад\. /u);
    expect(said([at(monthAgo, 5), at(weekAgo, 5)])).toMatch(/: столько же, сколько неделю и месяц назад\. /u);
    expect(said([at(monthAgo, 1), at(weekAgo, 4)])).toMatch(
      /: хуже, чем неделю \(4\) и месяц \(1\) назад\. /u,
    );
    expect(said([at(monthAgo, 1), at(weekAgo, 7)])).toMatch(
      /: лучше, чем неделю назад \(7\), и хуже, чем месяц назад \(1\)\. /u,
    );
  });

  test('leads from each cell of the heat map to its row, worst school first', () => {
    const { grid } = overview();
    expect(grid.rows.map(({ name }) => name)).toEqual(['ОО № 2', 'ОО № 1', 'Муниципалитет']);
    const column = grid.measures.indexOf('3.2');
    expect(grid.rows.map(({ cells }) => cells[column])).toEqual([
      { state: 'overdue', days: 5, dueOn: null, place: { worksheet: 'regulation', rowId: 'r3.2' } },
      { state: 'done', days: 0, dueOn: null, place: { worksheet: 'executions', rowId: 'e1' } },
      null,
    ]);
  });

  test('says the same without colours: a sign in every cell that owes something', () => {
    const { rows } = layoutOverview(overview(), (worksheet) => ({
      sheetId: worksheet === 'executions' ? 2 : 5,
      rowNumber: 7,
    }));
    const row = rows.find(({ cells }) => cells[0]?.value === 'ОО № 2');
    expect(row?.cells.slice(1, 12).map(({ value }) => value)).toEqual([
      'акт',
      '·',
      '○',
      '! 35',
      null,
      '! 35',
      '! 5',
      '·',
      '·',
      'акт',
      '·',
    ]);
    expect(row?.cells[7]?.link).toBe('#gid=5&range=A7');
  });

  test('keeps merges, widths and charts where they are, whatever it says: a run fills cells alone', () => {
    const frameOf = ({ merges, charts, columnWidths, print }: ReturnType<typeof layoutOverview>) => ({
      merges,
      charts,
      columnWidths,
      print,
    });
    const many = Array.from({ length: 40 }, (_, index) => ({
      rowId: `s${index}`,
      name: `ОО № ${index}`,
      status: 'ШНОР' as const,
    }));
    const large = composeOverview(assessWorkbook(records({ schools: many }), TODAY), []);
    const empty = frameOf(layoutOverview(undefined, () => undefined));
    expect(frameOf(layoutOverview(overview(), () => undefined))).toEqual(empty);
    expect(frameOf(layoutOverview(large, () => undefined))).toEqual(empty);
    expect(large.grid.rows).toHaveLength(25);
    expect(large.grid.hiddenSchools).toBe(16);
  });
});
