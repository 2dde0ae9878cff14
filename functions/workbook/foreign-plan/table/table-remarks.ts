import { listNames } from '../../../domain/text/russian.ts';
import type { ForeignTable } from '../../layout/layout.ts';
import type { PlanHeader } from '../header/plan-header.ts';
import { textAt } from './foreign-table.ts';
import { aboutTable, shortenText } from './left-out.ts';
import { filledCells, type BodyRow } from './split-table.ts';

/** «Лист «План»: знаки сносок не взяты: строка 5 («…»).»; none where there is no place. */
export function remarkOn(table: ForeignTable, what: string, places: readonly string[]): readonly string[] {
  return places.length === 0 ? [] : [`${aboutTable(table, `${what}: ${listNames(places)}`)}.`];
}

/** In CSV a separator inside a text without quotes makes two cells of one, and moves those after it. */
export function wideRows(table: ForeignTable, body: readonly BodyRow[]): readonly string[] {
  if (table.kind !== 'file') return [];
  const wide = body.filter(({ row, header }) =>
    row.some((_, at) => at >= header.texts.length && textAt(row, at) !== ''),
  );
  if (wide.length === 0) return [];
  const places = listNames(
    wide.map(({ index, row }) => `строка ${index + 1} («${shortenText(filledCells(row).join(' | '))}»)`),
  );
  return [
    `Ячеек больше, чем столбцов в заголовке: ${places}. Похоже, разделитель стоит внутри текста без кавычек и сдвинул ` +
      'столбцы: проверьте эти строки.',
  ];
}

export function hiddenColumns(table: ForeignTable, { columns, texts }: PlanHeader): readonly string[] {
  const names = [...columns.values()]
    .filter((column) => table.hiddenColumns?.has(column))
    .map((column) => `«${texts[column] ?? ''}» (${table.columnNames?.[column] ?? column + 1})`);
  return names.length === 0
    ? []
    : [`${aboutTable(table, `скрыт, но прочитан столбец ${names.join(', ')}`)}.`];
}

export function hiddenRows(table: ForeignTable, rows: readonly number[]): readonly string[] {
  if (rows.length === 0) return [];
  const what =
    rows.length === 1
      ? `строка ${rows[0]} скрыта вручную или фильтром, но прочитана`
      : `строки ${listNames(rows.map(String))} скрыты вручную или фильтром, но прочитаны`;
  return [`${aboutTable(table, what)}.`];
}
