import { planSync } from '../../../../functions/domain/sync/plan-sync.ts';
import { formatRowId, parseRowId } from '../../../../functions/domain/sync/row-id.ts';
import type { BaseRow, Cells, SheetRow } from '../../../../functions/domain/sync/row.ts';

export const idOf = (number: number) => formatRowId('книга', 'e', number);

/** Executions as the department has them: four rows in the order of their ids. */
export const KNOWN: readonly Cells[] = [
  { school: 'ОО № 1', measure: '1.1', mark: 'выполнено', doneOn: 46_100, note: 'приказ' },
  { school: 'ОО № 1', measure: '1.2', mark: 'в работе', doneOn: 46_101, note: 'план' },
  { school: 'ОО № 2', measure: '1.1', mark: 'выполнено', doneOn: 46_102, note: 'справка' },
  { school: 'ОО № 2', measure: '1.2', mark: 'не начато', doneOn: 46_103, note: 'письмо' },
];
export const [A = {}, B = {}, C = {}, D = {}] = KNOWN;
export const [a, b, c, d, e, f] = [1, 2, 3, 4, 5, 6].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

export function baseOf(
  rows: readonly Cells[],
  deleted: readonly string[] = [],
): ReadonlyMap<string, BaseRow> {
  return new Map(
    rows.map((cells, index) => {
      const id = idOf(index + 1);
      return [id, { id, cells, isDeleted: deleted.includes(id) }];
    }),
  );
}

export const row = (idCell: string, cells: Cells): SheetRow => ({ idCell, cells });

export const plan = (rows: readonly SheetRow[], base = baseOf(KNOWN)) =>
  planSync(base, rows, {
    naturalKey: ['school', 'measure'],
    nextNumber: base.size + 1,
    makeId: idOf,
    numberOf: (id) => parseRowId(id, 'книга', 'e'),
    consent: undefined,
  });

export const late = (cells: Cells): Cells => ({ ...cells, mark: 'просрочено' });
