import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import exceljs, { type Worksheet } from 'exceljs';
import fc from 'fast-check';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { parsePlanTables } from '../../../../../functions/adapters/files/plan/parse-tables.ts';
import {
  formatXlsx,
  writeXlsx,
  type XlsxSheet,
} from '../../../../../functions/adapters/files/report-xlsx/xlsx.ts';
import type { LayoutCell, SheetLayout } from '../../../../../functions/workbook/layout/layout.ts';
import { buildLayout } from '../../google-sheets/layouts.ts';
import { runs } from '../../../../support/long.ts';

const OPTIONS = { creator: 'ШНОР', created: new Date('2026-11-23T09:00:00Z') };

/** The file's sheets as exceljs reads them back. */
async function readBack(...sheets: XlsxSheet[]): Promise<Worksheet[]> {
  const workbook = new exceljs.Workbook();
  const bytes = await formatXlsx(sheets, OPTIONS);
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as never);
  return workbook.worksheets;
}

async function readSheet(changes: Partial<SheetLayout> = {}): Promise<Worksheet> {
  const [sheet] = await readBack({ layout: buildLayout(changes) });
  if (!sheet) throw new Error('the file has no sheet');
  return sheet;
}

/** A sheet of one row below nothing. */
function withCells(...cells: LayoutCell[]): Partial<SheetLayout> {
  return { rows: [{ cells }], frozenRows: 0, columnStyles: [], validations: [], conditionalRules: [] };
}

async function readPart(name: string, ...sheets: XlsxSheet[]): Promise<string> {
  const zip = await JSZip.loadAsync(await formatXlsx(sheets, OPTIONS));
  return (await zip.file(name)?.async('text')) ?? '';
}

/** Throws on what is not well-formed. */
async function assertWellFormed(bytes: Buffer): Promise<void> {
  const { files } = await JSZip.loadAsync(bytes);
  for (const [name, entry] of Object.entries(files)) {
    if (!entry.dir) new SaxesParser({ xmlns: true, fileName: name }).write(await entry.async('text')).close();
  }
}

test('a file is XML whatever signs stand in its texts', async () => {
  const signs = [
    '\uffff',
    '\ufffe',
    '\ud800',
    '\udc00x',
    '\u0000',
    '\u0008',
    '\u001f',
    '\r',
    '<',
    '&amp;',
    ']]>',
    '😀',
  ];
  const nasty = fc.array(fc.constantFrom(...signs, 'текст', '=', '"', "'", '_x0000_'), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(nasty, async (parts) => {
      const text = parts.join('');
      const layout = buildLayout({
        ...withCells({ value: text, note: text, link: `https://example.ru/${text}` }),
        title: text,
        validations: [
          {
            range: { startRow: 0, startColumn: 0 },
            rule: { kind: 'one_of', values: [text, 'да'] },
            help: text,
          },
        ],
      });
      await assertWellFormed(await formatXlsx([{ layout }], { ...OPTIONS, creator: text }));
    }),
    runs(25),
  );
}, 60_000);

