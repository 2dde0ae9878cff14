import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { ReportAnnex } from '../../../../functions/domain/records/records.ts';
import type { ReportForm } from '../../../../functions/domain/report/report-document.ts';
import { askAboutErrors } from '../../../../functions/use-cases/report/refuse-report.ts';
import { recipeOf } from '../../../../functions/use-cases/report/report-recipe.ts';
import { execution, records } from '../../domain/records/records-builder.ts';

const TODAY = '2021-10-15';

/** Two rows of one execution: an error in the data. */
const ASSESSMENT = assessWorkbook(
  records({ executions: [execution({ mark: 'в работе' }), execution({ rowId: 'e2' })] }),
  TODAY,
);

const hashWith = (annexes: readonly ReportAnnex[]) =>
  recipeOf(
    { workbookId: 'workbook-1', by: 'кто-то', form: 'full', today: TODAY, annexes },
    { dataHash: 'd', assessment: ASSESSMENT },
  ).inputHash;

test('annexes in any order, or named twice, make the same report; others make another', () => {
  const same: readonly ReportAnnex[][] = [
    ['notes', 'details'],
    ['details', 'notes'],
    ['details', 'notes', 'details'],
  ];
  expect(new Set(same.map(hashWith)).size).toBe(1);
  expect(new Set([same[0] ?? [], ['details' as const], []].map(hashWith)).size).toBe(3);
});

const asks = (form: ReportForm | undefined, withErrors?: boolean) => () =>
  askAboutErrors(
    { ...(form && { form }), ...(withErrors !== undefined && { withErrors }) },
    ASSESSMENT,
    () => undefined,
  );

test.each([undefined, 'full', 'brief', 'overdue', 'data_bank', 'school_card'] as const)(
  'a number for the form %s is asked about errors once',
  (form) => {
    expect(asks(form)).toThrow('в данных ошибки');
    expect(asks(form, true)).not.toThrow();
  },
);

test('the question says where: the sheet and the row as it stands now', () => {
  const ask = (findRow: number | undefined) => () =>
    askAboutErrors({}, ASSESSMENT, () =>
      findRow === undefined ? undefined : { sheetId: 1, rowNumber: findRow },
    );
  expect(ask(48)).toThrow('могут быть неверны числа (1).');
  expect(ask(48)).toThrow('(«Исполнение»: строка 48)');
  // Gone meanwhile: its ID leads there.
  expect(ask(undefined)).toThrow('(«Исполнение»: строка e2)');
});

test('the form that lists the errors is made without asking', () =>
  expect(asks('data_quality')).not.toThrow());
