import { ROOM, type AgeLine, type Overview } from '../../../domain/overview/overview.ts';
import { formatPercent } from '../../../domain/report/tables/format-percent.ts';
import type { CellRange } from '../../layout/layout.ts';
import { LINES_START, linePiece, piecesOf, type Pieces } from './blocks.ts';
import { BURNING, FIGURE, joined, NAME } from './grid.ts';

const SECTION_HEAD = ['Раздел', 'всего', 'срок настал', 'сделано', 'доля', 'просро-\nчено'];

const SMALL_NAME = { ...NAME, size: 8 };

/** A name has four narrow columns. */
const NAME_COLUMNS = [null, null, null] as const;
const WHOSE_COLUMN = 7;
const WHOSE_HEAD = ['Ответственный', ...NAME_COLUMNS, 'просро-\nчено', 'дольше всего, дн.'];
const AGE_COLUMN = 14;
const AGE_HEAD = ['дней', 'просро-\nчено'];

export function sectionPieces(overview: Overview | undefined): readonly Pieces[] {
  const lines = (overview?.sections ?? []).map(({ title, total, due, dueDone, percent, overdue }) => {
    const share = percent === null ? '—' : formatPercent(percent);
    const burning = overdue > 0 ? BURNING : FIGURE;
    return linePiece(
      0,
      [title, total, due, dueDone, share, overdue],
      [SMALL_NAME, FIGURE, FIGURE, FIGURE, FIGURE, burning],
    );
  });
  return piecesOf({ column: 0, heading: 'Исполнение по разделам', head: SECTION_HEAD, lines });
}

/** Whose the overdue is. */
export function whosePieces(overview: Overview | undefined): readonly Pieces[] {
  const styles = [NAME, ...NAME_COLUMNS.map(() => NAME), BURNING, FIGURE];
  const own = (overview?.responsible ?? []).map(({ name, overdue, longest }) =>
    linePiece(WHOSE_COLUMN, [name, ...NAME_COLUMNS, overdue, longest], styles),
  );
  const nobody = linePiece(
    WHOSE_COLUMN,
    ['просроченного нет', ...NAME_COLUMNS, 0, null],
    styles.with(4, FIGURE),
  );
  return piecesOf({
    column: WHOSE_COLUMN,
    heading: 'Просрочено: у кого',
    head: WHOSE_HEAD,
    lines: own.length > 0 || !overview ? own : [nobody],
  });
}

/** `firstRow`: of the table. */
export function whoseMerges(firstRow: number): readonly CellRange[] {
  return Array.from({ length: 1 + ROOM.lines }, (_, at) =>
    joined(firstRow + LINES_START - 1 + at, WHOSE_COLUMN, WHOSE_COLUMN + 1 + NAME_COLUMNS.length),
  );
}

export function agePieces(overview: Overview | undefined): readonly Pieces[] {
  const lines = (overview?.ages ?? []).map((age) =>
    linePiece(AGE_COLUMN, [formatAge(age), age.count], [FIGURE, age.count > 0 ? BURNING : FIGURE]),
  );
  return piecesOf({ column: AGE_COLUMN, heading: 'Как давно', head: AGE_HEAD, lines });
}

function formatAge({ from, to }: AgeLine): string {
  return to === null ? `от ${from}` : `${from}–${to}`;
}
