import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { PLAN_LIMITS, type PlanLimits } from '../../../../../functions/adapters/files/plan/limits.ts';
import {
  parsePlanTables,
  type PlanFileKind,
} from '../../../../../functions/adapters/files/plan/parse-tables.ts';
import { createPlanFiles } from '../../../../../functions/adapters/files/plan/read-plan-file.ts';
import {
  inlineCell,
  sheetFile,
  sheetParts,
  textRow,
  wordCell,
  wordFile,
  wordRow,
  wordTable,
  zipOf,
} from '../../../../support/office-files.ts';

const row = (number: number | string, ...cells: readonly string[]) =>
  `<row r="${number}">${cells.join('')}</row>`;
const CELL = inlineCell('x');
const HUGE_MERGE = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
const merges = (count: number) => `<mergeCells>${'<mergeCell ref="A1:C3"/>'.repeat(count)}</mergeCells>`;
const THREE = row(1, CELL, CELL, CELL) + row(2, CELL, CELL, CELL) + row(3, CELL, CELL, CELL);

describe('a small file that is huge is refused, and says why', () => {
  test.each<[string, PlanFileKind, () => Promise<Buffer>, Partial<PlanLimits>, RegExp]>([
    [
      'a row of any number',
      '.xlsx',
      () => sheetFile({ rows: row(999_999_999, CELL) }),
      {},
      /«строка 999999999»/u,
    ],
    [
      'a row far down',
      '.xlsx',
      () => sheetFile({ rows: row(1_048_576, CELL) }),
      {},
      /занята строка 1048576/u,
    ],
    ['a row that is no number', '.xlsx', () => sheetFile({ rows: row('1e9x', CELL) }), {}, /«строка 1e9x»/u],
    [
      'a cell beyond every sheet',
      '.xlsx',
      () => sheetFile({ rows: row(1, inlineCell('x', 'ZZZZ1')) }),
      {},
      /«ZZZZ1»/u,
    ],
    [
      'columns by the million',
      '.xlsx',
      () => sheetFile({ rows: THREE, before: '<cols><col min="1" max="100000000"/></cols>' }),
      {},
      /«столбцы 1–100000000»/u,
    ],
    [
      'a sheet merged as a whole',
      '.xlsx',
      () => sheetFile({ rows: THREE, after: HUGE_MERGE }),
      {},
      /объединён весь лист/u,
    ],
    [
      'merges over one another',
      '.xlsx',
      () => sheetFile({ rows: THREE, after: merges(200) }),
      { cells: 1000 },
      /больше 1000 ячеек/u,
    ],
    [
      'sheets by the thousand',
      '.xlsx',
      async () =>
        zipOf({
          ...sheetParts({ rows: THREE }),
          'xl/workbook.xml':
            sheetParts({ rows: '' })['xl/workbook.xml']?.replace(/<sheet .*?\/>/u, (sheet) =>
              sheet.repeat(400),
            ) ?? '',
        }),
      {},
      /больше 300 таблиц/u,
    ],
    [
      'a text shared by every cell',
      '.xlsx',
      () =>
        sheetFile({
          rows: row(1, ...Array.from({ length: 90 }, () => '<c t="s"><v>0</v></c>')),
          strings: `<si><t>${'а'.repeat(2000)}</t></si>`,
        }),
      { characters: 100_000 },
      /больше 100000 знаков/u,
    ],
    [
      'tags by the million',
      '.docx',
      () => wordFile('<w:p/>'.repeat(2000)),
      { elements: 1000 },
      /больше 1000 элементов/u,
    ],
    [
      'tags within tags',
      '.docx',
      () => wordFile(`${'<w:ins>'.repeat(500)}${'</w:ins>'.repeat(500)}`),
      {},
      /вложена слишком глубоко/u,
    ],
    [
      'a cell over millions of columns',
      '.docx',
      () => wordFile(wordTable(wordRow(wordCell('', '<w:gridSpan w:val="99999999"/>')))),
      {},
      /больше 100 столбцов/u,
    ],
    [
      'a row that begins millions of columns away',
      '.docx',
      () => wordFile(wordTable('<w:tr><w:trPr><w:gridBefore w:val="1e15"/></w:trPr></w:tr>')),
      {},
      /больше 100 столбцов/u,
    ],
    [
      'rows by the thousand',
      '.docx',
      () => wordFile(wordTable(textRow('x').repeat(30))),
      { rows: 20 },
      /занята строка 21/u,
    ],
    [
      'tables by the hundred',
      '.docx',
      () => wordFile(wordTable(textRow('x')).repeat(301)),
      {},
      /больше 300 таблиц/u,
    ],
    [
      'a part that is no XML',
      '.xlsx',
      async () => zipOf({ ...sheetParts({ rows: THREE }), 'a.bin': Buffer.alloc(3e6) }),
      { declaredBytes: 2e6 },
      /распакованный он больше 2 МБ/u,
    ],
    [
      'parts by the thousand',
      '.xlsx',
      async () =>
        zipOf({
          ...sheetParts({ rows: THREE }),
          ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}.png`, ''])),
        }),
      { parts: 50 },
      /больше 50 вложенных файлов/u,
    ],
    [
      'a text that unpacks to more than it says',
      '.xlsx',
      () => lying(),
      { unpackedBytes: 1e6, declaredBytes: 2e6 },
      /распакованный текст больше 1 МБ/u,
    ],
    [
      'lines by the thousand',
      '.csv',
      async () => Buffer.from('а;б\n'.repeat(30)),
      { rows: 20 },
      /занята строка 21/u,
    ],
    [
      'separators by the million',
      '.csv',
      async () => Buffer.from(';'.repeat(3000)),
      { cells: 1000, rows: 1000 },
      /больше 1000 ячеек/u,
    ],
  ])('%s', async (...[, kind, make, limits, why]) => {
    const bytes = await make();
    await expect(parsePlanTables(kind, bytes, { ...PLAN_LIMITS, ...limits })).rejects.toMatchObject({
      name: 'FileLimitError',
      message: expect.stringMatching(why),
    });
  });

  /** The archive says that the sheet is of 9 bytes. */
  async function lying(): Promise<Buffer> {
    const rows = row(1, inlineCell(' '.repeat(1_500_000)));
    const bytes = await sheetFile({ rows });
    const size =
      (await JSZip.loadAsync(bytes).then((zip) => zip.file('xl/worksheets/sheet1.xml')?.async('text')))
        ?.length ?? 0;
    const said = Buffer.alloc(4);
    said.writeUInt32LE(size);
    for (let at = bytes.indexOf(said); at >= 0; at = bytes.indexOf(said, at + 4)) bytes.writeUInt32LE(9, at);
    return bytes;
  }
});

describe('a file is read in a process of its own', () => {
  const csv = Buffer.from('Мероприятие;Срок\nСеминар;май');
  const ROWS = [
    ['Мероприятие', 'Срок'],
    ['Семинар', 'май'],
  ];

  test('which is killed when its time is over', async () => {
    const { parse } = createPlanFiles({ ...PLAN_LIMITS, milliseconds: 20 });
    await expect(parse('План.csv', csv)).rejects.toMatchObject({
      code: 'file_too_large',
      message: expect.stringContaining('чтение не закончилось за 1 с'),
    });
  });

  test('which dies alone when it wants more memory than it may have', async () => {
    const { parse } = createPlanFiles({
      ...PLAN_LIMITS,
      heapMegabytes: 16,
      characters: 1e9,
      cells: 1e9,
      rows: 1e9,
    });
    await expect(parse('План.csv', Buffer.from('семинар;май\n'.repeat(200_000)))).rejects.toMatchObject({
      code: 'file_too_large',
      message: expect.stringContaining('не хватило 16 МБ памяти'),
    });
    expect((await createPlanFiles(PLAN_LIMITS).parse('План.csv', csv))[0]?.rows).toEqual(ROWS);
  });

  test('which says of a damaged file that it is one, and of a large one before it is read', async () => {
    const { parse } = createPlanFiles({ ...PLAN_LIMITS, bytes: 1e6 });
    await expect(parse('План.xlsx', csv)).rejects.toMatchObject({ code: 'file_unreadable' });
    await expect(parse('План.csv', Buffer.alloc(1_000_001))).rejects.toMatchObject({
      code: 'file_too_large',
    });
    await expect(parse('План.odt', csv)).rejects.toMatchObject({ code: 'file_kind_unknown' });
  });

  test('and while as many as may be are read and wait, the next one is asked to come later', async () => {
    const { parse } = createPlanFiles({ ...PLAN_LIMITS, atOnce: 1, waiting: 1 });
    const first = parse('1.csv', csv);
    const second = parse('2.csv', csv);
    await sleep(1);
    await expect(parse('3.csv', csv)).rejects.toMatchObject({
      code: 'plan_readers_busy',
      message: expect.stringContaining('Попробуйте через минуту'),
    });
    expect((await Promise.all([first, second])).map(([table]) => table?.rows)).toEqual([ROWS, ROWS]);
    expect((await parse('4.csv', csv))[0]?.rows).toEqual(ROWS);
  });
});
