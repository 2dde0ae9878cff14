import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { composeReport, type ReportInput } from '../../../../functions/domain/report/compose-document.ts';
import {
  ReportInFutureError,
  ReportPeriodError,
  ReportSchoolError,
  ReportSpanError,
} from '../../../../functions/domain/report/report-errors.ts';
import type { ReportDocument } from '../../../../functions/domain/report/report-document.ts';
import { goldenRecords2021 } from '../../../support/golden-workbook.ts';
import { execution, PROOF, records, SETTINGS } from '../records/records-builder.ts';
import { linesOf, tableOf, tablesOf } from './tables.ts';
import { longTest } from '../../../support/long.ts';
import { processorMs } from '../../../support/processor-time.ts';

const TODAY = '2021-10-15';

function compose(rows: WorkbookRecords = records(), asked: Partial<ReportInput> = {}): ReportDocument {
  const assessment = assessWorkbook(rows, TODAY);
  return composeReport({ form: 'full', number: 2, date: TODAY, revision: 1, assessment, ...asked });
}

function textsOf({ parts }: ReportDocument): readonly string[] {
  return parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])),
  );
}

function totalOf(document: ReportDocument): string | undefined {
  return linesOf(tableOf(document, 'states'), ['total', 'done', 'overdue', 'due', 'dueDone', 'percent']).at(
    -1,
  );
}

describe('a workbook with nothing in it', () => {
  test('without schools has the municipality’s own measure alone, and says so', () => {
    const report = compose(records({ schools: [] }));
    expect(totalOf(report)).toBe('1 0 0 0 0 –');
    expect(tableOf(report, 'matrix')).toMatchObject({ rows: [], emptyText: 'Учитываемых школ нет.' });
    expect(textsOf(report)[0]).toContain('учитываемых школ нет');
    expect(textsOf(report)).toContain(
      'Ни по одному исполнению срок ещё не наступил, процент выполнения не считается.',
    );
  });

  test('without executions counts them as not begun or overdue, and says so', () => {
    const report = compose();
    expect(totalOf(report)).toBe('21 0 6 6 0 0');
    expect(textsOf(compose(records(), { form: 'data_quality' }))).toContain(
      'На листе «Исполнение» нет ни одной понятной строки: исполнения учтены как неначатые или просроченные.',
    );
  });

  test('without measures has empty tables', () => {
    const report = compose(records({ measures: [] }));
    expect(tableOf(report, 'states').rows).toEqual([]);
    expect(tableOf(report, 'details').rows).toEqual([]);
  });
});

describe('no report is made', () => {
  test('of a period that is not certain', () => {
    const finding = {
      code: 'period_incomplete',
      severity: 'error',
      place: { worksheet: 'settings', rowId: null },
      message: 'Не задан параметр «Период: конец»; пока считается 31.12.2021.',
      advice: '',
    } as const;
    expect(() => compose(records({ findings: [finding] }))).toThrow(ReportPeriodError);
    expect(() => compose(records({ findings: [finding] }))).toThrow('Не задан параметр «Период: конец»');
    const reversed = { start: '2021-12-31', end: '2021-01-01' } as const;
    expect(() => compose(records({ settings: { ...SETTINGS, period: reversed } }))).toThrow(
      ReportPeriodError,
    );
  });

  test('as of a day to come', () => {
    expect(() => compose(records(), { asOf: '2021-10-16' })).toThrow(ReportInFutureError);
  });

  test('of a quarter or month outside the period, or that there is not', () => {
    expect(() => compose(records(), { span: { kind: 'month', year: 2022, month: 1 } })).toThrow(
      ReportSpanError,
    );
    expect(() => compose(records(), { span: { kind: 'month', year: 2021, month: 13 } })).toThrow(
      ReportSpanError,
    );
  });

  test('of a school that is not counted', () => {
    const card = (school?: string) => () => compose(records(), { form: 'school_card', school });
    expect(card('ОО № 3')).toThrow(ReportSchoolError);
    expect(card()).toThrow('не названа школа');
  });
});

