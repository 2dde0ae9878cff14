import exceljs from 'exceljs';
import { describe, expect, test } from '@jest/globals';
import { checkFormFile, fillFormFile } from '../../../../../functions/adapters/files/own-form/form-file.ts';
import { sampleForms } from '../../../../../functions/adapters/files/own-form/samples.ts';
import { PLAN_LIMITS } from '../../../../../functions/adapters/files/plan/limits.ts';
import { parsePlanTables } from '../../../../../functions/adapters/files/plan/parse-tables.ts';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import { FORM_SCOPE } from '../../../../../functions/domain/report/own-form/fields.ts';
import { formValuesOf } from '../../../../../functions/domain/report/own-form/scope.ts';
import type { OwnFormKind } from '../../../../../functions/domain/report/own-form/own-form.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import { GOLDEN_DAY_2021, goldenRecords2021 } from '../../../../support/golden-workbook.ts';
import { wordFile, inlineCell, sheetFile } from '../../../../support/office-files.ts';

const basis = prepareBasis({ assessment: assessWorkbook(goldenRecords2021(), GOLDEN_DAY_2021) });
const item = { basis, number: 3, date: GOLDEN_DAY_2021, revision: 5 };

async function fill(kind: OwnFormKind, form: Uint8Array): Promise<Uint8Array> {
  const { uses, mistakes } = await checkFormFile(kind, form, PLAN_LIMITS);
  expect(mistakes).toEqual([]);
  const values = formValuesOf(FORM_SCOPE, { item, index: 0, uses: new Set(uses) });
  return fillFormFile(kind, form, { values, date: GOLDEN_DAY_2021 });
}

const tablesIn = (kind: OwnFormKind, bytes: Uint8Array) => parsePlanTables(`.${kind}`, bytes);
const sample = async (kind: OwnFormKind) => {
  const found = (await sampleForms()).find((each) => each.kind === kind);
  return found?.bytes ?? new Uint8Array();
};

/** By hand from the letters of `golden.test.ts`: done and proved of what is required; what is overdue, late. */
const ROADMAP = [
  '1.1 | выполнено 5 из 6 | исполнено частично: 5 из 6, с опозданием 1',
  '1.2 | выполнено 2 из 7 | исполнено частично: 2 из 7',
  '1.3 | выполнено 1 из 7 | исполнено частично: 1 из 7',
  '2.1 | выполнено 4 из 7 | исполнено частично: 4 из 7, просрочено 2, с опозданием 1',
  '2.2 | выполнено 1 из 1 | исполнено',
  '3.1 | выполнено 6 из 7 | исполнено частично: 6 из 7, просрочено 1',
  '3.2 | выполнено 3 из 6 | исполнено частично: 3 из 6, просрочено 2, с опозданием 1',
  '4.1 | выполнено 1 из 7 | исполнено частично: 1 из 7',
  '4.2 | выполнено 14 из 27 | исполнено частично: 14 из 27, просрочено 5, с опозданием 2',
  '5.1 | выполнено 1 из 6 | исполнено частично: 1 из 6',
  '5.2 | выполнено 1 из 7 | исполнено частично: 1 из 7',
];

/** Of schools 1, 5 and 10: all, in time, late, overdue, which, per cent of what has fallen due. */
const QUARTER = [
  '1 | ОО № 1 | 13 | 11 | 0 | 0 |  | 100',
  '5 | ОО № 5 | 13 | 2 | 0 | 4 | 2.1, 3.2, 4.2 | 28.6',
  '8 | ОО № 10 | 3 | 1 | 1 | 1 | 4.2 | 66.7',
  ' | Всего школ: 8; с мероприятиями муниципалитета | 92 | 34 | 5 | 10 |  | 70.2',
];

describe('the samples hold the figures that were worked out by hand', () => {
  test('the roadmap', async () => {
    const [table] = await tablesIn('docx', await fill('docx', await sample('docx')));
    const lines = (table?.rows ?? []).slice(1).map((row) => [row[0], row[4], row[6]].join(' | '));
    expect(lines).toEqual(ROADMAP);
  });

  test('the quarter by schools', async () => {
    const [table] = await tablesIn('xlsx', await fill('xlsx', await sample('xlsx')));
    const lines = (table?.rows ?? []).map((row) => row.slice(0, 8).join(' | '));
    expect(lines.slice(4)).toEqual(expect.arrayContaining(QUARTER));
    expect(lines.slice(4)).toHaveLength(11);
  });

  test.each(['docx', 'xlsx'] as const)('the same %s twice is the same bytes', async (kind) =>
    expect(await fill(kind, await sample(kind))).toEqual(await fill(kind, await sample(kind))),
  );
});

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

