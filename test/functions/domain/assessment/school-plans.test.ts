import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { formatState } from '../../../../functions/domain/assessment/states/format-state.ts';
import { calendarYear } from '../../../../functions/domain/dates/period.ts';
import type { SchoolPlanItem, Settings } from '../../../../functions/domain/records/records.ts';
import { planItem, PROOF, records, SETTINGS } from '../records/records-builder.ts';

const TODAY = '2021-10-25';
const DONE = { mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF } as const;

function assess(items: readonly SchoolPlanItem[], settings: Settings = SETTINGS) {
  return assessWorkbook(records({ schoolPlans: items, settings }), TODAY);
}

function standingOf(changes: Parameters<typeof planItem>[0], settings?: Settings) {
  const [first] = assess([planItem(changes)], settings).schoolPlans;
  if (!first) throw new Error('the row is gone');
  const { standing } = first;
  if (typeof standing === 'string') return standing;
  return [formatState(standing), standing.occurrence?.controlDate ?? null];
}

const findingsOf = (items: readonly SchoolPlanItem[]) =>
  assess(items)
    .findings.filter(({ place }) => place.worksheet === 'schoolPlans')
    .map(({ code, severity, place, school, title, responsible, dueOn, days }) => ({
      code,
      severity,
      rowId: place.rowId,
      column: place.column,
      school,
      title,
      responsible,
      dueOn,
      days,
    }));

describe("a row of a school's plan", () => {
  test.each<[string, Parameters<typeof planItem>[0], ReturnType<typeof standingOf>]>([
    ['not due yet', { deadline: 'Декабрь' }, ['не наступил срок', '2021-12-31']],
    ['due soon', { deadline: 'До 1 ноября' }, ['скоро', '2021-11-01']],
    ['overdue', {}, ['просрочено на 10 дней (6 рабочих)', '2021-10-15']],
    ['begun', { deadline: 'Декабрь', mark: 'в работе' }, ['в работе', '2021-12-31']],
    ['done in time', DONE, ['выполнено', '2021-10-15']],
    ['done late', { ...DONE, doneOn: '2021-10-20' }, ['выполнено с опозданием на 5 дней', '2021-10-15']],
    ['done without a proof', { ...DONE, evidence: {} }, ['выполнено, не подтверждено', '2021-10-15']],
    ['not required', { mark: 'не требуется' }, ['не требуется', '2021-10-15']],
    ['waiting for an act', { deadline: 'Согласно приказу МОиН' }, ['ожидает акта', null]],
    ['with a term that nobody understands', { deadline: 'как получится' }, ['срок не определён', null]],
    [
      'that recurs, by the last of its terms',
      { deadline: 'Ежеквартально' },
      ['не наступил срок', '2021-12-31'],
    ],
    ['of a school that has left', { school: 'ОО № 3' }, 'not_counted'],
    ['of a school that is not on the list', { school: 'ОО № 9' }, 'not_counted'],
  ])('is judged as one of «Исполнение»: %s', (_, changes, expected) => {
    expect(standingOf(changes)).toEqual(expected);
  });

  test('waits for no acceptance: the sheet has no column for it', () => {
    const settings = { ...SETTINGS, control: { ...SETTINGS.control, needsAcceptance: true } };
    expect(standingOf(DONE, settings)).toEqual(['выполнено', '2021-10-15']);
  });

  test('is in no figure of the regulation', () => {
    const without = assess([]);
    const { obligations, findings } = assess([planItem(), planItem({ rowId: 'm2', ...DONE, title: 'Б' })]);
    expect(obligations).toEqual(without.obligations);
    expect(findings.filter(({ place }) => place.worksheet !== 'schoolPlans')).toEqual(
      without.findings.filter(({ code, school }) => code !== 'plan_missing' || school !== 'ОО № 1'),
    );
  });

  test('has its findings beside it, with the school, the measure and who answers', () => {
    expect(
      findingsOf([
        planItem({ responsible: 'заместитель директора' }),
        planItem({ rowId: 'm2', title: 'Б', deadline: 'как получится' }),
        planItem({ rowId: 'm3', title: 'В', ...DONE, evidence: {} }),
        planItem({ rowId: 'm4', title: 'В', ...DONE, evidence: {} }),
      ]).map((each) => Object.values(each)),
    ).toEqual([
      ['deadline_unknown', 'error', 'm2', 'deadline', 'ОО № 1', 'Б', undefined, undefined, undefined],
      ['school_plan_repeated', 'error', 'm4', 'title', 'ОО № 1', 'В', undefined, undefined, undefined],
      [
        'overdue',
        'overdue',
        'm1',
        'mark',
        'ОО № 1',
        'Курсы для учителей математики',
        'заместитель директора',
        '2021-10-15',
        10,
      ],
      [
        'evidence_missing',
        'warning',
        'm3',
        'evidenceKind',
        'ОО № 1',
        'В',
        undefined,
        '2021-10-15',
        undefined,
      ],
    ]);
  });

  test('tells in the explanation that a mark stands for the last of several terms', () => {
    const [first] = assess([planItem({ deadline: 'Ежеквартально' })]).schoolPlans;
    expect(first?.assessment.explanation).toMatch(/Отметка строки — за последний из сроков \(4\)/u);
  });

  test('is the plan that its school has handed in', () => {
    const missing = (items: readonly SchoolPlanItem[]) =>
      assessWorkbook(
        records({
          schoolPlans: items,
          schools: ['ОО № 1', 'ОО № 2'].map((name, index) => ({
            rowId: `s${index + 1}`,
            name,
            status: 'ШНОР',
            bank: { studentsTotal: 100 },
          })),
        }),
        TODAY,
      )
        .findings.filter(({ code }) => code === 'plan_missing')
        .map(({ school }) => school);
    expect(missing([])).toEqual(['ОО № 1', 'ОО № 2']);
    expect(missing([planItem()])).toEqual(['ОО № 2']);
  });
});

describe('after the workbook has turned to its next period', () => {
  const settings: Settings = {
    ...SETTINGS,
    otherPeriods: [{ ...calendarYear(2020) }, { ...calendarYear(2022), firstPlanRow: 9 }],
    firstPlanRow: 3,
  };
  test.each<[string, Parameters<typeof planItem>[0], string]>([
    ['before the first row of the period', { rowId: 'm2' }, 'other_period'],
    ['the first row of the period', { rowId: 'm3' }, 'counted'],
    ['the first row of the next', { rowId: 'm9' }, 'other_period'],
    ['a term that says another year', { rowId: 'm3', deadline: 'до 15.10.2020' }, 'other_period'],
    ['an early row whose term says this year', { rowId: 'm1', deadline: 'до 15.10.2021' }, 'counted'],
    ['a term of several years', { rowId: 'm1', deadline: '2020 – 2022 годы' }, 'counted'],
  ])('%s', (_, changes, expected) => {
    const standing = standingOf(changes, settings);
    expect(typeof standing === 'string' ? standing : 'counted').toBe(expected);
  });

  test('the same measure with the same words is no repeat: only within a period', () => {
    const items = ['m1', 'm3', 'm4'].map((rowId) => planItem({ rowId }));
    const standings = assess(items, settings).schoolPlans.map(({ standing }) => standing);
    expect(standings.map((each) => (typeof each === 'string' ? each : each.state))).toEqual([
      'other_period',
      'overdue',
      'repeated',
    ]);
  });
});
