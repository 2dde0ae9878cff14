import { formatRuns } from '../../domain/text/number-runs.ts';
import { cutAt } from '../../domain/text/shorten.ts';
import { columnLetters } from '../layout/columns.ts';
import { feedsFigures, type Column } from '../worksheets/spec.ts';
import type { Stray, RepeatedColumn } from './bind-columns.ts';
import type { Table } from './table.ts';

/** What of a worksheet that can be read is not read although figures depend on it. */
export type Gap =
  | { readonly kind: 'column_lost'; readonly column: Column; readonly stray: Stray | undefined }
  | ({ readonly kind: 'column_doubled' } & RepeatedColumn)
  /** Numbers of the rows, as people count them. */
  | { readonly kind: 'rows_above'; readonly rows: readonly number[] };

/** Everything for which a figure may be wrong although each row that is read is right. */
export function gapsOf(table: Table): readonly Gap[] {
  const { binding, above } = table;
  const lost = lostColumns(table).map((column): Gap => ({
    kind: 'column_lost',
    column,
    stray: binding.strays.get(column.key),
  }));
  const doubled = binding.repeated
    .filter((each) => feedsFigures(each.column) && disagrees(table, each))
    .map((each): Gap => ({ kind: 'column_doubled', ...each }));
  const rows = above.map(({ rowIndex }) => rowIndex + 1);
  return [...lost, ...doubled, ...(rows.length > 0 ? [{ kind: 'rows_above', rows } as const] : [])];
}

/** Columns that feed figures and that the sheet lacks; one that it may lack is lost where it had it before. */
export function lostColumns({ binding }: Pick<Table, 'binding'>): readonly Column[] {
  const { missing, before } = binding;
  return missing.filter((column) => feedsFigures(column) && (!column.isOptional || before.has(column.key)));
}

/** Whether something stands in the other column that does not stand in the one that is read. */
function disagrees({ binding, rows }: Table, { column, other }: RepeatedColumn): boolean {
  const key = binding.extra.find(({ index }) => index === other)?.key ?? '';
  return rows.some(({ staff }) => (staff[key] ?? null) !== null && staff[key] !== staff[column.key]);
}

interface Told {
  /** Russian: what is wrong. */
  readonly message: string;
  /** Russian: what to do. */
  readonly advice: string;
}

/** `headerRow` is zero-based. */
export function describeGap(gap: Gap, headerRow: number): Told {
  switch (gap.kind) {
    case 'column_lost':
      return columnLost(gap, headerRow);
    case 'column_doubled': {
      const [read, other] = [columnLetters(gap.index), columnLetters(gap.other)];
      return {
        message:
          `Столбец «${gap.column.title}» стоит дважды, ${read} и ${other}, и написано в них разное. ` +
          `Учитывается ${read}.`,
        advice: 'Оставьте один столбец или дайте лишнему другой заголовок.',
      };
    }
    case 'rows_above':
      return rowsAbove(gap.rows, headerRow);
  }
}

function columnLost({ column, stray }: Extract<Gap, { kind: 'column_lost' }>, headerRow: number): Told {
  const { title } = column;
  const cell = stray && `${columnLetters(stray.index)}${headerRow + 1}`;
  const now = stray?.header ? `там теперь «${cutAt(stray.header, MAX_HEADER)}»` : 'ячейка заголовка пуста';
  return {
    message:
      `Нет столбца «${title}»${cell ? `: он стоял в ${cell}, ${now}` : ''}. Прежние значения сохранены ` +
      'и учитываются дальше, новые из него не читаются.',
    advice: cell
      ? `Верните заголовок «${title}» в ячейку ${cell}.`
      : `Верните столбец (Ctrl+Z) или дайте нужному столбцу заголовок «${title}».`,
  };
}

const MAX_HEADER = 40;

function rowsAbove(rows: readonly number[], headerRow: number): Told {
  const [which, them] = rows.length === 1 ? ['стоит строка', 'Её'] : ['стоят строки', 'Их'];
  const how = rows.length === 1 ? 'какой приняла её' : 'какими приняла их';
  return {
    message:
      `Выше заголовка (строка ${headerRow + 1}) ${which} ${formatRuns(rows)}. ${them} система не читает, ` +
      `но хранит, ${how} раньше: ничего не удалено.`,
    advice: `Перетащите строку заголовков (${headerRow + 1}) выше ${rows.length === 1 ? 'неё' : 'них'}.`,
  };
}
