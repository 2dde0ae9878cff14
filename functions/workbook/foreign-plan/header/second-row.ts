import type { CellGrid } from '../../layout/layout.ts';
import { textAt } from '../table/foreign-table.ts';
import type { TermColumn } from '../terms/term-columns.ts';
import { bindPlanHeader, type PlanHeader } from './plan-header.ts';

/**
 * The header with a second row of it below: «Сроки» over «начало» and «окончание». Undefined where the row below
 * divides no deadline.
 */
export function bindSecondRow(
  { texts, columns }: PlanHeader,
  below: CellGrid[number],
  hidden?: ReadonlySet<number>,
): PlanHeader | undefined {
  if (!isBlankOrSame(below, texts, columns.get('title'))) return undefined;
  const own = below.map((_, index) => textAt(below, index));
  const both = Array.from(
    { length: Math.max(texts.length, own.length) },
    (_, i) => own[i] || (texts[i] ?? ''),
  );
  const header = bindPlanHeader(both, hidden);
  const isSplit = (['start', 'end'] as const).every(
    (key) => (own[header?.columns.get(key) ?? -1] ?? '') !== '',
  );
  if (isSplit) return header;
  if (header && header.terms.filter(({ column }) => (own[column] ?? '') !== '').length > 1)
    return { ...header, terms: header.terms.map((term) => withYearAbove(term, texts[term.column] ?? '')) };
  return dividedDeadline({ texts, columns }, own);
}

/** «2022 год» over «I квартал». */
function withYearAbove({ column, term }: TermColumn, above: string): TermColumn {
  const years = above.match(/(?<!\d)20\d\d(?!\d)/gu) ?? [];
  const isOf = years.length === 1 && above !== term && !/20\d\d/u.test(term);
  return { column, term: isOf ? `${term} ${years[0] ?? ''} года` : term };
}

/** Done or not stands in such a part, and no deadline. */
const NO_DEADLINE = /факт|отметк|выполнен|исполнен/iu;

/** «Срок» over «основной» and «резервный»: both are deadlines of the row, told apart by these words. */
function dividedDeadline(
  { texts, columns }: Pick<PlanHeader, 'texts' | 'columns'>,
  own: readonly string[],
): PlanHeader | undefined {
  const first = columns.get('deadline');
  if (first === undefined || texts.filter((text) => text === texts[first]).length < 2) return undefined;
  const parts = own.flatMap((caption, column) =>
    texts[column] === texts[first] && caption !== '' && caption !== texts[first] ? [{ column, caption }] : [],
  );
  if (parts.length === 0) return undefined;
  const deadlines = parts.filter(({ caption }) => !NO_DEADLINE.test(caption));
  return { columns, texts, terms: [], deadlines: deadlines.length > 1 ? deadlines : [] };
}

/** A header cell merged over two rows stands in both: the second row is no item. */
export function isHeaderBelow({ texts, columns }: PlanHeader, below: CellGrid[number]): boolean {
  const index = columns.get('title');
  return index !== undefined && textAt(below, index) === texts[index];
}

function isBlankOrSame(below: CellGrid[number], texts: readonly string[], index = -1): boolean {
  const text = textAt(below, index);
  return text === '' || text === texts[index];
}
