import ExcelJS from 'exceljs';
import { repack } from '../../repack.ts';
import { SAMPLE_DATE } from '../sample-date.ts';

/** Width in characters. */
const COLUMNS: readonly (readonly [title: string, width: number, field: string])[] = [
  ['№', 5, '{{#школы}}{{№}}'],
  ['Школа', 34, '{{школа}}'],
  ['Исполнений всего', 12, '{{всего}}'],
  ['В срок', 9, '{{в_срок}}'],
  ['С опозданием', 13, '{{с_опозданием}}'],
  ['Просрочено', 12, '{{просрочено}}'],
  ['Номера просроченных', 22, '{{просроченные_номера}}'],
  ['% от наступивших', 13, '{{процент}}'],
  ['Записей в журнале', 11, '{{записей_журнала}}'],
  ['Педагогов на курсах', 12, '{{педагогов_на_курсах}}{{/школы}}'],
];

const TOTALS: Readonly<Record<string, string>> = {
  Школа: 'Всего школ: {{школ_всего}}; с мероприятиями муниципалитета',
  'Исполнений всего': '{{исполнений_всего}}',
  'В срок': '{{в_срок_всего}}',
  'С опозданием': '{{с_опозданием_всего}}',
  Просрочено: '{{просрочено_всего}}',
  '% от наступивших': '{{процент_всего}}',
  'Записей в журнале': '{{записей_журнала}}',
  'Педагогов на курсах': '{{педагогов_на_курсах}}',
};

const HEAD_ROW = 4;

export async function formatQuarter(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  Object.assign(book, {
    creator: 'ШНОР',
    lastModifiedBy: 'ШНОР',
    created: SAMPLE_DATE,
    modified: SAMPLE_DATE,
  });
  const sheet = book.addWorksheet('Форма', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = COLUMNS.map(([, width]) => ({ width }));
  addHead(sheet);
  for (const texts of [
    COLUMNS.map(([title]) => title),
    COLUMNS.map(([, , field]) => field),
    COLUMNS.map(([title]) => TOTALS[title] ?? ''),
  ])
    addRow(sheet, texts);
  sheet.addRow([]);
  sheet.addRow(['{{должность_руководителя}} ____________ {{руководитель}}']);
  sheet.pageSetup.printTitlesRow = `${HEAD_ROW}:${HEAD_ROW}`;
  return repack(await book.xlsx.writeBuffer(), SAMPLE_DATE, async () => undefined);
}

function addHead(sheet: ExcelJS.Worksheet): void {
  const lines = [
    '{{учреждение}}',
    'Сведения об исполнении регламента сопровождения школ с низкими результатами за {{период}}',
    'По состоянию на {{на_дату}}',
  ];
  for (const [index, text] of lines.entries()) {
    const row = sheet.addRow([text]);
    sheet.mergeCells(index + 1, 1, index + 1, COLUMNS.length);
    row.getCell(1).alignment = { horizontal: 'center', wrapText: true };
    row.getCell(1).font = { name: 'Times New Roman', size: 12, bold: index === 1 };
  }
}

const LINE = { style: 'thin' } as const;

function addRow(sheet: ExcelJS.Worksheet, texts: readonly string[]): void {
  const row = sheet.addRow([...texts]);
  const isHead = row.number === HEAD_ROW;
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    const isText = column === 2 || column === 7;
    cell.border = { top: LINE, left: LINE, bottom: LINE, right: LINE };
    cell.font = { name: 'Times New Roman', size: 11, bold: row.number !== HEAD_ROW + 1 };
    cell.alignment = {
      wrapText: true,
      vertical: isHead ? 'middle' : 'top',
      horizontal: isHead ? 'center' : isText ? 'left' : 'right',
    };
  });
}
