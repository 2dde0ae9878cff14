import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import { readPlanFile } from '../../../../functions/adapters/files/read-plan-file.ts';
import { readPlan } from '../../../../functions/workbook/read-plan.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const HEADER = ['N п/п', 'Мероприятия', 'Период реализации', 'Ответственные лица'];
const SECTION = 'I. Работа с кадрами';
const ROWS = [
  ['1.', 'Семинар для школ', 'октябрь', 'методкабинет'],
  ['2.', 'Отчёт о ходе плана', '15.12.2026', 'координатор'],
];
const ITEMS = [
  {
    number: '1',
    section: SECTION,
    title: 'Семинар для школ',
    deadlinePhrase: 'октябрь',
    responsible: 'методкабинет',
  },
  {
    number: '2',
    section: SECTION,
    title: 'Отчёт о ходе плана',
    deadlinePhrase: '15.12.2026',
    responsible: 'координатор',
  },
];

/** Windows-1251, the Cyrillic letters of it that the test needs. */
function toWindows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (letter === 'ё') return 0xb8;
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );
}

const cellXml = (text: string, span = 1, merge = '') =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;

async function docx(): Promise<Buffer> {
  const rows = [HEADER, ...ROWS].map(
    (cells) => `<w:tr>${cells.map((text) => cellXml(text)).join('')}</w:tr>`,
  );
  const [header = '', ...items] = rows;
  const section = `<w:tr>${cellXml(SECTION, 4)}</w:tr>`;
  const document =
    '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:body><w:p><w:r><w:t>План</w:t></w:r></w:p><w:tbl>${header}${section}${items.join('')}</w:tbl></w:body></w:document>`;
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file('word/document.xml', document);
  return zip.generateAsync({ type: 'nodebuffer' });
}

async function xlsx(): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('Титул').addRow(['План мероприятий']);
  const sheet = workbook.addWorksheet('План');
  sheet.addRow(['Дорожная карта']);
  sheet.addRow(HEADER);
  sheet.addRow([SECTION]);
  sheet.mergeCells('A3:D3');
  sheet.addRow(ROWS[0]);
  sheet.addRow(['2.', 'Отчёт о ходе плана', new Date('2026-12-15T00:00:00Z'), 'координатор']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('a foreign plan', () => {
  const folder = makeTempFolder();
  afterAll(() => folder.remove());

  const csv = [HEADER, [SECTION, '', '', ''], ...ROWS].map((cells) => cells.join(';')).join('\r\n');

  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['plan.docx', docx],
    ['plan.xlsx', xlsx],
    ['utf8.csv', () => Buffer.from(`\ufeff${csv}`)],
    ['excel-russia.csv', () => toWindows1251(csv)],
  ])('is read from %s: items, section, deadlines word for word', async (name, make) => {
    const path = join(folder.path, name);
    writeFileSync(path, await make());
    expect(readPlan(await readPlanFile(path))).toEqual({ items: ITEMS, headings: [SECTION], passedOver: [] });
  });

  test('in a file that is no such file is refused', async () => {
    const path = join(folder.path, 'broken.docx');
    writeFileSync(path, 'не docx');
    await expect(readPlanFile(path)).rejects.toMatchObject({ code: 'file_unreadable' });
    await expect(readPlanFile(join(folder.path, 'plan.odt'))).rejects.toMatchObject({
      code: 'file_kind_unknown',
    });
  });

  test('is none where no table names a measure and a deadline', () => {
    expect(
      readPlan([
        [
          ['Школа', 'Адрес'],
          ['ОО № 1', 'КГО'],
        ],
      ]),
    ).toBeUndefined();
  });

  test('tells of rows that it could not take for items', () => {
    const plan = readPlan([[HEADER, ['3', '', 'ноябрь', 'методист']]]);
    expect(plan).toEqual({ items: [], headings: [], passedOver: ['3 | ноябрь | методист'] });
  });

  test('keeps an item without a deadline, and says what it took for headings', () => {
    const plan = readPlan([
      [HEADER, ['1', 'Кадры', '', ''], ['1.1', 'Семинар', '', ''], ['1.2', 'Курсы', 'Курсы', '']],
    ]);
    expect([plan?.headings, plan?.items.map(({ title, section }) => [title, section])]).toEqual([
      ['Кадры'],
      [
        ['Семинар', 'Кадры'],
        ['Курсы', 'Кадры'],
      ],
    ]);
  });
});
