import type { PageFrame, PageGuard, PageSheet } from './book.ts';

/** The guard over a cell, if the system owns it. */
export function findGuard({ guards }: PageFrame, row: number, column: number): PageGuard | undefined {
  return guards.find(
    ({ box }) =>
      row >= box.startRow && row < box.endRow && column >= box.startColumn && column < box.endColumn,
  );
}

/** «Проверка»: what the column is called in the sheet's header; its number where it has no name. */
export function columnTitle({ frame, rows }: PageSheet, column: number): string {
  const header = Math.max(frame.frozenRows, 1) - 1;
  return String(rows[header]?.[column]?.v ?? `№ ${column + 1}`);
}

/** Whether the sheet as a whole is the system's. */
export function isWholeSheet({ guards, rowKeys, columnKeys }: PageFrame): boolean {
  return guards.some(
    ({ box }) =>
      box.startRow === 0 &&
      box.startColumn === 0 &&
      box.endRow >= rowKeys.length &&
      box.endColumn >= columnKeys.length,
  );
}

/** Why nothing was written there, and what to do instead. */
export function explainGuard(sheet: PageSheet, columns: ReadonlySet<number>): string {
  const { title } = sheet.frame;
  if (isWholeSheet(sheet.frame))
    return `Лист «${title}» заполняет система: набранное здесь пропало бы. Правьте свои листы — этот обновится сам.`;
  const names = [...columns].sort((a, b) => a - b).map((column) => `«${columnTitle(sheet, column)}»`);
  const what = names.length === 1 ? `Столбец ${names[0]}` : `Столбцы ${names.join(', ')}`;
  const verb = names.length === 1 ? 'заполняет' : 'заполняют не люди, их ведёт';
  return `${what} ${verb} система. Исправьте белые ячейки строки — серые обновятся сами.`;
}
