import { describe, expect, test } from '@jest/globals';
import type { Execution, School } from '../../../../functions/domain/records/records.ts';
import { recordsAsOf } from '../../../../functions/domain/report/as-of.ts';
import { execution, PROOF, records } from '../records/records-builder.ts';

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

describe('what a past day does not know yet', () => {
  const act = { rowId: 'a1', kind: 'письмо', issuer: 'МОиН', number: '5', measures: ['1.1'] } as const;
  const entry = { rowId: 'j1', kind: 'КПК', measure: '4.2', school: null, topic: '', evidence: {} } as const;
  const none = {
    doneLater: 0,
    provedLater: 0,
    doneUndated: 0,
    marksUndated: 0,
    actsLater: 0,
    journalLater: 0,
    journalProvedLater: 0,
    schoolsIncludedLater: [],
    schoolsLeftLater: [],
    bankLater: [],
  };

  test('of acts and entries: those of the day stand, later ones are counted', () => {
    const acts = [
      { ...act, date: DAY },
      { ...act, rowId: 'a2', date: '2021-10-01' },
      { ...act, rowId: 'a3', date: '2021-10-02' },
    ] as const;
    const journal = [
      { ...entry, date: DAY, evidence: { ...PROOF, date: DAY } },
      { ...entry, rowId: 'j2', date: DAY, evidence: { ...PROOF, date: '2021-10-01' } },
      { ...entry, rowId: 'j3', date: '2021-10-01' },
    ] as const;
    const { records: past, gaps } = recordsAsOf(records({ acts, journal }), { asOf: DAY, today: TODAY });
    expect([past.acts, past.journal]).toEqual([
      [acts[0]],
      [journal[0], { ...entry, rowId: 'j2', date: DAY }],
    ]);
    expect(gaps).toEqual({ ...none, actsLater: 2, journalLater: 1, journalProvedLater: 1 });
  });

  const LATER_PROOF = { ...PROOF, date: '2021-10-01' } as const;

  test.each([
    // What was typed → as it stands, and what the notes count.
    [{ mark: 'выполнено', doneOn: DAY, evidence: { ...PROOF, date: DAY } }, 'as typed', {}],
    [{ mark: 'выполнено', evidence: PROOF }, 'as typed', {}],
    [{ mark: 'выполнено', evidence: LATER_PROOF }, { mark: 'не начато', evidence: {} }, { doneLater: 1 }],
    [
      { mark: 'в работе', doneOn: '2021-10-01', evidence: LATER_PROOF },
      { mark: 'в работе', evidence: {} },
      { marksUndated: 1 },
    ],
    [{ mark: 'в работе', doneOn: DAY, evidence: PROOF }, 'as typed', { marksUndated: 1 }],
    [{ mark: 'не требуется', evidence: {} }, 'as typed', { marksUndated: 1 }],
    [{ mark: 'не начато', doneOn: '2021-10-01', evidence: {} }, { mark: 'не начато', evidence: {} }, {}],
  ] as const)('of an execution %j: %j', (typed, stands, counted) => {
    const rows = records({ schools: [], executions: [execution(typed)] });
    const { records: past, gaps } = recordsAsOf(rows, { asOf: DAY, today: TODAY });
    expect(past.executions).toEqual([execution(stands === 'as typed' ? typed : stands)]);
    expect(gaps).toEqual({ ...none, ...counted });
  });

  const REGISTRY = {
    officialName: 'МБОУ «Школа»',
    listBasis: 'письмо',
    yearIncluded: 2020,
    includedOn: '2020-09-01',
  } as const;
  const FIGURES = {
    studentsTotal: 120,
    planDate: '2021-02-01',
    planNumber: '4',
    curator: 'куратор',
  } as const;

  test.each([
    // The bank as typed → as it stands, and what the notes name.
    [{ ...REGISTRY, ...FIGURES, updatedOn: DAY }, 'as typed', {}],
    [{ ...REGISTRY, ...FIGURES, updatedOn: '2021-10-01' }, REGISTRY, { bankLater: ['ОО № 1'] }],
    [
      { ...REGISTRY, exitDate: DAY, exitBasis: 'приказ', studentsTotal: 9, updatedOn: '2021-10-01' },
      { ...REGISTRY, exitDate: DAY, exitBasis: 'приказ' },
      { bankLater: ['ОО № 1'] },
    ],
    [{ exitDate: DAY, exitBasis: 'приказ' }, 'as typed', {}],
    [{ exitDate: '2021-10-01', exitBasis: 'приказ', studentsTotal: 9 }, { studentsTotal: 9 }, {}],
    [{ includedOn: DAY }, 'as typed', {}],
    [{ includedOn: '2021-10-01' }, undefined, { schoolsIncludedLater: ['ОО № 1'] }],
    [{ planNumber: '4', planDate: '2021-10-01' }, {}, {}],
    [{ planNumber: '4' }, 'as typed', {}],
  ] as const)('of a school’s data %j: %j', (typed, stands, named) => {
    const school = { rowId: 's1', name: 'ОО № 1', status: 'ШНОР' } as const;
    const rows = records({ schools: [{ ...school, bank: typed }] });
    const { records: past, gaps } = recordsAsOf(rows, { asOf: DAY, today: TODAY });
    const bank = stands === 'as typed' ? typed : stands;
    expect(past.schools).toEqual(bank === undefined ? [] : [{ ...school, bank }]);
    expect(gaps).toEqual({ ...none, ...named });
  });
});