describe('rows that cannot all be counted', () => {
  test('a school named twice counts once, whichever row stands first', () => {
    const twice = [
      { rowId: 's1', name: 'ОО № 1', status: 'ШНОР' },
      { rowId: 's2', name: 'ОО № 1', status: 'вышла' },
    ] as const;
    for (const schools of [twice, twice.toReversed()]) {
      const report = compose(records({ schools }));
      expect(linesOf(tableOf(report, 'matrix'), ['school', 'total'])).toEqual([
        'ОО № 1 10',
        'Всего по школам 10',
      ]);
      expect(linesOf(tableOf(report, 'excluded'), ['count', 'what'])).toContain(
        '1 Повторные строки школ: ОО № 1',
      );
    }
  });

  test('a measure that was deleted takes its executions along, and the notes count them', () => {
    const measures = records().measures.filter(({ number }) => number !== '3.2');
    const report = compose(
      records({ measures, executions: [execution({ mark: 'выполнено', evidence: PROOF })] }),
    );
    expect(totalOf(report)).toBe('19 0 4 4 0 0');
    expect(linesOf(tableOf(report, 'excluded'), ['count', 'what'])).toContain(
      '1 Строки «Исполнения» по мероприятиям, которых нет в регламенте',
    );
  });

  test('a deadline that nobody can read is in no percentage and overdue nowhere', () => {
    const measures = records().measures.map((measure) => ({
      ...measure,
      deadlinePhrase: 'как получится-то',
    }));
    const report = compose(records({ measures }));
    expect(totalOf(report)).toBe('21 0 0 0 0 –');
    expect(textsOf(report).find((text) => text.startsWith('Контрольная дата не определена'))).toContain(
      '1.1, 1.2, 2.1',
    );
  });
});

