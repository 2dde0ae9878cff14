import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planSync } from '../../../../functions/domain/sync/plan-sync.ts';
import { formatRowId, parseRowId } from '../../../../functions/domain/sync/row-id.ts';
import type { BaseRow, SheetRow } from '../../../../functions/domain/sync/row.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { arrangeColumns } from '../../../../functions/workbook/table/arrange-columns.ts';
import type { Places } from '../../../../functions/workbook/table/places.ts';
import { parseTable, type Table, type TableRow } from '../../../../functions/workbook/table/table.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { runs } from '../../../support/long.ts';

const BOOK = 'книга';
const { journal: JOURNAL } = WORKSHEETS;
const HEADER = JOURNAL.columns.map(({ title }) => title);

type Grid = readonly (readonly Cell[])[];

const record = fc.record({
  date: fc.integer({ min: 46_000, max: 46_400 }),
  kind: fc.constantFrom('собеседование', 'КПК', 'консультация'),
  measure: fc.constantFrom('1.1', '2.1', '4.2'),
  school: fc.constantFrom(null, 'ОО № 1 (демо)', 'ОО № 2 (демо)'),
  topic: fc.constantFrom(null, 'Итоги', 'Тема', 'Документ'),
});

/** What people do to a header; `at` is a row between the records. */
const DAMAGES: Readonly<Record<string, (records: Grid, at: number) => Grid>> = {
  deleted: (records) => records,
  emptied: (records) => [HEADER.map(() => null), ...records],
  'pasted over by a record': (records, at) => [records[at % records.length] ?? [], ...records],
  'in another language': (records) => [
    HEADER.map((_, index) => `Title ${String.fromCodePoint(65 + index)}`),
    ...records,
  ],
  moved: (records, at) => records.toSpliced(at, 0, HEADER),
  doubled: (records, at) => [HEADER, ...records.toSpliced(at, 0, HEADER)],
  'doubled one column aside': (records, at) => [
    HEADER,
    ...records.toSpliced(at, 0, [null, ...HEADER.slice(0, -1)]),
  ],
  'far down': (records) => [...Array.from({ length: 15 }, () => ['Журнал района']), HEADER, ...records],
  'partly overwritten': (records) => [
    HEADER.map((title, index) => (index < 6 ? 'вставка' : title)),
    ...records,
  ],
};

const damage = fc.record({
  records: fc.array(record, { minLength: 1, maxLength: 20 }),
  how: fc.constantFrom(...Object.keys(DAMAGES)),
  at: fc.nat(19),
});

function sheetRows(rows: readonly TableRow[]): readonly SheetRow[] {
  return rows.map(({ idCell, staff }) => ({ idCell, cells: staff }));
}

function planOf(table: Table, base: ReadonlyMap<string, BaseRow>) {
  return planSync(base, sheetRows(table.rows), {
    naturalKey: JOURNAL.naturalKey,
    nextNumber: base.size + 1,
    makeId: (number) => formatRowId(BOOK, 'j', number),
    numberOf: (id) => parseRowId(id, BOOK, 'j'),
    consent: undefined,
    above: sheetRows(table.above),
  });
}

function readWhole(rows: Grid, known?: Places): Table | undefined {
  const table = parseTable(JOURNAL, { sheetId: 1, title: 'Журнал', rows }, known);
  return table.kind === 'complete' ? table : undefined;
}

/** The sheet as provisioning leaves it. */
function mend(rows: Grid, known: Places): Grid | undefined {
  const arranged = arrangeColumns(JOURNAL, { sheetId: 1, title: 'Журнал', rows }, known);
  if (!arranged?.restored) return undefined;
  const header = arranged.columns.map(({ title }) => title);
  return rows.toSpliced(arranged.headerRow, arranged.restored === 'filled' ? 1 : 0, header);
}

test('whatever happens to a header, no stored row is deleted, held for deleted or changed, and none is made of it', () => {
  fc.assert(
    fc.property(damage, ({ records, how, at }) => {
      const standing = records.map((cells, index) =>
        JOURNAL.columns.map(({ key }) =>
          key === 'id'
            ? formatRowId(BOOK, 'j', index + 1)
            : (({ ...cells } as Record<string, Cell>)[key] ?? null),
        ),
      );
      const whole = readWhole([HEADER, ...standing]);
      if (!whole) throw new Error('the whole sheet was not read');
      const { places } = whole.binding;
      const base = new Map(
        whole.rows.map(({ idCell: id, staff: cells }) => [id, { id, cells, isDeleted: false }]),
      );
      const damaged = DAMAGES[how]?.(standing, at % standing.length) ?? [];
      const mended = mend(damaged, places);
      // What stands is never written over: it stands in the same order after the mend.
      const filled = (rows: Grid) =>
        rows.filter((row) => row.some((cell) => cell !== null && !HEADER.includes(String(cell))));
      if (mended) expect(filled(mended)).toEqual(filled(damaged));
      for (const rows of [damaged, ...(mended ? [mended] : [])]) {
        const table = readWhole(rows, places);
        if (!table) continue;
        const plan = planOf(table, base);
        // A record pasted over the header is there twice, and the copy is a row of its own.
        const copies = how === 'pasted over by a record' ? ['create'] : [];
        expect([plan.changes.map(({ kind }) => kind), plan.brake]).toEqual([copies, undefined]);
      }
      if (['deleted', 'emptied', 'in another language', 'pasted over by a record'].includes(how))
        expect(mended).toBeDefined();
    }),
    runs(500),
  );
});
