import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { formatReportFile } from '../../../../functions/adapters/files/report-file.ts';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { composeReport } from '../../../../functions/domain/report/compose-document.ts';
import type { ReportDocument } from '../../../../functions/domain/report/report-document.ts';
import { layoutReport } from '../../../../functions/workbook/report/layout.ts';
import {
  GOLDEN_DAY_2020_21,
  GOLDEN_DAY_2021,
  goldenRecords2020to21,
  goldenRecords2021,
} from '../../../support/golden-workbook.ts';
import {
  findRows,
  openXlsx,
  readDocx,
  readLayout,
  readWorksheet,
  tablesIn,
  tablesOnPaper,
  wordsOf,
} from '../../../support/read-report.ts';
import { inFull } from '../../../support/long.ts';
import { SAMPLE_REPORT } from '../../../support/sample-report.ts';

const PROOF = { documentHash: '0123456789abcdef'.repeat(4), inputHash: 'f'.repeat(64) };
const PLACE = { sheetId: 7, title: 'Отчёт', findPlace: () => undefined };

const ASKED = { form: 'full', number: 3, date: '2021-11-10', revision: 5 } as const;
const assessment = assessWorkbook(goldenRecords2021(), '2021-11-10');

/** Sent with all its annexes, and the same with none. */
const GOLDEN = composeReport({
  ...ASKED,
  asOf: GOLDEN_DAY_2021,
  assessment,
  annexes: ['details', 'data_bank', 'journal', 'notes'],
});
const GOLDEN_ALONE: ReportDocument = { ...GOLDEN, annexes: [] };
const GOLDEN_SCHOOL_YEAR = composeReport({
  ...ASKED,
  asOf: GOLDEN_DAY_2020_21,
  assessment: assessWorkbook(goldenRecords2020to21(), '2021-06-10'),
});

const DOCUMENTS: readonly (readonly [string, ReportDocument])[] = [
  ['the sample with every kind of block, row and state', SAMPLE_REPORT],
  ['the golden workbook', GOLDEN],
  ...inFull<readonly (readonly [string, ReportDocument])[]>(
    [
      ['the golden workbook without annexes', GOLDEN_ALONE],
      ['the golden workbook of the school year', GOLDEN_SCHOOL_YEAR],
    ],
    [],
  ),
];

const made = { xlsx: new Map<ReportDocument, Buffer>(), docx: new Map<ReportDocument, Buffer>() };

/** The document's file, made once for all that is read in it. */
async function fileOf(kind: 'xlsx' | 'docx', document: ReportDocument): Promise<Buffer> {
  const file = made[kind].get(document) ?? (await formatReportFile(kind, document, PROOF));
  made[kind].set(document, file);
  return file;
}

