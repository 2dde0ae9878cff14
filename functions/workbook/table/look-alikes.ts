import { comparableName } from '../../domain/text/same-name.ts';
import { columnLetters } from '../layout/columns.ts';
import { feedsFigures, type Column } from '../worksheets/spec.ts';
import { isBlank } from './blank.ts';
import { namesOf } from './header-names.ts';
import { isOwnColumn, ownColumnTitle, type OwnColumn } from './own-columns.ts';
import type { Table, TableRow } from './table.ts';

/** A column of people's own that they may fill in for one that feeds figures. */
export interface LookAlike {
  readonly own: OwnColumn;
  readonly column: Column;
  /** Rows in which it says what the column that is read does not say; never empty. */
  readonly rows: readonly TableRow[];
}

/**
 * Columns under a header of people's own whose header goes on where a title of ours ends («Дата исполнения (факт)»), or
 * whose cells are choices of ours («выполнено» under «Отметка об исполнении»). Where it says the same, nothing is lost.
 */
export function findLookAlikes({ worksheet, binding, rows }: Table): readonly LookAlike[] {
  const repeated = new Set(binding.repeated.map(({ other }) => other));
  const read = worksheet.columns.filter((column) => feedsFigures(column) && binding.columns.has(column.key));
  return binding.extra
    .filter(({ index, key }) => !repeated.has(index) && isOwnColumn(key))
    .flatMap((own) => {
      const found = read.flatMap((column) => {
        const isMeant = meaningIn(own, column);
        if (!isMeant) return [];
        const strange = rows.filter(
          ({ staff }) => isMeant(staff[own.key]) && !isSame(staff[own.key], staff[column.key]),
        );
        return strange.length > 0 ? [{ own, column, rows: strange }] : [];
      });
      return found.slice(0, 1);
    });
}

type CellOf = TableRow['staff'][string] | undefined;
type CellTest = (cell: CellOf) => boolean;

/** Which cells under the own header may be meant for the column; undefined: none. */
function meaningIn(own: OwnColumn, column: Column): CellTest | undefined {
  if (goesOn(comparableName(ownColumnTitle(own.key)), column)) return (cell) => !isBlank(cell);
  const { type } = column;
  if (type.kind !== 'choice' || type.isOpen === true) return undefined;
  // The first choice says nothing: rows are born with it.
  const telling = new Set(type.options.slice(1).map(comparableName));
  return (cell) => typeof cell === 'string' && telling.has(comparableName(cell));
}

/** A title of one word («Дата», «Школа») begins many headers that mean something else. */
function goesOn(header: string, column: Column): boolean {
  const { titles, synonyms } = namesOf(column);
  return [...titles, ...synonyms].some(
    (name) => name.includes(' ') && header.startsWith(name) && /^[^\p{L}]/u.test(header.slice(name.length)),
  );
}

function isSame(own: CellOf, ours: CellOf): boolean {
  return comparableName(String(own ?? '')) === comparableName(String(ours ?? ''));
}

interface Told {
  /** Russian: what is wrong. */
  readonly message: string;
  /** Russian: what to do. */
  readonly advice: string;
}

export function describeLookAlike({ own, column, rows }: LookAlike): Told {
  const [first] = rows;
  const more = rows.length > 1 ? ` и ещё ${rows.length - 1}` : '';
  const letters = columnLetters(own.index);
  return {
    message:
      `В столбце «${ownColumnTitle(own.key)}» (${letters}) написано не то, что в «${column.title}» ` +
      `(строка ${(first?.rowIndex ?? 0) + 1}${more}): система читает только «${column.title}».`,
    advice: `Перенесите нужное в «${column.title}», а столбец ${letters} очистите или назовите иначе.`,
  };
}