describe('the forms', () => {
  test('are made of their own parts, and give the same figures', () => {
    const rows = goldenRecords2021();
    const keysOf = (form: ReportInput['form']) =>
      compose(rows, { form, school: 'ОО № 5' }).parts.map(({ key }) => key);
    expect(keysOf('full')).toEqual([
      'title',
      'summary',
      'schools',
      'late',
      'states',
      'details',
      'data_bank',
      'work',
      'notes',
    ]);
    expect(keysOf('brief')).toEqual(['title', 'summary', 'late']);
    expect(keysOf('data_quality')).toEqual(['title', 'quality']);
    expect(keysOf('overdue')).toEqual(['title', 'late']);
    expect(keysOf('data_bank')).toEqual(['title', 'data_bank']);
    expect(keysOf('school_card')).toEqual(['title', 'card']);
    const brief = compose(rows, { form: 'brief' });
    expect(
      tableOf(brief, 'measures').rows.flatMap(({ level, cells }) => (level === 'group' ? [cells[0]] : [])),
    ).toEqual([
      '1. Организационная работа с ШНОР — 21 исполнение, выполнено 8, в том числе с опозданием 1; 83,3 % от наступивших',
      '2. Формирование актуальной информации о ШНОР — 8 исполнений, выполнено 5, в том числе с опозданием 1, ' +
        'просрочено 2; 62,5 % от наступивших',
      '3. Информационно-аналитическая работа с ШНОР — 14 исполнений, выполнено 9, в том числе с опозданием 1, ' +
        'просрочено 3; 69,2 % от наступивших',
      '4. Планирование ресурсов для формирования программ помощи на муниципальном уровне — 35 исполнений, ' +
        'выполнено 15, в том числе с опозданием 2, просрочено 5; 70 % от наступивших',
      '5. Планирование мониторинга эффективности программ помощи ШНОР — 14 исполнений, выполнено 2',
    ]);
    expect(
      linesOf(tableOf(brief, 'measures'), ['total', 'done', 'done_late', 'overdue', 'percent']).at(-1),
    ).toBe('92 34 5 10 70.2');
    const overdue = compose(rows, { form: 'overdue' });
    expect(tableOf(overdue, 'overdue').rows).toEqual(tableOf(compose(rows), 'overdue').rows);
  });

  test('the card of a school has its executions alone, in order of date', () => {
    const card = compose(goldenRecords2021(), { form: 'school_card', school: 's5' });
    expect(linesOf(tableOf(card, 'card'), ['measure', 'control', 'state', 'days']).slice(0, 5)).toEqual([
      '1.1 2021-03-09 done_unproved –',
      '1.2 2021-12-31 in_progress –',
      '1.3 – on_request –',
      '2.1 2021-08-31 overdue 45',
      '3.1 2021-08-31 done –',
    ]);
    expect(tableOf(card, 'card').rows).toHaveLength(13);
    // Of the bank: 10 students, one of them in the ninth grade would be told; groups under ten are hidden.
    const bank = textsOf(compose(goldenRecords2021(), { form: 'school_card', school: 'ОО № 6' }));
    expect(bank).toContain('Доля низких результатов: ВПР, математика — скрыто; ОГЭ — 25 %.');
    // The event of all schools is not added to the people of № 1.
    const work = textsOf(compose(goldenRecords2021(), { form: 'school_card', school: 'ОО № 1' }));
    expect(work).toContain(
      'Кроме того, для всех школ: мероприятия — 1 (участников: руководителей — 6, педагогов — 20).',
    );
  });

  test('the list for the head is addressed to the head', () => {
    const reportLook = { ...SETTINGS.reportLook, headAddressee: 'Начальнику МКУ «УО»' };
    const settings = { ...SETTINGS, reportLook, preparedBy: 'Методист' };
    expect(compose(records({ settings }), { form: 'overdue' }).requisites).toMatchObject({
      documentKind: 'СПИСОК',
      addressee: 'Начальнику МКУ «УО»',
      signer: { position: 'Методист', name: '' },
    });
  });

  test('a card of a school is the department’s own paper: addressed to nobody, signed by the head', () => {
    const { requisites } = compose(records(), { form: 'school_card', school: 'ОО № 1' });
    expect([requisites.addressee, requisites.signer]).toEqual(['', { position: 'Начальник', name: '' }]);
  });

  test('equal inputs give an equal value', () => {
    const rows = goldenRecords2021();
    expect(JSON.stringify(compose(rows))).toBe(JSON.stringify(compose(rows)));
  });

  test('a table of the document has a name of its own', () => {
    const keys = tablesOf(compose(goldenRecords2021())).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('what has changed since the report before', () => {
  const rows = goldenRecords2021();
  const first = compose(rows, { number: 1, asOf: '2021-09-27' });

  test('is told in figures and by name', () => {
    // Between 27.09. and 01.10.: 2.2 done on the 28th, and due; the day of 3.2 and the III quarter comes and goes.
    const second = compose(rows, { asOf: '2021-10-01', previous: first });
    expect(second.parts.map(({ key }) => key).slice(-2)).toEqual(['changes', 'notes']);
    const figures = linesOf(tableOf(second, 'changed_figures'), [
      'number',
      'figure',
      'was',
      'is',
      'difference',
    ]);
    expect(figures.filter((line) => line.startsWith('2.2'))).toEqual([
      '2.2 выполнено 0 1 1',
      '2.2 не наступил срок 1 0 -1',
      '2.2 срок наступил 0 1 1',
      '2.2 выполнено из наступивших 0 1 1',
    ]);
    expect(linesOf(tableOf(second, 'changed_executions'), ['measure', 'school', 'was', 'is'])).toContain(
      '3.2 ОО № 4 not_started overdue',
    );
  });

  test('is nothing where nothing changed', () => {
    const again = compose(rows, { asOf: '2021-09-27', previous: first });
    expect(tableOf(again, 'changed_figures').rows).toEqual([]);
    expect(tableOf(again, 'changed_executions').rows).toEqual([]);
  });

  const NOTHING =
    'Что изменилось, не показано: сводного отчёта за те же дни, с которым можно сравнить, ещё не было.';

  test.each([
    ['a quarter with the year', { span: { kind: 'quarter', year: 2021, quarter: 3 } } as const, first],
    ['a day with a later one', { asOf: '2021-09-26' } as const, first],
    ['anything with what was never made', {}, undefined],
    [
      'a year with its first month, though both begin on one day',
      {},
      compose(rows, { asOf: '2021-09-27', span: { kind: 'month', year: 2021, month: 1 } }),
    ],
  ])('is not counted between %s, and the report says so', (_, asked, previous) => {
    const report = compose(rows, { ...asked, ...(previous && { previous }) });
    expect(report.parts.map(({ key }) => key)).not.toContain('changes');
    expect(textsOf(report)).toContain(NOTHING);
  });
});

longTest('3,000 schools × 11 measures are composed within seconds', () => {
  const schools = Array.from({ length: 3000 }, (_, index) => ({
    rowId: `s${index + 1}`,
    name: `ОО № ${index + 1}`,
    status: 'ШНОР' as const,
  }));
  const assessment = assessWorkbook(records({ schools }), TODAY);
  const compose = () => composeReport({ form: 'full', number: 1, date: TODAY, revision: 1, assessment });
  const report = compose();
  expect(totalOf(report)).toBe('30001 0 9000 9000 0 0');
  expect(processorMs(() => void compose())).toBeLessThan(5000);
  // Of so many rows «Расшифровка» has no further orders: the sheet would be several times as large.
  expect(tableOf(report, 'details').orders).toBeUndefined();
});