describe.each(DOCUMENTS)('%s', (_name, document) => {
  const tables = tablesIn(document).filter(({ rows }) => rows.length > 0);

  test('has its figures in the worksheet', () => {
    const rows = readLayout(layoutReport(document, PROOF, PLACE));
    expect(tables.filter((table) => findRows(rows, wordsOf(table)) < 0).map(({ key }) => key)).toEqual([]);
  });

  test('has the same figures in the XLSX file', async () => {
    const sheets = await openXlsx(await fileOf('xlsx', document));
    const grids = sheets.map(readWorksheet);
    const missing = tables.filter((table) => grids.every((rows) => findRows(rows, wordsOf(table)) < 0));
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  test('has the same figures in the DOCX file, every table in its order and no other', async () => {
    const [head, ...rest] = await readDocx(await fileOf('docx', document));
    expect(head?.[0]?.[2]).toBe(document.requisites.addressee);
    const printed = tablesOnPaper(document).filter(({ rows }) => rows.length > 0);
    const bodies = rest
      .filter((rows) => !rows.some((cells) => cells.includes('____________________')))
      .map((rows, index) => rows.slice(rows.length - (printed[index]?.rows.length ?? 0)));
    expect(bodies).toEqual(printed.map(wordsOf));
  });

  test('is the same file, byte for byte, each time', async () => {
    for (const kind of ['xlsx', 'docx'] as const) {
      const first = await fileOf(kind, document);
      const parts = Object.values((await JSZip.loadAsync(first)).files);
      // Two files of the same second could be equal by chance.
      const dates = new Set(parts.map(({ date }) => date.toISOString()));
      expect([...dates]).toEqual([`${document.date}T00:00:00.000Z`]);
      expect(first.equals(await formatReportFile(kind, structuredClone(document), PROOF))).toBe(true);
    }
  });
});

describe('the XLSX file', () => {
  const open = async () => openXlsx(await fileOf('xlsx', GOLDEN));

  test('has a sheet a part, and one for each further long table', async () => {
    expect((await open()).map(({ name }) => name)).toEqual([
      '1. Общие сведения',
      '2. По мероприятиям',
      '3. По школам',
      '4. Просрочено',
      '5. Состояния',
      '5. Просрочено',
      '6. Расшифровка',
      '7. Банк данных',
      '8. Журнал работы',
      '9. Пояснения',
    ]);
  });

  test('of a short form is one sheet, its table below the text', async () => {
    const short = { ...SAMPLE_REPORT, parts: SAMPLE_REPORT.parts.slice(0, 2) };
    const sheets = await openXlsx(await formatReportFile('xlsx', short, PROOF));
    expect(sheets.map(({ name }) => name)).toEqual(['СВОДНЫЙ ОТЧЁТ']);
  });

  test('wraps a table of thousands as any other, for it has a sheet of its own', async () => {
    const rows = Array.from({ length: 2500 }, () => ({
      level: 'row' as const,
      cells: ['слово '.repeat(60)],
    }));
    const columns = [{ key: 't', title: 'Текст', kind: 'text' as const, width: 267 }];
    const table = { key: 'details', title: '', columns, rows, emptyText: '' };
    const parts = [{ key: 'details', title: 'Расшифровка', blocks: [{ kind: 'table' as const, table }] }];
    const [, sheet] = await openXlsx(await formatReportFile('xlsx', { ...SAMPLE_REPORT, parts }, PROOF));
    expect(sheet?.getRow(100).getCell(1).alignment.wrapText).toBe(true);
    expect(sheet?.getRow(100).height).toBeGreaterThan(20);
  });

  test('prints on A4 with the margins of a folder, the head of the table on each page', async () => {
    const sheet = (await open()).find(({ name }) => name === '6. Расшифровка');
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: false,
      scale: 92,
      margins: { left: 0.787, right: 0.394, top: 0.787, bottom: 0.787 },
    });
    const [first, last] = (sheet?.pageSetup.printTitlesRow ?? '').split(':').map(Number);
    const titles = sheet?.getRow(last ?? 1).getCell(1).value;
    expect([first, titles]).toEqual([last, '№']);
  });

  test('numbers its pages at the head, all but the first, and has nothing at their foot', async () => {
    const [first, ...rest] = (await open()).map(({ headerFooter }) => headerFooter);
    const numbered = { oddHeader: '&C&10&"Arial,Regular"&P' };
    expect(first).toMatchObject({ ...numbered, differentFirst: true });
    expect(rest).toEqual(rest.map(() => numbered));
    expect(first).not.toHaveProperty('oddFooter');
  });

  test('leads from a figure to the rows behind it, and the figure stays a number', async () => {
    const bytes = await fileOf('xlsx', SAMPLE_REPORT);
    const xml = await (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet2.xml')?.async('text');
    expect(xml).toMatch(/<hyperlink ref="[A-Z]+5" location="&apos;5\. Расшифровка&apos;!A5:C10"\/>/);
    const [, summary] = await openXlsx(bytes);
    const values: unknown[] = [];
    summary?.getRow(5).eachCell(({ value }) => values.push(value));
    expect(values).toContain(6);
  });
});

describe('the DOCX file', () => {
  const partsOf = async (document: ReportDocument) => {
    const zip = await JSZip.loadAsync(await fileOf('docx', document));
    return (name: string) => zip.file(name)?.async('text') ?? Promise.resolve('');
  };
  const sizesIn = (xml: string) =>
    [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, width, height]) => [width, height]);

  test('is on A4, lying for its tables and upright without any, with the margins of a folder', async () => {
    const xml = await (await partsOf(GOLDEN))('word/document.xml');
    const text = await (
      await partsOf({ ...SAMPLE_REPORT, parts: SAMPLE_REPORT.parts.slice(0, 1) })
    )('word/document.xml');
    expect(sizesIn(text)).toEqual([['11906', '16838']]);
    // The paper itself and its four annexes.
    expect(sizesIn(xml)).toEqual(Array.from({ length: 5 }, () => ['16838', '11906']));
    const margins = [...xml.matchAll(/<w:pgMar [^>]*>/g)].map(([tag]) => tag);
    for (const tag of margins) {
      expect(tag).toMatch(/w:top="1134" w:right="567" w:bottom="1134" w:left="1134"/);
    }
  });

  test('repeats the head of each table, splits no row, and sets no letter below nine points', async () => {
    const xml = await (await partsOf(GOLDEN))('word/document.xml');
    const tables = xml.split('<w:tbl>').slice(1);
    const withHead = tables.filter((table) => table.includes('<w:tblHeader/>'));
    expect(withHead).toHaveLength(tablesIn(GOLDEN).filter(({ rows }) => rows.length > 0).length);
    expect(xml.match(/<w:tr>|<w:tr /g)?.length).toBe(xml.match(/<w:cantSplit\/>/g)?.length);
    const sizes = [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
  });

  test('keeps small tables whole, and the ends of long ones', async () => {
    const xml = await (await partsOf(GOLDEN))('word/document.xml');
    const keptOf = (title: string) => {
      const rows = xml.split(`>${title}<`).at(-1)?.split('</w:tbl>')[0]?.split('</w:tr>').slice(0, -1) ?? [];
      return rows.map((row) => row.includes('<w:keepNext/>'));
    };
    // A head of two rows, of which LibreOffice must not see the first kept, then rows of the body.
    expect(keptOf('Показатели')).toEqual([false, ...Array.from({ length: 9 }, () => true)]);
    const details = keptOf('Расшифровка').slice(-92);
    expect([details.slice(0, 4), details.slice(-4)]).toEqual([
      [true, true, false, false],
      [false, true, true, false],
    ]);
  });

  test('marks each annex with the document it belongs to, and says how many sheets they are', async () => {
    const xml = (await (await partsOf(GOLDEN))('word/document.xml')).replaceAll('\u00a0', ' ');
    const belongs = 'к сводному отчёту об исполнении регламента комплексного сопровождения ШНОР за 2021 год';
    expect(xml.split(belongs)).toHaveLength(5);
    for (const number of [1, 2, 3, 4]) expect(xml).toContain(`>Приложение ${number}<`);
    expect(xml).toContain('Приложение: расшифровка, банк данных, журнал, пояснения на ');
    expect(xml).toContain('PAGEREF last_of_annexes');
    const alone = await (await partsOf(GOLDEN_ALONE))('word/document.xml');
    expect([alone.includes('Приложение'), alone.includes('PAGEREF'), sizesIn(alone).length]).toEqual([
      false,
      false,
      1,
    ]);
  });

  test('is set in Times New Roman and numbers its pages from the second on', async () => {
    const read = await partsOf(GOLDEN);
    expect(await read('word/styles.xml')).toContain('Times New Roman');
    expect(await read('word/document.xml')).toContain('<w:titlePg/>');
    const headers = await Promise.all([1, 2, 3, 4].map((number) => read(`word/header${number}.xml`)));
    expect(headers.some((xml) => xml.includes('PAGE'))).toBe(true);
  });

  test('carries its proof once, at the end, and nothing at the foot of its pages', async () => {
    const read = await partsOf(GOLDEN);
    const xml = (await read('word/document.xml')).replaceAll('\u00a0', ' ');
    expect(
      xml.split('Сведения о формировании: СВОДНЫЙ ОТЧЁТ № 3, сформирован программой 10.11.2021'),
    ).toHaveLength(2);
    expect(xml.split(PROOF.documentHash)).toHaveLength(2);
    expect(await read('word/footer1.xml')).toBe('');
  });

  test('gives the corner of the requisites the width of the edition', async () => {
    const widthOfCorner = async (standard: ReportDocument['requisites']['standard']) => {
      const read = await partsOf({
        ...SAMPLE_REPORT,
        requisites: { ...SAMPLE_REPORT.requisites, standard },
      });
      return /<w:gridCol w:w="(\d+)"/.exec(await read('word/document.xml'))?.[1];
    };
    expect(await widthOfCorner('ГОСТ Р 7.0.97-2016')).toBe('4252');
    expect(await widthOfCorner('ГОСТ Р 7.0.97-2025')).toBe('4535');
  });

  test('does not say how the paper stands, so that signing changes no byte', async () => {
    const signed = { ...PROOF, state: 'подписан 25.11.2026, № 01-15/7' };
    for (const kind of ['docx', 'xlsx'] as const) {
      const bytes = await fileOf(kind, SAMPLE_REPORT);
      expect(bytes.equals(await formatReportFile(kind, SAMPLE_REPORT, signed))).toBe(true);
    }
  });

  test('says that it is a draft where it has no number', async () => {
    const [head] = await readDocx(await formatReportFile('docx', { ...SAMPLE_REPORT, number: 0 }, PROOF));
    expect(head?.[0]?.[0]).toContain('ЧЕРНОВИК');
  });

  test('names a table that is too long for paper, and where it is', async () => {
    const rows = Array.from({ length: 3501 }, (_, index) => ({ level: 'row' as const, cells: [index] }));
    const columns = [{ key: 'n', title: '№', kind: 'count' as const, width: 267 }];
    const table = { key: 'details', title: '', columns, rows, emptyText: '' };
    const parts = [{ key: 'details', title: 'Расшифровка', blocks: [{ kind: 'table' as const, table }] }];
    const xml = await (await partsOf({ ...SAMPLE_REPORT, parts }))('word/document.xml');
    expect(xml).toContain('Она полностью есть в файле XLSX этого отчёта');
  });
});