describe('cells', () => {
  test('carry their values, dates as serial numbers in the Russian form', async () => {
    const sheet = await readSheet();
    expect(sheet.getCell('B2').value).toEqual(new Date(Date.UTC(2025, 11, 9)));
    expect(sheet.getCell('B2').numFmt).toBe('dd.mm.yyyy');
    expect(sheet.getCell('A1').note).toBeUndefined();
    expect(sheet.getCell('B1').note).toBe('День события');
  });

  test.each(['=1+1', '+7 900', '-5', '@SUM(A1)'])('%s is text and stays text when edited', async (value) => {
    const sheet = await readSheet(withCells({ value }));
    expect([sheet.getCell('A1').value, sheet.getCell('A1').numFmt]).toEqual([value, '@']);
  });

  test('take the style of their column below the header, their own style over it', async () => {
    const sheet = await readSheet({
      columnStyles: [undefined, undefined, { wrap: true, bold: true, border: true }],
      rows: [
        { cells: [{ value: 'ID' }] },
        {
          cells: [{ value: 1 }, { value: 2 }, { value: 'x', style: { bold: false, background: '#ffeecc' } }],
        },
      ],
    });
    expect(sheet.getCell('C2').style).toMatchObject({
      alignment: { wrapText: true },
      font: { name: 'Arial', size: 10 },
      fill: { fgColor: { argb: 'FFFFEECC' } },
      border: { top: { style: 'thin' }, right: { style: 'thin' } },
    });
    expect(sheet.getCell('C2').font.bold).toBeUndefined();
  });

  test('too long for Excel are cut with a sign of it', async () => {
    const sheet = await readSheet(withCells({ value: 'я'.repeat(40_000) }));
    expect(sheet.getCell('A1').value).toBe(`${'я'.repeat(32_766)}…`);
  });

  test.each(['=1+1', '+7 343', '-5', '@имя', '\tтекст', '\rтекст'])(
    'with the text %j stay texts when somebody edits them',
    async (value) => {
      const sheet = { layout: buildLayout(withCells({ value }, { value: 'текст' })) };
      const looks = [...(await readPart('xl/styles.xml', sheet)).matchAll(/<xf [^>]*xfId[^>]*>/gu)].map(
        String,
      );
      const cells = await readPart('xl/worksheets/sheet1.xml', sheet);
      const isQuoted = (address: string) => {
        const look = new RegExp(`r="${address}" s="(\\d+)"`, 'u').exec(cells)?.[1];
        return looks[Number(look)]?.includes('quotePrefix="1"');
      };
      expect([isQuoted('A1'), isQuoted('B1')]).toEqual([true, false]);
    },
  );

  test('with what looks like an escaped sign are read as they were typed', async () => {
    const sheet = { layout: buildLayout(withCells({ value: 'код _x000D_ и _x005f_' })) };
    const [table] = await parsePlanTables('.xlsx', await formatXlsx([sheet], OPTIONS));
    expect(table?.rows).toEqual([['код _x000D_ и _x005f_']]);
  });

  test('of a merge are one', async () => {
    const merges = [{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 3 }];
    const sheet = await readSheet({ ...withCells({ value: 'Отчёт' }), merges });
    expect(sheet.getCell('C1').master.address).toBe('A1');
  });

  test('of many merges are written in the order of the merges; two that overlap are refused', async () => {
    const [high, wide, other] = [
      { startRow: 0, endRow: 2, startColumn: 0, endColumn: 1 },
      { startRow: 0, endRow: 1, startColumn: 1, endColumn: 3 },
      { startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 },
    ];
    const rows = [{ cells: [{ value: 1 }] }, { cells: [] }];
    const layout = (...merges: SheetLayout['merges']) =>
      ({ layout: buildLayout({ ...withCells(), rows, merges }) }) satisfies XlsxSheet;
    const part = await readPart('xl/worksheets/sheet1.xml', layout(wide, high));
    expect(part).toContain('<mergeCell ref="B1:C1"/><mergeCell ref="A1:A2"/>');
    await expect(formatXlsx([layout(high, wide, { ...other, startColumn: 0 })], OPTIONS)).rejects.toThrow(
      'Cannot merge already merged cells',
    );
  });
});

describe('links', () => {
  const target = { sheetId: 7, layout: buildLayout({ ...withCells({ value: 1 }), title: 'О системе' }) };
  const source = (link: string) => ({ layout: buildLayout(withCells({ value: 'открыть', link })) });

  test('to the web are kept', async () => {
    const [sheet] = await readBack(source('https://example.org/?a=1&b=2'));
    expect(sheet?.getCell('A1').value).toEqual({
      text: 'открыть',
      hyperlink: 'https://example.org/?a=1&b=2',
    });
  });

  test('to a place in the workbook become places in the file, with no address outside of it', async () => {
    const sheets = [source('#gid=7&range=A5'), target];
    const xml = await readPart('xl/worksheets/sheet1.xml', ...sheets);
    expect(xml).toContain('<hyperlink ref="A1" location="&apos;О системе&apos;!A5"/>');
    expect(await readPart('xl/worksheets/_rels/sheet1.xml.rels', ...sheets)).not.toContain('hyperlink"');
  });

  test.each(['#gid=8&range=A5', 'file:///etc/passwd', 'javascript:alert(1)'])(
    '%s is plain text',
    async (link) => {
      const [sheet] = await readBack(source(link), target);
      expect(sheet?.getCell('A1').value).toBe('открыть');
    },
  );
});

