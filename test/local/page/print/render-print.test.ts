import { describe, expect, test } from '@jest/globals';
import { renderPrint } from '../../../../local/page/print/render-print.ts';
import type { PageCell, PageFrame, PageRow, PageSheet } from '../../../../local/page/wire/book.ts';

const FRAME: PageFrame = {
  sheetId: 3,
  title: 'Исполнение',
  isHidden: false,
  frozenRows: 1,
  frozenColumns: 0,
  hidesGridlines: false,
  rowKeys: [],
  columnKeys: [],
  columnWidths: { 0: 120 },
  rowHeights: { 0: 30 },
  hiddenRows: [],
  hiddenColumns: [],
  merges: [],
  validations: [],
  highlights: [],
  guards: [],
  charts: [],
};

const cell = (v: string | number, rest: Partial<PageCell> = {}): PageCell => ({ v, ...rest });

function printed(rows: readonly (PageRow | null)[], frame: Partial<PageFrame> = {}): string {
  const sheet: PageSheet = { frame: { ...FRAME, ...frame }, rows };
  return renderPrint(sheet).text.replaceAll(/\s*\n\s*/gu, '');
}

/** Texts of the cells, row by row; `head` and `body` apart. */
function textsIn(html: string, part: 'thead' | 'tbody'): readonly (readonly string[])[] {
  const inner = new RegExp(`<${part}>(.*)</${part}>`, 'u').exec(html)?.[1] ?? '';
  const rows = inner.split('<tr').slice(1);
  return rows.map((row) => [...row.matchAll(/<span>(.*?)<\/span>/gu)].map(([, text]) => text ?? ''));
}

const ROWS = [
  [cell('Школа'), cell('Отметка'), cell('Дней')],
  [cell('ОО № 5 <b>'), null, cell(54)],
  [cell('ОО № 6'), cell('выполнено')],
  [null, cell('', { s: { background: '#ffffff' } })],
];

describe('a tab on paper', () => {
  test('the frozen rows head each page, cells say what people see, empty ends stay away', () => {
    const html = printed(ROWS);
    expect(textsIn(html, 'thead')).toEqual([['Школа', 'Отметка', 'Дней']]);
    expect(textsIn(html, 'tbody')).toEqual([
      ['ОО № 5 &lt;b&gt;', '', '54'],
      ['ОО № 6', 'выполнено', ''],
    ]);
    expect(html).toContain(
      '<col style="width:120px" /><col style="width:100px" /><col style="width:100px" />',
    );
  });

  test('hidden rows and columns stay away, also under a joined cell', () => {
    const merges = [{ startRow: 1, endRow: 3, startColumn: 0, endColumn: 2 }];
    const html = printed(ROWS, { hiddenRows: [1], hiddenColumns: [1], merges });
    expect(textsIn(html, 'tbody')).toEqual([['ОО № 5 &lt;b&gt;', '']]);
    expect(html).toContain('rowspan="1" colspan="1"');
  });

  test('a joined cell takes its place', () => {
    const html = printed(ROWS, { merges: [{ startRow: 1, endRow: 2, startColumn: 0, endColumn: 2 }] });
    expect(textsIn(html, 'tbody')[0]).toEqual(['ОО № 5 &lt;b&gt;', '54']);
    expect(html).toContain('rowspan="1" colspan="2"');
  });

  test('a long text goes on over empty cells and stops before a full one', () => {
    const [first, second] =
      printed(ROWS)
        .split('<tbody>')[1]
        ?.match(/<td class="[a-z]*"/gu) ?? [];
    expect([first, second]).toEqual(['<td class=""', '<td class="clipped"']);
  });

  test('looks as on the screen, and as the rules of the sheet have it', () => {
    const styled = cell('просрочено', { s: { bold: true, size: 9, align: 'center', wrap: 'wrap' } });
    const box = { startRow: 1, endRow: 9, startColumn: 0, endColumn: 1 };
    const html = printed([[cell('Состояние')], [styled]], {
      highlights: [{ boxes: [box], when: 'beginsWith', text: 'просроч', style: { background: '#fbe0c4' } }],
    });
    expect(html).toContain(
      'style="font-weight:bold;font-size:9pt;background:#fbe0c4;text-align:center;--wrap:pre-wrap"',
    );
  });

  test('a chart lies over its cells, and the paper is as large as it needs', () => {
    const chart = {
      title: 'По <неделям>',
      kind: 'column' as const,
      row: 1,
      column: 0,
      width: 200,
      height: 50,
      labels: ['18.10'],
      series: [{ title: 'сделано', colour: '#1f4e79', values: [3] }],
    };
    const html = printed([[cell('Обзор')]], { charts: [chart] });
    expect(html).toMatch(/<div class="chart"><svg .*По &lt;недел/u);
    expect(textsIn(html, 'tbody')).toHaveLength(3);
    expect(html).toContain('<table style="width:220px" class="lined">');
  });

  test('a list has the lines of its grid, a page laid out as a document its own alone', () => {
    const classOf = (frame: Partial<PageFrame>) =>
      /<table [^>]*class="([a-z]*)"/u.exec(printed(ROWS, frame))?.[1];
    expect([classOf({}), classOf({ frozenRows: 0 }), classOf({ hidesGridlines: true })]).toEqual([
      'lined',
      '',
      '',
    ]);
  });

  test('an empty tab says so', () => {
    expect(printed([])).toBe('<p>Лист пуст: печатать нечего.</p>');
  });
});