test('rows of a header that are repeated have room for the whole of each title', async () => {
  const zip = await JSZip.loadAsync(await formatReportFile('docx', GOLDEN_ALONE, PROOF));
  const xml = (await zip.file('word/document.xml')?.async('text')) ?? '';
  const headers = [
    ...xml.matchAll(/<w:trPr>(?:(?!<\/w:trPr>).)*<w:tblHeader\/>(?:(?!<\/w:trPr>).)*<\/w:trPr>/gu),
  ];
  const heights = headers.map(([row]) =>
    Number(/<w:trHeight w:val="(\d+)" w:hRule="atLeast"\/>/u.exec(row)?.[1]),
  );
  // «% от наступивших»: four lines of nine points at most, over two rows of which the upper has one.
  expect(heights.slice(0, 2)).toEqual([216, 648]);
});

test('charts stand in the document as charts, with the figures of their tables and without colours', async () => {
  const bytes = await formatReportFile('docx', GOLDEN, PROOF);
  const zip = await JSZip.loadAsync(bytes);
  const partOf = async (name: string) => (await zip.file(name)?.async('text')) ?? '';
  const chart = await partOf('word/charts/chart2.xml');
  const valuesOfSeries = [...chart.matchAll(/<c:tx><c:v>([^<]*)<.*?<c:val>(.*?)<\/c:val>/gu)].map(
    ([, title, values = '']) =>
      `${title}: ${[...values.matchAll(/<c:v>(\d+)</gu)].map(([, value]) => value).join(' ')}`,
  );
  const months = tablesIn(GOLDEN).find(({ key }) => key === 'months');
  const column = months?.columns.findIndex(({ key }) => key === 'done') ?? -1;
  const done = months?.rows.filter(({ level }) => level === 'row').map(({ cells }) => cells[column]);
  expect(valuesOfSeries).toContain(`выполнено: ${done?.join(' ')}`);
  expect(new Set(chart.match(/srgbClr val="\w+"/gu))).toEqual(
    new Set(['000000', '7F7F7F', 'BFBFBF', 'FFFFFF'].map((grey) => `srgbClr val="${grey}"`)),
  );
  expect(await partOf('word/document.xml')).toContain('r:id="rIdChart2"');
  expect(await partOf('[Content_Types].xml')).toContain('PartName="/word/charts/chart2.xml"');
  expect(await formatReportFile('docx', GOLDEN, PROOF)).toEqual(bytes);
});
