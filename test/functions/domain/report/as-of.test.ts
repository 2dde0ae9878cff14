import { describe, expect, test } from '@jest/globals';
import type { Execution, School } from '../../../../functions/domain/records.ts';
import { recordsAsOf } from '../../../../functions/domain/report/as-of.ts';
import { execution, PROOF, records } from '../records-builder.ts';

const DAY = '2021-09-30';
const TODAY = '2021-11-10';

function executionOn(changes: Partial<Execution>, today: typeof TODAY | typeof DAY = TODAY) {
  const { records: past, gaps } = recordsAsOf(records({ executions: [execution(changes)] }), {
    asOf: DAY,
    today,
  });
  return { execution: past.executions[0], gaps };
}

describe('an execution, as of a past day', () => {
  test('that is done later is not done', () => {
    const { execution: past, gaps } = executionOn({
      mark: 'выполнено',
      doneOn: '2021-10-01',
      evidence: PROOF,
    });
    expect(past).toEqual(execution());
    expect(gaps.doneLater).toBe(1);
  });

  test('with a later document is not proved', () => {
    const evidence = { ...PROOF, date: '2021-10-01' } as const;
    const { execution: past, gaps } = executionOn({ mark: 'выполнено', doneOn: '2021-09-30', evidence });
    expect(past).toEqual(execution({ mark: 'выполнено', doneOn: '2021-09-30' }));
    expect(gaps.provedLater).toBe(1);
  });

  test('without any date may have been done by then: it is not proved, and the notes say so', () => {
    const undated = { mark: 'выполнено', evidence: { link: 'https://example.org' } } as const;
    const { execution: past, gaps } = executionOn(undated);
    expect(past).toEqual(execution({ mark: 'выполнено' }));
    expect(gaps.doneUndated).toBe(1);
    expect(executionOn(undated, DAY).execution).toEqual(execution(undated));
  });

  test('keeps a mark that bears no date, and the notes count it', () => {
    const { execution: past, gaps } = executionOn({ mark: 'в работе' });
    expect(past).toEqual(execution({ mark: 'в работе' }));
    expect(gaps.marksUndated).toBe(1);
    expect(executionOn({ mark: 'в работе' }, DAY).gaps.marksUndated).toBe(0);
  });
});

describe('a school, as of a past day', () => {
  function schoolOn(school: Omit<School, 'rowId' | 'name'>) {
    const schools = [{ rowId: 's1', name: 'ОО № 1', ...school }];
    const { records: past, gaps } = recordsAsOf(records({ schools }), { asOf: DAY, today: TODAY });
    return { school: past.schools[0], gaps };
  }

  test('that left later still counts', () => {
    const { school, gaps } = schoolOn({
      status: 'вышла',
      bank: { exitDate: '2021-10-01', exitBasis: 'приказ' },
    });
    expect(school).toEqual({ rowId: 's1', name: 'ОО № 1', status: 'ШНОР', bank: {} });
    expect(gaps.schoolsLeftLater).toEqual(['ОО № 1']);
  });

  test('that came a year later does not count', () => {
    const { school, gaps } = schoolOn({ status: 'ШНОР', bank: { yearIncluded: 2022 } });
    expect(school).toBeUndefined();
    expect(gaps.schoolsIncludedLater).toEqual(['ОО № 1']);
  });

  test('whose figures were renewed later has none of them', () => {
    const bank = { listBasis: 'письмо', graduates9: 14, updatedOn: '2021-10-01' } as const;
    const { school, gaps } = schoolOn({ status: 'ШНОР', bank });
    expect(school?.bank).toEqual({ listBasis: 'письмо' });
    expect(gaps.bankLater).toEqual(['ОО № 1']);
  });

  test('keeps a plan of that day or before', () => {
    const bank = { planDate: DAY, planNumber: '5', graduates9: 14 } as const;
    expect(schoolOn({ status: 'ШНОР', bank }).school?.bank).toEqual(bank);
    const later = { ...bank, planDate: '2021-10-01' } as const;
    expect(schoolOn({ status: 'ШНОР', bank: later }).school?.bank).toEqual({ graduates9: 14 });
  });
});
