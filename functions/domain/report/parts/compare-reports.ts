import { STATE_TITLES, STATES } from '../../assessment/states/state.ts';
import { comparableName } from '../../text/same-name.ts';
import { formatPercent } from '../tables/format-percent.ts';
import type { ReportPart, ReportRow, ReportTable } from '../report-document.ts';
import type { ReportCell } from '../tables/table-of.ts';

export type Parts = readonly ReportPart[];

function findTable(parts: Parts, key: string): ReportTable | undefined {
  for (const { blocks } of parts) {
    for (const block of blocks) if (block.kind === 'table' && block.table.key === key) return block.table;
  }
  return undefined;
}

function cellOf(table: ReportTable, row: ReportRow, key: string): ReportCell {
  const position = table.columns.findIndex((column) => column.key === key);
  return row.cells[position] ?? null;
}

export function comparePercents(now: Parts, before: Parts): string {
  const [is, was] = [now, before].map((parts) => {
    const table = findTable(parts, 'states');
    const total = table?.rows.find(({ level }) => level === 'total');
    return table && total ? cellOf(table, total, 'percent') : null;
  });
  if (typeof is !== 'number' || typeof was !== 'number') return '';
  return `Процент выполнения: было ${formatPercent(was)}, стало ${formatPercent(is)}.`;
}

export interface FigureChange {
  readonly number: string;
  readonly title: string;
  readonly figure: string;
  readonly was: number;
  readonly is: number;
}

const FIGURES: readonly (readonly [key: string, title: string])[] = [
  ['total', 'всего исполнений'],
  ...STATES.map((state) => [state, STATE_TITLES[state]] as const),
  ['due', 'срок наступил'],
  ['dueDone', 'выполнено из наступивших'],
];

export function compareFigures(now: Parts, before: Parts): readonly FigureChange[] {
  const [is, was] = [rowsByNumber(now), rowsByNumber(before)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name) =>
    FIGURES.flatMap(([key, figure]) => {
      const [after, old] = [is.get(name), was.get(name)].map((row) => row?.figures.get(key) ?? 0);
      const { number = '', title = '' } = is.get(name) ?? was.get(name) ?? {};
      return after === old ? [] : [{ number, title, figure, was: old ?? 0, is: after ?? 0 }];
    }),
  );
}

interface Figures {
  readonly number: string;
  readonly title: string;
  readonly figures: ReadonlyMap<string, number>;
}

/** The measures, and the total under ''. */
function rowsByNumber(parts: Parts): ReadonlyMap<string, Figures> {
  const table = findTable(parts, 'states');
  const rows = table?.rows.filter(({ level }) => level === 'row' || level === 'total') ?? [];
  return new Map(
    rows.map((row) => {
      const figures = new Map(
        table?.columns.flatMap(({ key }, index) => {
          const cell = row.cells[index];
          return typeof cell === 'number' ? [[key, cell] as const] : [];
        }),
      );
      const number = String(row.cells[0] ?? '');
      return [comparableName(number), { number, title: String(row.cells[1] ?? ''), figures }];
    }),
  );
}

export interface Move {
  readonly measure: string;
  readonly school: string;
  readonly occurrence: string;
  /** Null: it was not counted then, or is not now. */
  readonly was: ReportCell;
  readonly is: ReportCell;
}

export function compareExecutions(now: Parts, before: Parts): readonly Move[] {
  const [is, was] = [statesOf(now), statesOf(before)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [after, old] = [is.get(key), was.get(key)];
    const known = after ?? old;
    if (!known || after?.state === old?.state) return [];
    const { measure, school, occurrence } = known;
    return [{ measure, school, occurrence, was: old?.state ?? null, is: after?.state ?? null }];
  });
}

interface MovedRow extends Omit<Move, 'was' | 'is'> {
  readonly state: ReportCell;
}

function statesOf(parts: Parts): ReadonlyMap<string, MovedRow> {
  const table = findTable(parts, 'details');
  const standing = new Map<string, MovedRow>();
  for (const row of table ? table.rows : []) {
    const text = (key: string): string => String((table && cellOf(table, row, key)) ?? '');
    const [measure, school, occurrence] = [text('measure'), text('school'), text('occurrence')];
    standing.set([measure, school, occurrence].map(comparableName).join('\n'), {
      measure,
      school,
      occurrence,
      state: table ? cellOf(table, row, 'state') : null,
    });
  }
  return standing;
}
