import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { pastPoints } from '../../../../functions/domain/monitor/past-points.ts';
import { execution, PROOF, records } from '../records/records-builder.ts';

test('the first run knows how things stood by the days in the rows: at the ends of weeks and months', () => {
  const done = execution({ rowId: 'e1', mark: 'выполнено', doneOn: '2021-09-29', evidence: PROOF });
  const points = pastPoints(assessWorkbook(records({ executions: [done] }), '2021-10-05'));
  // 2.1 and 3.1 of both schools fall due on 31.08, 3.2 of both on 30.09, of which one is done in time.
  expect(points.map(({ day, due, done: count, overdue }) => [day, due, count, overdue])).toEqual([
    ['2021-06-30', 0, 0, 0],
    ['2021-07-31', 0, 0, 0],
    ['2021-08-29', 0, 0, 0],
    ['2021-08-31', 4, 0, 0],
    ['2021-09-05', 4, 0, 4],
    ['2021-09-12', 4, 0, 4],
    ['2021-09-19', 4, 0, 4],
    ['2021-09-26', 4, 0, 4],
    ['2021-09-28', 4, 0, 4],
    ['2021-09-30', 6, 1, 4],
    ['2021-10-03', 6, 1, 5],
  ]);
});

test('and of days before the period it knows nothing', () => {
  const points = pastPoints(assessWorkbook(records({}), '2021-01-12'));
  expect(points.map(({ day }) => day)).toEqual(['2021-01-03', '2021-01-05', '2021-01-10']);
});
