import type { CellGrid, ForeignTable } from '../../layout/layout.ts';
import type { PlanTable } from '../parse-plan-table.ts';
import { textAt } from '../table/foreign-table.ts';
import { aboutTable } from '../table/left-out.ts';
import { filledCells } from '../table/split-table.ts';
import { byColumns, MOST_LOOKED_AT, shareReadable, SURE, withRemark } from './other-headers.ts';
import type { PlanHeader } from './plan-header.ts';

const FEWEST = 2;

/** The column whose cells read as deadlines, and the longest texts beside it: told to the person, who may choose others. */
export function byContents(table: ForeignTable): PlanTable | undefined {
  const rows = table.rows.filter((row) => filledCells(row).length > 1);
  const width = Math.min(
    MOST_LOOKED_AT,
    Math.max(0, ...rows.slice(0, MOST_LOOKED_AT).map((row) => row.length)),
  );
  const columns = Array.from({ length: width }, (_, column) => column);
  const body = rows.slice(1);
  if (body.length < FEWEST) return undefined;
  const deadline = best(columns, (column) => (isNumbering(rows, column) ? 0 : shareReadable(body, column)));
  if (deadline === undefined || shareReadable(body, deadline) < SURE) return undefined;
  const others = columns.filter((column) => column !== deadline);
  const title = best(others, (column) => lengthOf(body, column));
  if (title === undefined || lengthOf(body, title) < 8) return undefined;
  const plan = byColumns(
    table,
    new Map([
      ['title', String(title + 1)],
      ['deadline', String(deadline + 1)],
    ]),
  );
  const names = plan && [title, deadline].map((column) => `«${nameOf(plan.header, table, column)}»`);
  return (
    plan &&
    withRemark(
      plan,
      aboutTable(
        table,
        `столбцы узнаны по содержанию: мероприятие — ${names?.[0]}, срок — ${names?.[1]}. ` +
          'Если это не так, назовите их: --column мероприятие=2 --column срок=3.',
      ),
    )
  );
}

const nameOf = ({ texts }: PlanHeader, { columnNames }: ForeignTable, column: number): string =>
  texts[column] || (columnNames?.[column] ?? `столбец ${column + 1}`);

function best(columns: readonly number[], score: (column: number) => number): number | undefined {
  const scored = columns.map((column) => ({ column, score: score(column) }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.column;
}

function lengthOf(rows: CellGrid, column: number): number {
  const looked = rows.slice(0, MOST_LOOKED_AT);
  return looked.reduce((sum, row) => sum + Math.min(200, textAt(row, column).length), 0) / looked.length;
}

/** «1.1, 1.2, 2.1» count the rows and are no days. */
function isNumbering(rows: CellGrid, column: number): boolean {
  const numbers = rows
    .slice(0, MOST_LOOKED_AT)
    .map((row) => textAt(row, column).replace(/\.$/u, ''))
    .filter((text) => text !== '' && /\d/u.test(text));
  return numbers.length > 1 && numbers.every((text, at) => at === 0 || follows(text, numbers[at - 1] ?? ''));
}

/** «1.2» and «2.1» after «1.1». */
function follows(number: string, before: string): boolean {
  if (!/^\d{1,3}(?:\.\d{1,3})*$/u.test(number)) return false;
  const [own, last] = [number, before].map((text) => text.split('.').map(Number));
  if (!own || !last) return false;
  const at = own.findIndex((part, index) => part !== last[index]);
  return at >= 0 && own[at] === (last[at] ?? 0) + 1 && own.slice(at + 1).every((part) => part === 1);
}
