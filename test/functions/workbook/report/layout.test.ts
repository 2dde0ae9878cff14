import { describe, expect, test } from '@jest/globals';
import type { ReportDocument, ReportPart } from '../../../../functions/domain/report/report-document.ts';
import type { LayoutCell } from '../../../../functions/workbook/layout/layout.ts';
import { layoutReport } from '../../../../functions/workbook/report/layout.ts';
import { readLayout } from '../../../support/read-report.ts';
import { SAMPLE_REPORT } from '../../../support/sample-report.ts';

const PROOF = { documentHash: '0123456789abcdef'.repeat(4), inputHash: 'f'.repeat(64) };
const PLACE = {
  sheetId: 7,
  title: 'Сводный отчёт № 4',
  findPlace: (_worksheet: string, rowId: string | null) =>
    rowId === 'gone' ? undefined : { sheetId: 5, rowNumber: Number(rowId?.slice(1)) + 1 },
};

const layOut = (changes: Partial<ReportDocument> = {}, state?: string) =>
  layoutReport({ ...SAMPLE_REPORT, ...changes }, { ...PROOF, ...(state && { state }) }, PLACE);

const textsOf = (layout: ReturnType<typeof layOut>) =>
  readLayout(layout).map((cells) => cells.filter((text) => text !== '').join(' | '));

/** The first cell of the row that begins with `first` and holds `value`. */
function findCell(layout: ReturnType<typeof layOut>, first: string, value: LayoutCell['value']) {
  const row = layout.rows.find(({ cells }) => cells[0]?.value === first);
  return row?.cells.find((cell) => cell.value === value);
}

