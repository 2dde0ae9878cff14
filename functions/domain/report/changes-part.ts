import { formatDate } from '../dates.ts';
import { STATE_TITLES, STATES } from '../obligation.ts';
import { formatPercent } from './format-percent.ts';
import type { ReportBlock, ReportDocument, ReportPart, ReportRow, ReportTable } from './report-document.ts';
import { formatOver } from './report-span.ts';
import { tableOf, type Cell, type Field } from './table-of.ts';

type Parts = readonly ReportPart[];

/** «Что изменилось с отчёта № N»: the figures and executions of both, compared as they were printed. */
export function composeChanges(
  parts: Parts,
  previous: ReportDocument,
  { span }: Pick<ReportDocument, 'span'>,
): ReportPart {
  const isSameSpan = previous.span.start === span.start && previous.span.end === span.end;
  const head = `Отчёт № ${previous.number} составлен по состоянию на ${formatDate(previous.asOf)} ${formatOver(previous.span)}.`;
  return {
    key: 'changes',
    title: `Что изменилось с отчёта № ${previous.number}`,
    blocks: isSameSpan
      ? comparison(parts, previous, head)
      : [
          {
            kind: 'text',
            style: 'body',
            text: `${head} Отчётные дни другие, поэтому числа не сравниваются.`,
          },
        ],
  };
}

function comparison(parts: Parts, previous: ReportDocument, head: string): readonly ReportBlock[] {
  return [
    { kind: 'text', style: 'body', text: `${head} ${comparePercents(parts, previous.parts)}`.trim() },
    { kind: 'table', table: figuresTable(compareFigures(parts, previous.parts)) },
    { kind: 'table', table: movesTable(compareExecutions(parts, previous.parts)) },
  ];
}

function findTable(parts: Parts, key: string): ReportTable | undefined {
  for (const { blocks } of parts) {
    for (const block of blocks) if (block.kind === 'table' && block.table.key === key) return block.table;
  }
  return undefined;
}

function cellOf(table: ReportTable, row: ReportRow, key: string): Cell {
  const position = table.columns.findIndex((column) => column.key === key);
  return row.cells[position] ?? null;
}

function comparePercents(now: Parts, before: Parts): string {
  const [is, was] = [now, before].map((parts) => {
    const table = findTable(parts, 'states');
    const total = table?.rows.find(({ level }) => level === 'total');
    return table && total ? cellOf(table, total, 'percent') : null;
  });
  if (typeof is !== 'number' || typeof was !== 'number') return '';
  return `Процент выполнения: было ${formatPercent(was)}, стало ${formatPercent(is)}.`;
}

interface FigureChange {
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

function compareFigures(now: Parts, before: Parts): readonly FigureChange[] {
  const [is, was] = [rowsByNumber(now), rowsByNumber(before)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((number) =>
    FIGURES.flatMap(([key, figure]) => {
      const [after, old] = [is.get(number), was.get(number)].map((row) => row?.figures.get(key) ?? 0);
      const title = is.get(number)?.title ?? was.get(number)?.title ?? '';
      return after === old ? [] : [{ number, title, figure, was: old ?? 0, is: after ?? 0 }];
    }),
  );
}

interface Figures {
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
      return [String(row.cells[0] ?? ''), { title: String(row.cells[1] ?? ''), figures }];
    }),
  );
}

const FIGURE_FIELDS: readonly Field<FigureChange>[] = [
  { key: 'number', title: '№ п/п', kind: 'text', width: 15, cell: ({ number }) => number || null },
  { key: 'title', title: 'Мероприятие', kind: 'text', width: 122, cell: ({ title }) => title },
  { key: 'figure', title: 'Число', kind: 'text', width: 58, cell: ({ figure }) => figure },
  { key: 'was', title: 'Было', kind: 'count', width: 24, cell: ({ was }) => was },
  { key: 'is', title: 'Стало', kind: 'count', width: 24, cell: ({ is }) => is },
  { key: 'difference', title: 'Разница', kind: 'days', width: 24, cell: ({ was, is }) => is - was },
];

function figuresTable(changes: readonly FigureChange[]): ReportTable {
  return tableOf({
    key: 'changed_figures',
    title: 'Числа',
    emptyText: 'Числа прежние.',
    fields: FIGURE_FIELDS,
    items: changes,
  });
}

interface Move {
  readonly measure: string;
  readonly school: string;
  readonly occurrence: string;
  /** Null: it was not counted then, or is not now. */
  readonly was: Cell;
  readonly is: Cell;
}

function compareExecutions(now: Parts, before: Parts): readonly Move[] {
  const [is, was] = [statesOf(now), statesOf(before)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [after, old] = [is.get(key), was.get(key)];
    const known = after ?? old;
    if (!known || after?.state === old?.state) return [];
    const { measure, school, occurrence } = known;
    return [{ measure, school, occurrence, was: old?.state ?? null, is: after?.state ?? null }];
  });
}

interface Standing extends Omit<Move, 'was' | 'is'> {
  readonly state: Cell;
}

function statesOf(parts: Parts): ReadonlyMap<string, Standing> {
  const table = findTable(parts, 'details');
  const standing = new Map<string, Standing>();
  for (const row of table ? table.rows : []) {
    const text = (key: string): string => String((table && cellOf(table, row, key)) ?? '');
    const [measure, school, occurrence] = [text('measure'), text('school'), text('occurrence')];
    standing.set([measure, school, occurrence].join('\n'), {
      measure,
      school,
      occurrence,
      state: table ? cellOf(table, row, 'state') : null,
    });
  }
  return standing;
}

/** As many as anyone reads; the figures above have them all. */
const MOVES = 500;

const MOVE_FIELDS: readonly Field<Move>[] = [
  { key: 'measure', title: '№ мероприятия', kind: 'text', width: 27, cell: ({ measure }) => measure },
  { key: 'school', title: 'Школа', kind: 'text', width: 90, cell: ({ school }) => school },
  {
    key: 'occurrence',
    title: 'За какой срок',
    kind: 'text',
    width: 50,
    cell: ({ occurrence }) => occurrence,
  },
  { key: 'was', title: 'Было', kind: 'state', width: 50, cell: ({ was }) => was },
  { key: 'is', title: 'Стало', kind: 'state', width: 50, cell: ({ is }) => is },
];

function movesTable(moves: readonly Move[]): ReportTable {
  const shown = moves.length > MOVES ? `Исполнения, первые ${MOVES} из ${moves.length}` : 'Исполнения';
  return tableOf({
    key: 'changed_executions',
    title: shown,
    emptyText: 'Состояния исполнений прежние.',
    fields: MOVE_FIELDS,
    items: moves.slice(0, MOVES),
  });
}
