import { describe, expect, test } from '@jest/globals';
import { describeEnd, describeImport } from '../../../../functions/use-cases/import/describe-import.ts';
import { planSchoolImport, toAddition } from '../../../../functions/use-cases/import/plan-import.ts';
import { takeFurther } from '../../../../functions/use-cases/import/school-import.ts';
import { parseForeignPlan } from '../../../../functions/workbook/foreign-plan/parse-plan.ts';
import { calendarYear } from '../../../../functions/domain/dates/period.ts';
import type { SchoolPlanItem, Settings } from '../../../../functions/domain/records/records.ts';
import { planItem, records, SETTINGS } from '../../domain/records/records-builder.ts';

const SCHOOL = 'ОО № 1';

function importPlan(
  rows: string[][],
  standing: readonly SchoolPlanItem[] = [],
  { only, settings = SETTINGS }: { only?: readonly string[]; settings?: Settings } = {},
) {
  const foreign = parseForeignPlan([{ kind: 'table', name: '1', rows }]);
  if (!foreign) throw new Error('no plan');
  const { cellsOf, left } = takeFurther(foreign.untaken);
  const plan = planSchoolImport(foreign.items, records({ schoolPlans: standing, settings }), {
    school: SCHOOL,
    only,
    cellsOf,
  });
  return {
    rows: plan.additions.map((item) => toAddition(item, SCHOOL).cells),
    known: plan.known.map(({ title }) => title),
    lines: [
      ...describeImport(plan, { ...foreign, untaken: left }),
      describeEnd(plan, false, (into) => `Дописать ${into}?`),
    ]
      .join('\n')
      .split('\n'),
  };
}

const HEADER = ['№', 'Фактор риска', 'Мероприятие', 'Срок', 'Ответственный', 'Показатель', 'Бюджет'];
const ROADMAP = [
  HEADER,
  ['1', 'Дефицит кадров', 'Курсы для учителей', 'до 15 октября', 'директор', 'прошли 60 %', '0'],
  ['2', 'Дефицит кадров', 'Наставничество', 'сентябрь – май', 'завуч', '', ''],
  ['3', 'Мотивация', 'Курсы для учителей', 'до 15 октября', '', '', ''],
];

describe("a school's own plan from a file", () => {
  test('becomes rows with their risk factors, indicators and numbers', () => {
    expect(importPlan(ROADMAP).rows).toEqual([
      {
        school: SCHOOL,
        title: 'Курсы для учителей',
        riskFactor: 'Дефицит кадров',
        deadline: 'до 15 октября',
        responsible: 'директор',
        indicator: 'прошли 60 %',
        note: 'п. 1',
      },
      {
        school: SCHOOL,
        title: 'Наставничество',
        riskFactor: 'Дефицит кадров',
        deadline: 'сентябрь – май',
        responsible: 'завуч',
        indicator: null,
        note: 'п. 2',
      },
      {
        school: SCHOOL,
        title: 'Курсы для учителей',
        riskFactor: 'Мотивация',
        deadline: 'до 15 октября',
        responsible: null,
        indicator: null,
        note: 'п. 3',
      },
    ]);
  });

  test('names what it takes, what it leaves and where it would go', () => {
    const { lines } = importPlan(ROADMAP);
    expect(lines).toEqual(
      expect.arrayContaining([
        '1. Курсы для учителей',
        '   срок: до 15 октября — контрольная дата 15.10.2021',
        '   фактор риска: Дефицит кадров',
        '   показатель: прошли 60 %',
        '   в примечание: п. 1',
        'Не взято, в «Планах школ» этому нет места (1):',
        '   столбец «Бюджет» (1 ячейка): «0»',
        'Найдено: 3 мероприятия. Дописать в «Планы школ» («ОО № 1»)?',
      ]),
    );
    expect(lines.join('\n')).not.toContain('Регламент');
  });

  test('takes a heading that names a risk for the factor, and notes any other', () => {
    const { rows } = importPlan([
      ['№', 'Мероприятие', 'Срок'],
      ['Низкая учебная мотивация', 'Низкая учебная мотивация', 'Низкая учебная мотивация'],
      ['1.1', 'Клуб', 'май'],
      ['Организационные меры', 'Организационные меры', 'Организационные меры'],
      ['2.1', 'Приказ', 'август'],
    ]);
    expect(rows.map(({ title, riskFactor, note }) => [title, riskFactor, note])).toEqual([
      ['Клуб', 'Низкая учебная мотивация', 'п. 1.1'],
      ['Приказ', null, 'п. 2.1; раздел «Организационные меры»'],
    ]);
  });

  test('is appended once; the same measure of another school, or against another risk, is another', () => {
    const standing = [
      planItem({ title: 'Курсы для учителей', deadline: 'до 15 октября', riskFactor: 'Дефицит кадров' }),
      planItem({ rowId: 'm2', school: 'ОО № 2', title: 'Наставничество', deadline: 'сентябрь – май' }),
    ];
    const { rows, known } = importPlan(ROADMAP, standing);
    expect([rows.map(({ title }) => title), known]).toEqual([
      ['Наставничество', 'Курсы для учителей'],
      ['Курсы для учителей'],
    ]);
  });

  test('of a new period is new, though last year it said the same; what names its year stands once', () => {
    const settings = { ...SETTINGS, otherPeriods: [calendarYear(2020)], firstPlanRow: 3 };
    const standing = [
      planItem({ title: 'Курсы для учителей', deadline: 'до 15 октября', riskFactor: 'Дефицит кадров' }),
      planItem({ rowId: 'm2', title: 'Клуб', deadline: 'май 2020', riskFactor: 'Мотивация' }),
    ];
    const rows = [
      HEADER,
      ['1', 'Дефицит кадров', 'Курсы для учителей', 'до 15 октября', '', '', ''],
      ['2', 'Мотивация', 'Клуб', 'май 2020', '', '', ''],
    ];
    const plan = importPlan(rows, standing, { settings });
    expect([plan.rows.map(({ title }) => title), plan.known]).toEqual([['Курсы для учителей'], ['Клуб']]);
  });

  test('takes those that were chosen by the numbers of the preview', () => {
    expect(importPlan(ROADMAP, [], { only: ['2'] }).rows.map(({ title }) => title)).toEqual([
      'Наставничество',
    ]);
  });
});
