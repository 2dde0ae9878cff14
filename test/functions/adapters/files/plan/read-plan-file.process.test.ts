import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import {
  parsePlanTables,
  type PlanFileKind,
} from '../../../../../functions/adapters/files/plan/parse-tables.ts';
import { readPlanFile } from '../../../../../functions/adapters/files/plan/read-plan-file.ts';
import { parseForeignPlan } from '../../../../../functions/workbook/foreign-plan/parse-plan.ts';
import { makeTempFolder } from '../../../../support/temp-folder.ts';

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

async function docx(more = ''): Promise<Buffer> {
  const rows = [HEADER, ...ROWS].map(
    (cells) => `<w:tr>${cells.map((text) => cellXml(text)).join('')}</w:tr>`,
  );
  const [header = '', ...items] = rows;
  const section = `<w:tr>${cellXml(SECTION, 4)}</w:tr>`;
  const document =
    '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:body><w:p><w:r><w:t>План</w:t></w:r></w:p><w:tbl>${header}${section}${items.join('')}${more}</w:tbl></w:body></w:document>`;
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

/** Without a process of its own for each: that is stated elsewhere. */
const parseFile = (path: string) => parsePlanTables(extname(path) as PlanFileKind, readFileSync(path));

describe('a foreign plan', () => {
  const folder = makeTempFolder();
  afterAll(() => folder.remove());

  const csv = [HEADER, [SECTION, '', '', ''], ...ROWS].map((cells) => cells.join(';')).join('\r\n');

  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['plan.docx', () => docx()],
    ['plan.xlsx', xlsx],
    ['utf8.csv', () => Buffer.from(`\ufeff${csv}`)],
    ['excel-russia.csv', () => toWindows1251(csv)],
    ['excel-unicode.csv', () => Buffer.from(`\ufeff${csv.replaceAll(';', '\t')}`, 'utf16le')],
    ['big-endian.csv', () => Buffer.from(`\ufeff${csv}`, 'utf16le').swap16()],
    ['unmarked.csv', () => Buffer.from(csv.replaceAll(';', ','), 'utf16le')],
    ['told.csv', () => Buffer.from(`sep=|\r\n${csv.replaceAll(';', '|')}`)],
  ])('is read from %s: items, section, deadlines word for word', async (name, make) => {
    const path = join(folder.path, name);
    writeFileSync(path, await make());
    expect(parseForeignPlan(await parseFile(path))).toMatchObject({
      items: ITEMS,
      headings: [SECTION],
      passedOver: [],
      problems: [],
    });
  });

  test('in a file that is no such file is refused', async () => {
    const path = join(folder.path, 'broken.docx');
    writeFileSync(path, 'не docx');
    await expect(readPlanFile(path)).rejects.toMatchObject({ code: 'file_unreadable' });
    await expect(readPlanFile(join(folder.path, 'plan.odt'))).rejects.toMatchObject({
      code: 'file_kind_unknown',
    });
  });

  /** What is read of one worksheet that a person has filled in Excel. */
  const readWorkbook = async (name: string, build: (workbook: exceljs.Workbook) => void) => {
    const workbook = new exceljs.Workbook();
    build(workbook);
    const path = join(folder.path, name);
    writeFileSync(path, Buffer.from(await workbook.xlsx.writeBuffer()));
    return parseForeignPlan(await parseFile(path));
  };

  test('of CSV keeps the commas of its texts where semicolons divide the columns', async () => {
    const path = join(folder.path, 'commas.csv');
    writeFileSync(path, 'Мероприятие;Срок\r\nСеминар, беседа, опрос;май\r\nКурсы, выезд, отчёт;июнь\r\n');
    expect(parseForeignPlan(await parseFile(path))?.items.map(({ title }) => title)).toEqual([
      'Семинар, беседа, опрос',
      'Курсы, выезд, отчёт',
    ]);
  });

  test('in .xlsx has its dates as their cells show them', async () => {
    const formats = [
      'mmmm yyyy',
      '[$-419]mm.yyyy;@',
      'yyyy',
      'd mmm',
      'mmmm',
      '"до "dd.mm.yyyy',
      'dd.mm.yyyy',
    ];
    const plan = await readWorkbook('dates.xlsx', (workbook) => {
      const sheet = workbook.addWorksheet('План');
      sheet.addRow(['Мероприятие', 'Срок']);
      formats.forEach((format) => {
        sheet.addRow([format, new Date('2020-09-01T00:00:00Z')]).getCell(2).numFmt = format;
      });
    });
    expect(plan?.items.map(({ deadlinePhrase }) => deadlinePhrase)).toEqual([
      'сентябрь 2020',
      'сентябрь 2020',
      '2020 год',
      '1 сентября',
      'сентябрь',
      'до 01.09.2020',
      '01.09.2020',
    ]);
  });

  test('in .xlsx has the results of formulas, rich text, links, and numbers as they are shown', async () => {
    const plan = await readWorkbook('values.xlsx', (workbook) => {
      const sheet = workbook.addWorksheet('План');
      sheet.addRow(HEADER);
      sheet
        .addRow([
          1.1,
          { richText: [{ text: 'Сем', font: { bold: true } }, { text: 'инар' }] },
          { formula: 'A9+30', result: new Date('2026-11-30T00:00:00Z') },
          { text: 'методист', hyperlink: 'https://example.ru' },
        ])
        .getCell(3).numFmt = 'mmmm yyyy';
      sheet.addRow([{ formula: 'A2+0.1', result: 1.2000000000000002 }, 'Курсы', { formula: 'C9' }, true]);
      sheet.getCell('A2').numFmt = '0.00';
    });
    expect(plan?.items).toEqual([
      {
        number: '1.10',
        section: '',
        title: 'Семинар',
        deadlinePhrase: 'ноябрь 2026',
        responsible: 'методист',
        place: 'лист «План», строка 2',
      },
      {
        number: '1.2',
        section: '',
        title: 'Курсы',
        deadlinePhrase: '',
        responsible: 'да',
        place: 'лист «План», строка 3',
      },
    ]);
  });

  test('in .xlsx is taken with its errors, hidden rows and columns named', async () => {
    const plan = await readWorkbook('errors.xlsx', (workbook) => {
      const sheet = workbook.addWorksheet('План');
      sheet.addRow(HEADER);
      sheet.addRow(['1', 'Отчёт', { error: '#REF!' }, 'методист']);
      sheet.addRow(['2', { formula: 'B99', result: { error: '#N/A' } }, 'май', 'методист']);
      sheet.addRow(['3', 'Семинар', 'июнь', 'методист']).hidden = true;
      sheet.getColumn(4).hidden = true;
    });
    expect(plan).toMatchObject({
      items: [
        { title: 'Отчёт', deadlinePhrase: '' },
        { title: 'Семинар', deadlinePhrase: 'июнь' },
      ],
      passedOver: ['2 | #N/A | май | методист'],
      problems: [
        expect.stringMatching(
          /^Лист «План», ячейка C2 \(«Период реализации»\): .*«#REF!».* без этого значения/u,
        ),
        expect.stringMatching(/^Лист «План», ячейка B3 \(«Мероприятия»\): .*«#N\/A».* не взято/u),
      ],
      remarks: [
        'Лист «План»: скрыт, но прочитан столбец «Ответственные лица» (D).',
        'Лист «План»: строка 4 скрыта вручную или фильтром, но прочитана.',
      ],
    });
  });

  test('in .xlsx may have a header of two rows, merged, with the numbers of the columns below', async () => {
    const plan = await readWorkbook('two-rows.xlsx', (workbook) => {
      const sheet = workbook.addWorksheet('План');
      sheet.addRow(['№', 'Мероприятия', 'Сроки исполнения', '', 'Ответственный']);
      sheet.addRow(['', '', 'начало', 'окончание', '']);
      for (const range of ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2']) sheet.mergeCells(range);
      sheet.addRow([1, 2, 3, 4, 5]);
      sheet.addRow(['1', 'Семинар', '01.09.2026', '30.09.2026', 'методист']);
      sheet.addRow(['2', 'Курсы', 'сентябрь', 'октябрь', 'методист']);
    });
    expect(plan?.items.map(({ title, deadlinePhrase }) => [title, deadlinePhrase])).toEqual([
      ['Семинар', 'с 01.09.2026 по 30.09.2026'],
      ['Курсы', 'сентябрь – октябрь'],
    ]);
  });

  test('is taken from each visible sheet that has one, and the others are named', async () => {
    const plan = await readWorkbook('sheets.xlsx', (workbook) => {
      workbook.addWorksheet('Титул').addRow(['УТВЕРЖДАЮ']);
      for (const [name, state] of [
        ['2025', 'visible'],
        ['2026', 'visible'],
        ['Архив', 'hidden'],
      ] as const) {
        const sheet = workbook.addWorksheet(name, { state });
        sheet.addRow(['Мероприятие', 'Срок']);
        sheet.addRow([`Семинар ${name}`, 'май']);
      }
    });
    expect(plan).toMatchObject({
      items: [{ title: 'Семинар 2025' }, { title: 'Семинар 2026' }],
      tables: [
        { title: 'лист «2025»', items: 1 },
        { title: 'лист «2026»', items: 1 },
      ],
      remarks: [
        'Лист «Титул»: столбцов мероприятия и срока нет, это не план (начинается с «УТВЕРЖДАЮ»).',
        'Лист «Архив» скрыт и не взят. Если нужен он, укажите ключ --table "Архив".',
      ],
    });
  });

  test('is refused where the file is no plan by its size alone', async () => {
    const long = join(folder.path, 'long.csv');
    writeFileSync(long, 'а;б\n'.repeat(20_001));
    await expect(readPlanFile(long)).rejects.toMatchObject({ code: 'file_too_large' });
  });

  test('in .docx takes a table inside a cell for the text of that cell', async () => {
    const inner = `<w:tbl><w:tr>${cellXml('вложено')}</w:tr></w:tbl>`;
    const nested = cellXml('Семинар').replace('</w:tc>', `${inner}<w:p/></w:tc>`);
    const path = join(folder.path, 'nested.docx');
    writeFileSync(path, await docx(`<w:tr>${cellXml('3.')}${nested}${cellXml('май')}${cellXml('')}</w:tr>`));
    expect(parseForeignPlan(await parseFile(path))?.items.slice(2)).toEqual([
      {
        number: '3',
        section: SECTION,
        title: 'Семинар вложено',
        deadlinePhrase: 'май',
        responsible: '',
        place: 'таблица 1, строка 5',
      },
    ]);
  });
});
