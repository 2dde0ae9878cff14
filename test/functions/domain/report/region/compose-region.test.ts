import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import type { WorkbookRecords } from '../../../../../functions/domain/records/records.ts';
import { composeRegion } from '../../../../../functions/domain/report/region/compose-region.ts';
import type { RegionMember } from '../../../../../functions/domain/report/region/region.ts';
import { aggregatesOf } from '../../../../../functions/domain/report/report-aggregates.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import type { Requisites } from '../../../../../functions/domain/report/report-document.ts';
import { statesShown } from '../../../../../functions/domain/report/tables/figure-states.ts';
import {
  GOLDEN_DAY_2020_21,
  GOLDEN_DAY_2021,
  goldenRecords2020to21,
  goldenRecords2021,
} from '../../../../support/golden-workbook.ts';
import { records } from '../../records/records-builder.ts';
import { linesOf, tableOf } from '../tables.ts';

const REQUISITES: Requisites = {
  standard: 'ГОСТ Р 7.0.97-2025',
  institution: 'МОиН Челябинской области',
  contacts: '',
  documentKind: 'СВОДНЫЙ ОТЧЁТ',
  reference: '',
  addressee: '',
  heading: 'О сопровождении ШНОР',
  signer: { position: '', name: '' },
  executor: '',
};

function member(workbook: string, rows: WorkbookRecords, day: CalendarDate): RegionMember {
  return {
    workbook,
    aggregates: aggregatesOf(prepareBasis({ assessment: assessWorkbook(rows, '2021-11-10'), asOf: day })),
  };
}

const YEAR_2021 = { start: '2021-01-01', end: '2021-12-31', title: '2021 год' } as const;
const YEAR_2020 = { start: '2020-01-01', end: '2020-12-31', title: '2020 год' } as const;
const JANUARY = { start: '2021-01-01', end: '2021-01-31', title: 'январь 2021 года' } as const;

const MEMBERS = [
  member('Округ А', goldenRecords2021(), GOLDEN_DAY_2021),
  member('Округ Б', records(), '2021-10-01'),
  { workbook: 'Округ В', aggregates: null },
  member('Округ Г', goldenRecords2020to21(), GOLDEN_DAY_2020_21),
];

const compose = (members: readonly RegionMember[]) =>
  composeRegion({ number: 0, date: '2021-11-10', revision: 0, requisites: REQUISITES, members });

