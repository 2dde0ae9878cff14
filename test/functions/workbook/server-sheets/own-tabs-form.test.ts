import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { composeOverview } from '../../../../functions/domain/overview/compose-overview.ts';
import { layoutControl } from '../../../../functions/workbook/server-sheets/control-sheet.ts';
import { layoutOverview } from '../../../../functions/workbook/server-sheets/overview/overview-sheet.ts';
import { OWN_TABS_FORM } from '../../../../functions/workbook/server-sheets/server-sheets.ts';
import { execution, records } from '../../domain/records/records-builder.ts';

const TODAY = '2021-10-05';

/** Both tabs of one workbook, in which something of most kinds stands. */
function drawBoth(): unknown {
  const assessment = assessWorkbook(
    records({
      executions: [
        execution({ mark: 'выполнено', doneOn: '2021-09-29' }),
        execution({ rowId: 'e2', school: 'ОО № 2', measure: '1.2', mark: 'в работе' }),
        execution({ rowId: 'e3', school: 'ОО № 7', measure: '1.2', mark: 'в работе' }),
      ],
    }),
    TODAY,
  );
  const trend = [{ day: '2021-09-01', due: 6, done: 1, late: 0, overdue: 3, waiting: 4 }] as const;
  const findPlace = () => ({ sheetId: 5, rowNumber: 7 });
  return [
    layoutOverview(composeOverview(assessment, trend), findPlace),
    layoutControl(assessment.findings, {
      today: TODAY,
      findPlace,
      titleOf: (number) => `Мероприятие ${number}`,
    }),
  ];
}

test('who draws «Контроль» or «Обзор» otherwise raises OWN_TABS_FORM, and writes here the new form and digest', () => {
  const digest = createHash('sha256').update(JSON.stringify(drawBoth())).digest('hex').slice(0, 12);
  expect([OWN_TABS_FORM, digest]).toEqual([1, '8c85ed612d7e']);
});
