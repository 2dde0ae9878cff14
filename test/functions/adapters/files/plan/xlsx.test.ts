import { describe, expect, test } from '@jest/globals';
import { parsePlanTables } from '../../../../../functions/adapters/files/plan/parse-tables.ts';
import type { ForeignTable } from '../../../../../functions/workbook/layout/layout.ts';
import {
  inlineCell,
  relationsOf,
  sheetFile,
  sheetParts,
  zipOf,
  type SheetParts,
} from '../../../../support/office-files.ts';

async function readTable(bytes: Buffer): Promise<ForeignTable> {
  const [table] = await parsePlanTables('.xlsx', bytes);
  if (!table) throw new Error('the file has no table');
  return table;
}

const readRows = async (sheet: SheetParts) => (await readTable(await sheetFile(sheet))).rows;

/** Styles whose second look has the number format. */
const styled = (format: string) =>
  `<numFmts><numFmt numFmtId="164" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts>` +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>';

const ROWS = `<row r="1">${inlineCell('Мероприятие', 'A1')}${inlineCell('Срок', 'B1')}</row><row r="2">${inlineCell('Семинар', 'A2')}${inlineCell('май', 'B2')}</row>`;
const TABLE = [
  ['Мероприятие', 'Срок'],
  ['Семинар', 'май'],
];

describe('a workbook is read alike', () => {
  const parts = sheetParts({ rows: ROWS });
  const inAll = (change: (xml: string) => string) =>
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, change(xml)]));
  const renamed = (change: (name: string) => string) =>
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [change(name), xml]));
  const prefixed = (xml: string) =>
    xml
      .replace(
        'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
        'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
      )
      .replaceAll(
        /<(\/?)(?=worksheet|sheetData|row|c |c>|is|t |t>|workbook|sheets|sheet |sst|styleSheet)/gu,
        '<$1x:',
      );

  test.each<[string, Record<string, string | Uint8Array>]>([
    ['with its tags under a prefix', inAll((xml) => (xml.includes('Relationship') ? xml : prefixed(xml)))],
    [
      'with the names of a strict file',
      inAll((xml) =>
        xml
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006',
            'http://purl.oclc.org/ooxml/officeDocument',
          ),
      ),
    ],
    [
      'with addresses from the root of the file',
      {
        ...parts,
        'xl/_rels/workbook.xml.rels': relationsOf(['worksheet', '/xl/worksheets/sheet1.xml']),
        '_rels/.rels': relationsOf(['officeDocument', '/xl/workbook.xml']),
      },
    ],
    [
      'with addresses that climb',
      { ...parts, 'xl/_rels/workbook.xml.rels': relationsOf(['worksheet', '../xl/./worksheets/sheet1.xml']) },
    ],
    [
      'with names in other letters',
      renamed((name) => name.replace('sheet1', 'Sheet1').replace('workbook.xml', 'Workbook.xml')),
    ],
    ['with the slashes of Windows', renamed((name) => name.replaceAll('/', '\\'))],
    [
      'in UTF-16',
      Object.fromEntries(
        Object.entries(parts).map(([name, xml]) => [name, Buffer.from(`\ufeff${xml}`, 'utf16le')]),
      ),
    ],
    [
      'without addresses of rows and cells',
      inAll((xml) => xml.replaceAll(/(?<=<row|<c) r="[A-Z]*\d+"/gu, '')),
    ],
  ])('%s', async (_name, files) => {
    expect((await readTable(await zipOf(files))).rows).toEqual(TABLE);
  });
});

describe('dates of a workbook count', () => {
  test.each([
    ['', '15.09.2026'],
    ['date1904="0"', '15.09.2026'],
    ['date1904="false"', '15.09.2026'],
    ['date1904="1"', '16.09.2030'],
    ['date1904="true"', '16.09.2030'],
    ['date1904="on"', '16.09.2030'],
  ])('from the day that <workbookPr %s/> says', async (properties, shown) => {
    const rows = '<row><c s="1"><v>46280</v></c></row>';
    expect(await readRows({ rows, properties, styles: styled('dd.mm.yyyy') })).toEqual([[shown]]);
  });

  test('past a day of February 1900 that never was', async () => {
    const rows = '<row><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c></row>';
    expect(await readRows({ rows, styles: styled('dd.mm.yyyy') })).toEqual([
      ['01.01.1900', '28.02.1900', '01.03.1900'],
    ]);
  });
});