describe('the sheet', () => {
  test('has the panes, the widths and the colour of its tab', async () => {
    const sheet = await readSheet();
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
    expect(sheet.getColumn(3).width).toBeCloseTo(28.57);
    expect(sheet.getRow(1).height).toBe(30);
    expect(sheet.properties.tabColor).toEqual({ argb: 'FF336699' });
  });

  test('gives a row the height of its longest wrapped text', async () => {
    const value = 'Проведение собеседований с администрацией школ по итогам аттестации';
    const one = await readSheet(withCells({ value }));
    const wrapped = await readSheet(withCells({ value, style: { wrap: true } }));
    expect(wrapped.getRow(1).height).toBeGreaterThan(one.getRow(1).height * 4);
  });

  test('prints on A4, one page wide, with its header and its number on each page', async () => {
    const sheet = await readSheet({
      title: 'Журнал & учёт',
      print: { landscape: true, repeatRows: 1, pagesWide: 1 },
    });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      printArea: 'A1:C2',
      margins: { left: 0.787, right: 0.394, top: 0.787, bottom: 0.787 },
    });
    expect(sheet.headerFooter.oddFooter).toBe(
      '&L&9&"Arial,Regular"Журнал && учёт&R&9&"Arial,Regular"Страница &P из &N',
    );
  });

  test('prints lines between the cells of a table that has none of its own', async () => {
    const bare = await readSheet();
    const lined = await readSheet({ columnStyles: [{ border: true }] });
    expect([bare.pageSetup.showGridLines, lined.pageSetup.showGridLines]).toEqual([true, undefined]);
  });

  test('has dropdowns that do not forbid, on the rows kept for typing too', async () => {
    const xml = await readPart('xl/worksheets/sheet1.xml', { layout: buildLayout() });
    expect(xml).toContain(
      '<dataValidation type="list" allowBlank="1" showInputMessage="1" prompt="Выберите из списка" ' +
        'sqref="C2:C5"><formula1>&quot;беседа,курсы&quot;</formula1></dataValidation>',
    );
  });

  test('keeps a list that has commas or is long on a hidden sheet', async () => {
    const range = { startRow: 1, startColumn: 2, endColumn: 3 };
    const rule = { kind: 'one_of', values: ['беседа, устная', 'курсы'] } as const;
    const [, lists] = await readBack({ layout: buildLayout({ validations: [{ range, rule, help: '' }] }) });
    expect([lists?.state, lists?.getCell('A1').value, lists?.getCell('A2').value]).toEqual([
      'veryHidden',
      'беседа, устная',
      'курсы',
    ]);
  });

  test('paints by rules that every program shows', async () => {
    const range = { startRow: 1, startColumn: 2, endColumn: 3 };
    const style = { background: '#ccffcc' } as const;
    const xml = await readPart('xl/worksheets/sheet1.xml', {
      layout: buildLayout({
        conditionalRules: [
          { range, when: 'text_equals', text: 'курсы "А"', style },
          { range, when: 'text_starts_with', text: 'Ждёт', style },
          { range, when: 'not_blank', style },
        ],
      }),
    });
    const rules = [...xml.matchAll(/<cfRule type="(\w+)".*?<formula>(.*?)<\/formula>/g)];
    expect(rules.map(([, type, formula]) => [type, formula?.replaceAll('&quot;', '"')])).toEqual([
      ['cellIs', '"курсы ""А"""'],
      ['expression', 'LEFT(C2,4)="Ждёт"'],
      ['expression', 'LEN(C2)&gt;0'],
    ]);
  });
});

describe('the file', () => {
  test('has sheet names that Excel accepts, all different', async () => {
    const titles = [
      'Отчёт [2026]/1: «итог»',
      'отчёт 2026 1 «итог»',
      'А'.repeat(40),
      `${'А'.repeat(31)}Б`,
      '??',
    ];
    const sheets = await readBack(...titles.map((title) => ({ layout: buildLayout({ title }) })));
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'Отчёт 2026 1 «итог»',
      'отчёт 2026 1 «итог» (2)',
      'А'.repeat(31),
      `${'А'.repeat(27)} (2)`,
      'Лист',
    ]);
  });

  test('is the same, byte for byte, for the same sheets', async () => {
    const first = await formatXlsx([{ layout: buildLayout() }], OPTIONS);
    expect(first.equals(await formatXlsx([{ layout: buildLayout() }], OPTIONS))).toBe(true);
    // Two files of the same second could be equal by chance.
    const parts = Object.values((await JSZip.loadAsync(first)).files);
    expect(new Set(parts.map((part) => part.date.toISOString()))).toEqual(
      new Set([OPTIONS.created.toISOString()]),
    );
  });

  test('is written whole, and a file of that name is replaced', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shnor-xlsx-'));
    const path = join(folder, 'отчёт.xlsx');
    await writeXlsx(path, [{ layout: buildLayout({ title: 'Прежний' }) }], OPTIONS);
    await writeXlsx(path, [{ layout: buildLayout() }], OPTIONS);
    expect(readdirSync(folder)).toEqual(['отчёт.xlsx']);
    expect(readFileSync(path).equals(await formatXlsx([{ layout: buildLayout() }], OPTIONS))).toBe(true);
    rmSync(folder, { recursive: true });
  });

  test('that cannot be written is told in Russian and leaves nothing behind', async () => {
    const path = join(tmpdir(), 'shnor-no-such-folder', 'отчёт.xlsx');
    await expect(writeXlsx(path, [{ layout: buildLayout() }], OPTIONS)).rejects.toMatchObject({
      code: 'file_not_written',
      message: expect.stringContaining('такой папки нет'),
    });
  });
});