describe('the tab of a report', () => {
  test('has the requisites above, the signature and the proof below the parts', () => {
    const texts = textsOf(layOut({}, 'подписан 25.11.2026, № 01-15/7'));
    expect(texts.slice(0, 6)).toEqual([
      'МКУ «Управление образования КГО»\nтелефон (351) 000-00-00\n______________ № ______________\nНа письмо от 20.09.2021 № 15 | ' +
        'МОиН Челябинской области',
      '',
      'СВОДНЫЙ ОТЧЁТ',
      'Об исполнении регламента сопровождения ШНОР за 2021 год',
      'подписан 25.11.2026, № 01-15/7',
      '',
    ]);
    const foot = texts.findIndex((text) => text.startsWith('Начальник МКУ'));
    expect(texts.slice(foot, foot + 4)).toEqual([
      'Начальник МКУ «Управление образования КГО» | ____________________ | ____________________',
      '',
      'Исп.: методист, телефон (351) 000-00-00',
      'Сведения о формировании: СВОДНЫЙ ОТЧЁТ № 4, сформирован программой 02.10.2021, ревизия данных 27. ' +
        `Контрольная сумма SHA-256: ${PROOF.documentHash}.`,
    ]);
    expect(texts.findIndex((text) => text === '5. Расшифровка')).toBeGreaterThan(foot);
  });

  test('says that it is a draft in the place of the number', () => {
    expect(textsOf(layOut({ number: 0 }))[0]).toContain('ЧЕРНОВИК');
  });

  test('leads from a figure to the rows behind it in the same tab', () => {
    const layout = layOut();
    const link = findCell(layout, '1.2', 6)?.link ?? '';
    const [, from, to] = /^#gid=7&range=A(\d+):[A-Z]+(\d+)$/.exec(link) ?? [];
    const shown = textsOf(layout).slice(Number(from) - 1, Number(to));
    expect(shown.map((text) => text.split(' | ')[1])).toEqual([1, 2, 3, 4, 5, 6].map((n) => `ОО № ${n}`));
  });

  test('shows the rows behind figures once more in each further order, and leads there', () => {
    const orders = [{ key: 'by_state', title: 'Те же по состояниям', rows: [9, 0, 1, 2, 3, 4, 5, 6, 7, 8] }];
    const leads = { total: { from: 0, to: 2, table: 'by_state' } };
    const parts = SAMPLE_REPORT.parts.map((part) =>
      mapTables(part, (table) =>
        table.key === 'details' ? { ...table, orders } : { ...table, rows: relink(table.rows, leads) },
      ),
    );
    const layout = layOut({ parts });
    const texts = textsOf(layout);
    const link = findCell(layout, '1.2', 6)?.link ?? '';
    const [, from, to] = /^#gid=7&range=A(\d+):[A-Z]+(\d+)$/.exec(link) ?? [];
    expect(texts.slice(Number(from) - 1, Number(to))).toEqual([
      '1.3 | ОО № 10 | не требуется',
      '1.2 | ОО № 1 | выполнено',
    ]);
    expect(texts[Number(from) - 3]).toBe('Те же по состояниям');
  });

  test('leads from a row to the row of the workbook, as long as that stands', () => {
    expect(findCell(layOut(), '1.2', '1.2')?.link).toBe('#gid=5&range=A2');
    const parts = SAMPLE_REPORT.parts.map((part) => renameSources(part, 'gone'));
    expect(findCell(layOut({ parts }), '1.2', '1.2')?.link).toBeUndefined();
  });

  test('says every state as a word, and shades what needs attention darkest', () => {
    const layout = layOut();
    expect(textsOf(layout)).toContain(
      'ОО № 1 | выполнено | выполнено с опозданием | выполнено, не подтверждено | в работе | не наступил срок | просрочено | ' +
        'ожидает акта | по запросу | срок не определён | не требуется',
    );
    const rules = layout.conditionalRules.filter(({ text }) => text === 'просрочено');
    expect(new Set(rules.map(({ style }) => style))).toEqual(
      new Set(rules.map(() => ({ background: '#e3b3ad', bold: true }))),
    );
    expect(rules.length).toBeGreaterThan(0);
  });

  test('explains the short words of columns that are too narrow for the states', () => {
    const parts = SAMPLE_REPORT.parts.map((part) => narrowStates(part));
    const texts = textsOf(layOut({ parts }));
    expect(texts).toContain(
      'ОО № 1 | выполн. | с опозд. | без док. | в работе | не наст. | ПРОСР. | ждёт | по запр. | нет срока | не треб.',
    );
    expect(texts).toContain(
      'Сокращения: выполн. — выполнено; с опозд. — выполнено с опозданием; без док. — выполнено, не подтверждено; не наст. — не наступил срок; ПРОСР. — просрочено; ' +
        'ждёт — ожидает акта; по запр. — по запросу; нет срока — срок не определён; ' +
        'не треб. — не требуется.',
    );
  });

  test('says so in the place of a table without rows', () => {
    const texts = textsOf(layOut());
    expect(texts[texts.indexOf('Под угрозой') + 1]).toBe('Под угрозой ничего нет.');
  });

  test('keeps text that looks like a formula as text', () => {
    expect(findCell(layOut(), '1.3', 'Консультации =СУММ(A1)')?.style?.format).toBe('text');
  });

  test('draws charts over figures of its own, without groups and totals', () => {
    const layout = layOut();
    const [chart] = layout.charts ?? [];
    expect(chart).toMatchObject({ title: 'Исполнение по мероприятиям', kind: 'stacked_bar' });
    const { startRow, endRow = 0, startColumn } = chart?.labels ?? { startRow: 0, startColumn: 0 };
    const columns = [startColumn, ...(chart?.series ?? []).map(({ range }) => range.startColumn)];
    const shown = layout.rows
      .slice(startRow, endRow)
      .map(({ cells }) => columns.map((column) => cells[column]?.value));
    expect(shown).toEqual([
      ['№ п/п', 'Всего', 'Выполнено'],
      ['1.2', 6, 1],
      ['1.3', 3, 'менее 10'],
    ]);
  });

  test('does not merge the rows of a table of thousands, and keeps its figures in one column each', () => {
    const rows = Array.from({ length: 2500 }, (_, index) => ({
      level: 'row' as const,
      cells: ['1.2', `ОО № ${index}`, 'done'],
    }));
    const parts = SAMPLE_REPORT.parts.map((part) => (part.key === 'details' ? withRows(part, rows) : part));
    const layout = layOut({ parts });
    const first = layout.rows.findIndex(({ cells }) => cells.some(({ value }) => value === 'ОО № 0'));
    expect(layout.merges.filter(({ startRow }) => startRow >= first && startRow < first + 2500)).toEqual([]);
    expect(layout.merges.length).toBeLessThan(1000);
  });
});

function mapTables(
  part: ReportPart,
  change: (table: Extract<ReportPart['blocks'][number], { kind: 'table' }>['table']) => typeof table,
): ReportPart {
  return {
    ...part,
    blocks: part.blocks.map((block) =>
      block.kind === 'table' ? { ...block, table: change(block.table) } : block,
    ),
  };
}

type Rows = Extract<ReportPart['blocks'][number], { kind: 'table' }>['table']['rows'];

function withRows(part: ReportPart, rows: Rows): ReportPart {
  return mapTables(part, (table) => ({ ...table, rows }));
}

function relink(rows: Rows, links: NonNullable<Rows[number]['links']>): Rows {
  return rows.map((row) => (row.links ? { ...row, links } : row));
}

function renameSources(part: ReportPart, rowId: string): ReportPart {
  return mapTables(part, (table) => ({
    ...table,
    rows: table.rows.map((row) => (row.source ? { ...row, source: { ...row.source, rowId } } : row)),
  }));
}

function narrowStates(part: ReportPart): ReportPart {
  return mapTables(part, (table) => ({
    ...table,
    columns: table.columns.map((column) => (column.kind === 'state' ? { ...column, width: 18 } : column)),
  }));
}