describe('the report of a region', () => {
  test('adds up the reports of one period, and names who has not reported or reports on another', () => {
    const region = compose(MEMBERS);
    // Округ А: the golden 92. Округ Б on 01.10.: 2 schools, 21, of which 2.1, 3.1 and 3.2 overdue (6).
    expect(
      linesOf(tableOf(region, 'members'), [
        'workbook',
        'report',
        'schools',
        'total',
        'done_late',
        'overdue',
        'due',
        'dueDone',
        'percent',
      ]),
    ).toEqual([
      'Округ А на 15.10.2021 8 92 5 10 47 33 70.2',
      'Округ Б на 01.10.2021 2 21 0 6 6 0 0',
      'Округ В не отчитался – – – – – – –',
      'Округ Г за другой период – – – – – – –',
      'Всего – 10 113 5 16 53 33 62.3',
    ]);
    const shown = statesShown({});
    expect(linesOf(tableOf(region, 'states'), ['total', ...shown, 'due', 'dueDone', 'percent']).at(-1)).toBe(
      '113 34 5 4 7 20 16 9 8 6 4 53 33 62.3',
    );
    const sentences = region.parts[0]?.blocks.map((block) => (block.kind === 'text' ? block.text : ''));
    expect(sentences).toEqual([
      'По состоянию на 15.10.2021, а по части муниципалитетов на более ранние дни (на 01.10.2021 — Округ Б), ' +
        'за отчётный период — 2021 год — из 4 муниципалитетов отчитались 2; на сопровождении 10 школ.',
      'Срок наступил по 53 исполнениям, из них выполнено и подтверждено 33 (62,3 %), в том числе с опозданием 5.',
      'Не отчитались: Округ В.',
      'Отчитались за другой период и не сложены: Округ Г.',
    ]);
    expect(linesOf(tableOf(region, 'region_notes'), ['where'])).toEqual(['Округ Б', 'Округ Г']);
  });

  test('says of whom it is not known how much was done late', () => {
    const [own, other] = MEMBERS;
    const { aggregates } = own ?? {};
    if (!aggregates || !other) throw new Error('both have reported');
    // As reports were stored before work done late was told apart.
    const measures = aggregates.measures.map(({ byState: { done_late: late = 0, ...byState }, ...each }) => ({
      ...each,
      byState: { ...byState, done: (byState.done ?? 0) + late },
    }));
    const region = compose([{ workbook: 'Округ А', aggregates: { ...aggregates, measures } }, other]);
    expect(linesOf(tableOf(region, 'states'), ['total', 'done', 'done_late', 'dueDone']).at(-1)).toBe(
      '113 39 0 33',
    );
    expect(linesOf(tableOf(region, 'region_notes'), ['where', 'text'])).toContain(
      'Округ А Отчёт составлен прежней версией: выполненное с опозданием в нём не отделено от выполненного в срок.',
    );
  });

  test.each([
    ['the later', [YEAR_2020, YEAR_2021], '2021 год'],
    ['the longer of those that begin on one day', [JANUARY, YEAR_2021], '2021 год'],
    ['the more common, though earlier', [YEAR_2021, YEAR_2020, YEAR_2020], '2020 год'],
  ])('of spans that are equally common adds up %s', (_, spans, title) => {
    const { aggregates } = member('', records(), '2021-10-01');
    if (!aggregates) throw new Error('it has reported');
    const members = spans.map((span, index) => ({
      workbook: `Округ ${index}`,
      aggregates: { ...aggregates, span },
    }));
    expect([compose(members).span.title, compose(members.toReversed()).span.title]).toEqual([title, title]);
  });

  test('names workbooks of one name: their municipality may be in the sum twice', () => {
    const [own, other, silent] = MEMBERS;
    if (!own || !other || !silent) throw new Error('there are four');
    const said = (...names: readonly string[]) => {
      const members = names.map((workbook, index) => ({ ...(index === 0 ? own : other), workbook }));
      const [{ blocks } = { blocks: [] }] = compose([...members, { ...silent, workbook: 'Округ А' }]).parts;
      return blocks.flatMap((block) =>
        block.kind === 'text' && /несколько книг/u.test(block.text) ? [block.text] : [],
      );
    };
    expect(said('Округ А', 'Округ Б')).toEqual([]);
    expect(said('Округ А', 'Округ Б', 'ОКРУГ  A', 'Округ А.')).toEqual([
      'Внимание: под одним названием сложено несколько книг (ОКРУГ  A — 3). Если это один муниципалитет, он посчитан не ' +
        'один раз: назовите только действующую книгу.',
    ]);
  });

  test('is the same in whatever order the workbooks are named', () => {
    expect(compose(MEMBERS.toReversed())).toEqual(compose(MEMBERS));
  });

  test('keeps measures apart that only share a number', () => {
    const measures = records().measures.map((measure) =>
      measure.number === '3.2' ? { ...measure, title: 'Иное мероприятие' } : measure,
    );
    const region = compose([
      member('А', records(), '2021-10-01'),
      member('Б', records({ measures }), '2021-10-01'),
    ]);
    expect(
      linesOf(tableOf(region, 'states'), ['number', 'total']).filter((line) => line.startsWith('3.2')),
    ).toEqual(['3.2 2', '3.2 2']);
  });

  test('has measures in the order of their numbers, then names, under their sections', () => {
    const names = [
      ['1.10', 'Десятое', 'Первый'],
      ['1.2', 'Яблоко', 'Первый'],
      ['1.2', 'Арбуз', 'Первый'],
      ['1.1', 'Первое', ''],
    ] as const;
    const [first] = records().measures;
    const members = names.map(([number, title, section], index) => {
      const measures = first ? [{ ...first, number, title, section, deadlinePhrase: 'до 1 мая' }] : [];
      return member(`Округ ${index}`, records({ measures }), '2021-10-01');
    });
    const { rows } = tableOf(compose(members), 'states');
    expect(rows.map(({ level, cells }) => [level, ...cells.slice(0, 3)].join(' | '))).toEqual([
      'group | Раздел не указан |  | ',
      'row | 1.1 | Первое | 2',
      'subtotal |  | Итого по разделу | 2',
      'group | Первый |  | ',
      'row | 1.2 | Арбуз | 2',
      'row | 1.2 | Яблоко | 2',
      'row | 1.10 | Десятое | 2',
      'subtotal |  | Итого по разделу | 6',
      'total |  | Всего | 8',
    ]);
  });

  test('of nobody says that nobody has reported', () => {
    const region = compose([{ workbook: 'Округ В', aggregates: null }]);
    expect(region.parts[0]?.blocks[0]).toMatchObject({
      text: 'Ни один муниципалитет не отчитался: складывать нечего.',
    });
    expect(tableOf(region, 'states').rows).toEqual([]);
  });
});
