import type { CellGrid } from '../../layout/layout.ts';
import { textAt } from '../table/foreign-table.ts';
import type { PlanHeader } from '../header/plan-header.ts';

type Row = CellGrid[number];

/** Days of a month are seldom all among the first ones, and no number of meetings is much greater. */
const SMALL = 12;
const TINY = 5;
const TOTAL = /^(?:итого|всего|(?:общее\s+)?(?:кол-во|количество)(?:\s+мероприятий)?$)/iu;

/** Whether numbers under «сентябрь», «октябрь» say how often and not on which day. */
export function holdCounts({ terms, texts }: PlanHeader, rows: readonly Row[]): boolean {
  const cells = rows.flatMap((row) => terms.map(({ column }) => textAt(row, column)));
  const numbers = cells.filter((text) => /^\d{1,2}$/u.test(text)).map(Number);
  if (numbers.length === 0) return false;
  if (texts.some((text) => TOTAL.test(text))) return true;
  if (numbers.length < 2 || cells.some((text) => /^(?:до|с|к)\s+\d/iu.test(text))) return false;
  const most = Math.max(...numbers);
  return most <= TINY || (most <= SMALL && new Set(numbers).size < numbers.length);
}

/** The header that a row stands under, its columns of time known for counts where they hold them. */
export function withCounts(
  body: readonly { readonly row: Row; readonly header: PlanHeader }[],
): ReadonlyMap<PlanHeader, PlanHeader> {
  const under = Map.groupBy(
    body.filter(({ header }) => header.terms.length > 0),
    ({ header }) => header,
  );
  return new Map(
    [...under].flatMap(([header, rows]) => {
      const isCount = holdCounts(
        header,
        rows.map(({ row }) => row),
      );
      return isCount
        ? [[header, { ...header, terms: header.terms.map((term) => ({ ...term, isCount })) }]]
        : [];
    }),
  );
}