describe('a document', () => {
  test('has tags filled that Word has cut into runs, and repeats within repeats', async () => {
    const form = await wordFile(
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{#разделы}}{{раз</w:t></w:r><w:r><w:t>дел}}</w:t></w:r></w:p></w:tc></w:tr>' +
        '<w:tr><w:tc><w:p><w:r><w:t>{{#мероприятия}}{{№}}. {{номер}}: {{процент}}{{/мероприятия}}{{/разделы}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      { '[Content_Types].xml': CONTENT_TYPES },
    );
    const [table] = await tablesIn('docx', await fill('docx', form));
    expect((table?.rows ?? []).slice(0, 4).map(([text]) => text)).toEqual([
      '1. Организационная работа с ШНОР',
      '1. 1.1: 83,32. 1.2: —3. 1.3: —',
      '2. Формирование актуальной информации о ШНОР',
      '1. 2.1: 57,12. 2.2: 100',
    ]);
  });
});

const HOSTILE = 'a\u0000\u0008\uFFFE <b>&"] 😀 \u202Eשלום _x0041_ {{период}}';

test.each(['docx', 'xlsx'] as const)(
  'what no XML may hold, and what looks like XML or a tag, is text in a .%s',
  async (kind) => {
    const form =
      kind === 'docx'
        ? await wordFile(
            '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{учреждение}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
            {
              '[Content_Types].xml': CONTENT_TYPES,
            },
          )
        : await sheetFile({ rows: `<row r="1">${inlineCell('{{учреждение}}', 'A1')}</row>` });
    const filled = await fillFormFile(kind, form, { values: { учреждение: HOSTILE }, date: GOLDEN_DAY_2021 });
    const [table] = await tablesIn(kind, filled);
    expect(table?.rows[0]?.[0]).toBe('a <b>&"] 😀 \u202Eשלום _x0041_ {{период}}');
  },
);

describe('a sheet', () => {
  const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
  const open = async (bytes: Uint8Array) => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const [sheet] = book.worksheets;
    if (!sheet) throw new Error('no sheet');
    return sheet;
  };

  test('moves what stands below a repeat, with what is merged there, and keeps numbers as numbers', async () => {
    const sheet = await open(
      await fill(
        'xlsx',
        await sheetFile({
          rows: [
            row(1, inlineCell('{{#разделы}}{{раздел}}', 'A1')),
            row(
              2,
              inlineCell('{{#мероприятия}}{{номер}}', 'A2'),
              inlineCell('{{всего}}{{/мероприятия}}', 'B2'),
            ),
            row(
              3,
              inlineCell('Итого', 'A3'),
              inlineCell('{{всего}}', 'B3'),
              inlineCell('{{/разделы}}', 'C3'),
            ),
            row(5, inlineCell('Школ {{школ_всего}}', 'A5'), '<c r="B5"><v>7</v></c>'),
          ].join(''),
          after: '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A5:A6"/></mergeCells>',
        }),
      ),
    );
    const values = [1, 2, 4, 5, 6, 10, 23].map((number) =>
      [1, 2].map((column) => sheet.getRow(number).getCell(column).value),
    );
    expect(values).toEqual([
      ['1. Организационная работа с ШНОР', '1. Организационная работа с ШНОР'],
      ['1.1', '7'],
      ['1.3', '7'],
      ['Итого', 21],
      ['2. Формирование актуальной информации о ШНОР', '2. Формирование актуальной информации о ШНОР'],
      ['3. Информационно-аналитическая работа с ШНОР', '3. Информационно-аналитическая работа с ШНОР'],
      ['Школ 8', 7],
    ]);
    expect(Object.keys(sheet.model.merges)).toHaveLength(6);
    expect(sheet.model.merges).toEqual(['A1:C1', 'A6:C6', 'A10:C10', 'A14:C14', 'A18:C18', 'A23:A24']);
  });

  test('has no row of what there is none of', async () => {
    const rows = [
      row(1, inlineCell('{{#показатели}}{{школа}}', 'A1'), inlineCell('{{/показатели}}', 'B1')),
      row(2, inlineCell('{{^показатели}}Показателей нет', 'A2'), inlineCell('{{/показатели}}', 'B2')),
    ];
    const none = { ...item, basis: { ...basis, schools: [] } };
    const form = await sheetFile({ rows: rows.join('') });
    const values = formValuesOf(FORM_SCOPE, { item: none, index: 0, uses: new Set(['показатели', 'школа']) });
    const sheet = await open(await fillFormFile('xlsx', form, { values, date: GOLDEN_DAY_2021 }));
    expect(sheet.getRow(1).getCell(1).value).toBe('Показателей нет');
    expect(sheet.rowCount).toBe(1);
  });
});
