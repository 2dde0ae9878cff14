import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { composeReport, type ReportInput } from '../../../../functions/domain/report/compose-document.ts';
import type { ReportPart } from '../../../../functions/domain/report/report-document.ts';
import type { SchoolPlanItem } from '../../../../functions/domain/records/records.ts';
import { planItem, PROOF, records } from '../records/records-builder.ts';

const TODAY = '2021-10-25';
const DONE = { mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF } as const;

/** Five measures of one school and one of a school that is not counted; a second school has a plan by its number only. */
const ITEMS = [
  planItem({ rowId: 'm1', title: 'А' }),
  planItem({ rowId: 'm2', title: 'Б', deadline: 'Декабрь', responsible: 'директор', indicator: '60 %' }),
  planItem({ rowId: 'm3', title: 'В', ...DONE }),
  planItem({ rowId: 'm4', title: 'Г', ...DONE, doneOn: '2021-10-20' }),
  planItem({ rowId: 'm5', title: 'Д', ...DONE, evidence: {} }),
  planItem({ rowId: 'm6', title: 'Е', school: 'ОО № 4' }),
];

function compose(schoolPlans: readonly SchoolPlanItem[], asked: Partial<ReportInput> = {}) {
  const schools = (['ШНОР', '500+', 'ШНОР', 'вышла'] as const).map((status, index) => ({
    rowId: `s${index + 1}`,
    name: `ОО № ${index + 1}`,
    status,
    ...(index === 1 && { bank: { planNumber: '12', planDate: '2021-09-15' as const } }),
  }));
  const assessment = assessWorkbook(records({ schoolPlans, schools }), TODAY);
  return composeReport({ assessment, form: 'full', number: 1, date: TODAY, revision: 1, ...asked });
}

function partOf({ parts }: { readonly parts: readonly ReportPart[] }, key: string) {
  const blocks = parts.find((part) => part.key === key)?.blocks ?? [];
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return {
    text: blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])),
    rows: tables.flatMap(({ rows }) => rows.map(({ cells }) => cells)),
    links: tables.flatMap(({ rows }) => rows.map(({ links = {} }) => Object.keys(links))),
    sources: tables.flatMap(({ rows }) => rows.map(({ source }) => source?.rowId)),
  };
}

describe("the schools' own plans in the report", () => {
  test('are told by their share and by school, each figure leading to its rows', () => {
    const { text, rows, links } = partOf(compose(ITEMS), 'school_plans');
    expect(text).toEqual([
      'Планы есть у 2 из 3 школ (66,7 %). В них 5 мероприятий: срок наступил по 4, из них выполнено и подтверждено 2 ' +
        '(50 %); с опозданием выполнено 1; просрочено 1.',
    ]);
    expect(rows).toEqual([
      [1, 'ОО № 1', 'есть, реквизиты не указаны', 5, 1, 1, 1, 4, 50],
      [2, 'ОО № 2', 'от 15.09.2021 № 12', null, null, null, null, null, ''],
      [3, 'ОО № 3', 'не сдан', null, null, null, null, null, ''],
      [null, 'Всего по школам', '2 из 3', 5, 1, 1, 1, 4, 50],
    ]);
    expect(links[0]).toEqual(['total', 'done', 'done_late', 'overdue', 'due', 'percent']);
  });

  test('are told measure by measure in the annex, by school and state', () => {
    const { rows, sources } = partOf(compose(ITEMS), 'school_plans_details');
    expect(rows.map((cells) => [cells[2], cells[5], cells[7], cells[8]])).toEqual([
      ['В', '2021-10-15', 'done', null],
      ['Г', '2021-10-15', 'done_late', 5],
      ['Д', '2021-10-15', 'done_unproved', null],
      ['А', '2021-10-15', 'overdue', 10],
      ['Б', '2021-12-31', 'not_started', null],
    ]);
    expect(sources).toEqual(['m3', 'm4', 'm5', 'm1', 'm2']);
  });

  test('stand in the short report without links, and the own one on the card of its school', () => {
    const brief = compose(ITEMS, { form: 'brief' });
    expect(partOf(brief, 'school_plans').rows).toEqual(partOf(compose(ITEMS), 'school_plans').rows);
    expect(partOf(brief, 'school_plans').links.flat()).toEqual([]);
    const card = (school: string) => {
      const { rows } = partOf(compose(ITEMS, { form: 'school_card', school }), 'card');
      const start = rows.findIndex(([title]) => title === 'дефицит педагогических кадров');
      return start < 0 ? [] : rows.slice(start).map((cells) => cells.slice(0, 5));
    };
    expect(card('ОО № 1')).toEqual([
      ['дефицит педагогических кадров', null, null, null, null],
      ['В', 'До 15 октября', '2021-10-15', '', 'done'],
      ['Г', 'До 15 октября', '2021-10-15', '', 'done_late'],
      ['Д', 'До 15 октября', '2021-10-15', '', 'done_unproved'],
      ['А', 'До 15 октября', '2021-10-15', '', 'overdue'],
      ['Б (показатель: 60 %)', 'Декабрь', '2021-12-31', 'директор', 'not_started'],
    ]);
    expect(card('ОО № 2')).toEqual([]);
  });

  test('of a past day are as they stood: later work is not done yet, a plan approved later is not there', () => {
    const { text } = partOf(compose(ITEMS, { asOf: '2021-09-10' }), 'school_plans');
    expect(text).toEqual([
      'Планы есть у 1 из 3 школ (33,3 %). В них 5 мероприятий: срок пока не наступил ни по одному.',
    ]);
    const [first] = ITEMS;
    const second = { ...planItem({ rowId: 'm7', title: 'Ж', school: 'ОО № 2' }) };
    const { rows } = partOf(compose([first ?? second, second], { asOf: '2021-09-10' }), 'school_plans');
    expect(rows.map((cells) => cells.slice(1, 4))).toEqual([
      ['ОО № 1', 'есть, реквизиты не указаны', 1],
      ['ОО № 2', 'не сдан', null],
      ['ОО № 3', 'не сдан', null],
      [null, '1 из 3', 1].map((cell, index) => (index === 0 ? 'Всего по школам' : cell)),
    ]);
  });

  test('of a quarter are those that fall due in it', () => {
    const { text } = partOf(
      compose(ITEMS, { span: { kind: 'quarter', year: 2021, quarter: 4 } }),
      'school_plans',
    );
    expect(text[0]).toMatch(/Со сроком в отчётные дни в них 5 мероприятий/u);
    const { text: third } = partOf(
      compose(ITEMS, { span: { kind: 'quarter', year: 2021, quarter: 3 } }),
      'school_plans',
    );
    expect(third[0]).toMatch(/Мероприятий со сроком в отчётные дни в них нет\.$/u);
  });

  test('are no word of a report of a workbook without them', () => {
    const forms = ['full', 'brief'] as const;
    const keys = forms.map((form) => compose([], { form }).parts.map(({ key }) => key));
    expect(keys.flat().filter((key) => key.includes('plan'))).toEqual([]);
    expect(compose([planItem({ school: 'ОО № 4' })])).toEqual(compose([]));
  });
});
