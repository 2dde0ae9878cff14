import { formatDate } from '../../dates/dates.ts';
import {
  compareExecutions,
  compareFigures,
  comparePercents,
  type FigureChange,
  type Move,
  type Parts,
} from './compare-reports.ts';
import type { Period } from '../../dates/period.ts';
import type { ReportBlock, ReportDocument, ReportForm, ReportPart, ReportTable } from '../report-document.ts';
import { formatOver } from '../report-span.ts';
import { tableOf, type Field } from '../tables/table-of.ts';

/** Forms that say what has changed since. */
export const COMPARED_FORMS: ReadonlySet<ReportForm> = new Set(['full']);

type Asked = Pick<ReportDocument, 'form' | 'asOf'> & { readonly span: Period };

/** Two reports whose figures mean the same: of one form that is compared, on the same days, the other not of a later day. */
export function isComparable(previous: Asked, { form, span, asOf }: Asked): boolean {
  return (
    COMPARED_FORMS.has(form) &&
    previous.form === form &&
    previous.span.start === span.start &&
    previous.span.end === span.end &&
    previous.asOf <= asOf
  );
}

/** Said where no earlier report is comparable. */
export const NOTHING_TO_COMPARE: ReportBlock = {
  kind: 'text',
  style: 'body',
  text: 'Что изменилось, не показано: сводного отчёта за те же дни, с которым можно сравнить, ещё не было.',
};

/** «Что изменилось с отчёта № N»: the figures and executions of both, compared as they were printed. */
export function composeChanges(parts: Parts, previous: ReportDocument): ReportPart {
  const head = `Отчёт № ${previous.number} составлен по состоянию на ${formatDate(previous.asOf)} ${formatOver(previous.span)}.`;
  return {
    key: 'changes',
    title: `Что изменилось с отчёта № ${previous.number}`,
    blocks: comparison(parts, previous, head),
  };
}

function comparison(parts: Parts, previous: ReportDocument, head: string): readonly ReportBlock[] {
  return [
    { kind: 'text', style: 'body', text: `${head} ${comparePercents(parts, previous.parts)}`.trim() },
    { kind: 'table', table: figuresTable(compareFigures(parts, previous.parts)) },
    { kind: 'table', table: movesTable(compareExecutions(parts, previous.parts)) },
  ];
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