describe('a value is read as its format shows it:', () => {
  test.each([
    ['46280', 'ДД.ММ.ГГГГ', '15.09.2026'],
    ['46280', 'mmmm yyyy', 'сентябрь 2026'],
    ['46280', '[$-FC19]dd mmmm yyyy &quot;г.&quot;', '15.09.2026 г.'],
    ['46280.5', 'h:mm', '12:00'],
    ['-5', 'dd.mm.yyyy', '########'],
    ['99999999', 'dd.mm.yyyy', '########'],
    ['0.48', '0%', '48%'],
    ['0.485', '0.0%', '48.5%'],
    ['1.1', '0.00', '1.10'],
    ['45', '0000', '0045'],
    ['15', '"до "0', 'до 15'],
    ['7', '0 "дн."', '7 дн.'],
    ['12', ';;;', ''],
    ['0', '0;-0;', ''],
    ['-3', '0;(0)', '-3'],
    ['-3', '0;0', '3'],
    ['1000', '#,##0.00 "₽"', '1000'],
  ])('%s under %s is «%s»', async (value, format, shown) => {
    const rows = `<row><c><v>1</v></c><c s="1"><v>${value}</v></c><c><v>2</v></c></row>`;
    expect(await readRows({ rows, styles: styled(format.replaceAll('&quot;', '"')) })).toEqual([
      ['1', shown, '2'],
    ]);
  });

  test('a text with words around it, a moment written out, a yes, an error', async () => {
    const rows = `<row><c s="1" t="str"><v>мая</v></c><c t="d"><v>2026-09-15</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>`;
    expect(await readRows({ rows, styles: styled('"до 15 "@') })).toEqual([
      ['до 15 мая', '15.09.2026', 'да', '#REF!'],
    ]);
  });

  test('what a formula came to, and nothing of the formula', async () => {
    const rows =
      '<row><c><f>A9+1</f><v>4</v></c><c><f>B9</f></c><c t="str"><f>"а"&amp;"б"</f><v>аб</v></c></row>';
    expect(await readRows({ rows })).toEqual([['4', '', 'аб']]);
  });
});

describe('a text is read as it is shown:', () => {
  const shared = (...items: readonly string[]) => ({
    rows: `<row>${items.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`,
    strings: items.map((item) => `<si>${item}</si>`).join(''),
  });
  const rich = (text: string, look = '') => `<r><rPr>${look}</rPr><t xml:space="preserve">${text}</t></r>`;

  test('its runs together, without the reading of eastern signs', async () => {
    expect(
      await readRows(
        shared(
          `${rich('Сем')}${rich('инар', '<b/>')}`,
          '<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>',
        ),
      ),
    ).toEqual([['Семинар', '東京']]);
  });

  test('escaped signs as themselves, shared or not', async () => {
    const escaped = 'а_x000D_\nб_x0009_в _x005F_x0041_';
    const { rows, strings } = shared(`<t>${escaped}</t>`);
    expect(await readRows({ rows: rows.replace('</row>', `${inlineCell(escaped)}</row>`), strings })).toEqual(
      [['а\r\nб\tв _x0041_', 'а\r\nб\tв _x0041_']],
    );
  });

  test('the mark of a footnote above the line, whatever sign it is; letters there stay letters', async () => {
    const above = '<vertAlign val="superscript"/>';
    const below = '<vertAlign val="subscript"/>';
    expect(
      await readRows(
        shared(
          `${rich('до 1')}${rich('1', above)}${rich(' октября')}`,
          `${rich('15.09.2026')}${rich('2)', above)}`,
          `${rich('H')}${rich('2', below)}${rich('O')}`,
          `${rich('1')}${rich('-го', above)}`,
        ),
      ),
    ).toEqual([['до 1¹ октября', '15.09.2026²⁾', 'H₂O', '1-го']]);
  });

  test('what is struck out, in part or as a whole, is left out and named', async () => {
    const { rows, strings } = shared(
      `${rich('до 1 мая', '<strike/>')}${rich('до 15 мая')}`,
      '<t>Отменено</t>',
    );
    const styles =
      '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
    const table = await readTable(
      await sheetFile({ rows: rows.replace('<c t="s"><v>1', '<c s="1" t="s"><v>1'), strings, styles }),
    );
    expect([table.rows, table.leftOut]).toEqual([
      [['до 15 мая']],
      [
        { why: 'struck_out', row: 0, column: 0, text: 'до 1 мая' },
        { why: 'struck_out', row: 0, column: 1, text: 'Отменено' },
      ],
    ]);
  });
});

describe('what a sheet declares for whole columns', () => {
  const merges = (...ranges: readonly string[]) =>
    `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;

  test('stands in the rows that hold something', async () => {
    const after = `${merges('C1:C1048576', 'D1:XFD1', 'A3:B3')}<dataValidations><dataValidation type="list" sqref="A1:Z1048576"><formula1>"а,б"</formula1></dataValidation></dataValidations>`;
    const rows = ROWS.replace(
      '</row>',
      `${inlineCell('Ответственный', 'C1')}${inlineCell('Итог', 'D1')}</row>`,
    );
    expect(await readRows({ rows: `${rows}<row r="3">${inlineCell('Раздел', 'A3')}</row>`, after })).toEqual([
      ['Мероприятие', 'Срок', 'Ответственный', 'Итог'],
      ['Семинар', 'май', 'Ответственный'],
      ['Раздел', 'Раздел', 'Ответственный'],
    ]);
  });

  test('hidden is told of the columns that hold something', async () => {
    const before = '<cols><col min="2" max="16384" hidden="true"/></cols>';
    const { hiddenColumns, hiddenRows } = await readTable(
      await sheetFile({ rows: ROWS.replace('r="2"', 'r="2" hidden="on"'), before }),
    );
    expect([hiddenColumns, hiddenRows]).toEqual([new Set([1]), new Set([1])]);
  });

  test('a cell further right than any plan is left out and named', async () => {
    const { rows, leftOut } = await readTable(
      await sheetFile({ rows: ROWS.replace('</row>', `${inlineCell('далеко', 'XFD1')}</row>`) }),
    );
    expect([rows, leftOut]).toEqual([
      TABLE,
      [{ why: 'too_far_right', row: 0, column: 16_383, text: 'далеко' }],
    ]);
  });
});
