import { describe, expect, it } from '@jest/globals';
import { Document, Packer, Table, type TableRow } from 'docx';
import fc from 'fast-check';
import JSZip from 'jszip';
import { drawRow, planRow, type Drawing } from '../../../../../functions/adapters/files/report-docx/row.ts';
import { DocxRows } from '../../../../../functions/adapters/files/report-docx/rows.ts';
import type { ReportRow } from '../../../../../functions/domain/report/report-document.ts';

const DRAWING: Drawing = {
  columns: [
    { key: 'text', title: 'Мероприятие', kind: 'text', width: 40 },
    { key: 'count', title: 'Школ', kind: 'count', width: 10 },
    { key: 'state', title: 'Состояние', kind: 'state', width: 20 },
  ],
  widths: [4000, 1000, 2000],
  size: 18,
};

const anyText = fc.oneof(
  fc.constantFrom('', 'а\n\nб', '\n', '<w:tr>&</w:tr>', '"«\'»"', '\uF0C20\uF0C2', '\u0001\uFFFE', '1.10'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyRow: fc.Arbitrary<ReportRow> = fc.record({
  level: fc.constantFrom('row', 'group', 'subtotal', 'total'),
  cells: fc.tuple(
    anyText,
    fc.option(fc.nat({ max: 99 }), { nil: null }),
    fc.constantFrom<('done' | 'overdue' | null)[]>('done', 'overdue', null),
  ),
});

describe('rows of a table in .docx', () => {
  it('written after the patterns of the library are what the library writes of them all', async () => {
    const tables = fc.array(fc.array(anyRow, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(tables, async (all) => {
        const rows = new DocxRows();
        const written = await xmlOf(all.map((table) => rows.add(DRAWING, table, isKept)));
        const drawn = all.map((table) =>
          table.map((row, index) => drawRow(DRAWING, planRow(DRAWING, row, isKept(index)))),
        );
        expect([...rows.mend(written)].join('')).toBe(await xmlOf(drawn));
      }),
      { numRuns: 25 },
    );
  });

  it('take one pattern for each look, however many they are', () => {
    const row: ReportRow = { level: 'row', cells: ['текст', 1, 'done'] };
    const patterns = new DocxRows().add(
      DRAWING,
      Array.from({ length: 3000 }, () => row),
      () => false,
    );
    expect(patterns).toHaveLength(1 + DRAWING.columns.length);
  });
});

function isKept(index: number): boolean {
  return index % 2 === 0;
}

async function xmlOf(tables: readonly (readonly TableRow[])[]): Promise<string> {
  const children = tables.map((rows) => new Table({ rows: [...rows], columnWidths: [4000, 1000, 2000] }));
  const zip = await JSZip.loadAsync(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return (await zip.file('word/document.xml')?.async('text')) ?? '';
}
