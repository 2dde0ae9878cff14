import { formatDate } from '../../dates/dates.ts';
import type { Evidence } from '../../records/evidence.ts';
import type { MeasureAssessment, Obligation } from '../../assessment/obligation.ts';
import type { JournalEntry } from '../../records/records.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportColumn, ReportPart, ReportRow, ReportTable } from '../report-document.ts';
import { WHOLE_MUNICIPALITY } from './whole-municipality.ts';
import { ordersOfEntries, ordersOfObligations, type RowOrder } from '../tables/row-orders.ts';
import { positionField, tableOf, type Field } from '../tables/table-of.ts';

const COLUMNS: readonly ReportColumn[] = [
  { key: 'position', title: '№', kind: 'count', width: 11 },
  { key: 'measure', title: '№ мероприятия', kind: 'text', width: 20 },
  { key: 'school', title: 'Школа', kind: 'text', width: 46 },
  { key: 'occurrence', title: 'За какой срок', kind: 'text', width: 28 },
  { key: 'state', title: 'Состояние', kind: 'state', width: 32 },
  { key: 'control', title: 'Контрольная дата', kind: 'date', width: 22 },
  { key: 'due', title: 'Срок наступил', kind: 'text', width: 18 },
  { key: 'days', title: 'Дней после срока', kind: 'days', width: 21 },
  { key: 'doneOn', title: 'Дата исполнения', kind: 'date', width: 22 },
  { key: 'evidence', title: 'Документ', kind: 'text', width: 47 },
];

/** Every execution that the figures count, once; the figures lead here. */
export function composeDetails({ obligations, measures, schools }: ReportBasis): ReportPart {
  const rowIds = new Map(measures.map(({ measure }) => [measure.number, measure.rowId]));
  const labels = new Set(measures.filter(isRepeated).map(({ measure }) => measure.number));
  const rows = obligations.map((obligation, index): ReportRow => ({
    level: 'row',
    cells: [
      index + 1,
      obligation.measure,
      obligation.school ?? WHOLE_MUNICIPALITY,
      labels.has(obligation.measure) ? (obligation.occurrence?.label ?? '') : '',
      obligation.state,
      obligation.occurrence?.controlDate ?? null,
      obligation.isDue ? 'да' : 'нет',
      daysLate(obligation),
      obligation.execution?.doneOn ?? null,
      formatEvidence(obligation),
    ],
    ...sourceOf(obligation, rowIds),
  }));
  return {
    key: 'details',
    annex: 'details',
    title: 'Расшифровка',
    blocks: [
      {
        kind: 'text',
        style: 'note',
        text: 'Каждое учтённое исполнение — одной строкой: по мероприятиям, внутри мероприятия по состояниям и школам.',
      },
      {
        kind: 'table',
        table: {
          key: 'details',
          title: '',
          columns: COLUMNS,
          rows,
          ...withOrders(ordersOfObligations(obligations, schools)),
          emptyText: 'Исполнений в отчёте нет.',
        },
      },
    ],
  };
}

const ENTRY_FIELDS: readonly Field<JournalEntry>[] = [
  positionField(13),
  { key: 'date', title: 'Дата', kind: 'date', width: 22, cell: ({ date }) => date },
  { key: 'kind', title: 'Вид работы', kind: 'text', width: 34, cell: ({ kind }) => kind },
  { key: 'measure', title: '№ мероприятия', kind: 'text', width: 23, cell: ({ measure }) => measure },
  { key: 'school', title: 'Школа', kind: 'text', width: 40, cell: ({ school }) => school ?? 'для всех школ' },
  { key: 'topic', title: 'Тема', kind: 'text', width: 55, cell: ({ topic }) => topic },
  {
    key: 'leaders',
    title: 'Руководителей',
    kind: 'count',
    width: 22,
    cell: ({ leaders }) => leaders ?? null,
  },
  { key: 'teachers', title: 'Педагогов', kind: 'count', width: 20, cell: ({ teachers }) => teachers ?? null },
  {
    key: 'evidence',
    title: 'Документ',
    kind: 'text',
    width: 38,
    cell: ({ evidence }) => nameEvidence(evidence),
  },
];

/** Every entry that the figures count, once. */
export function journalTable(journal: readonly JournalEntry[]): ReportTable {
  const table = tableOf({
    key: 'details_journal',
    title: 'Записи журнала',
    emptyText: 'Записей в журнале за отчётный период нет.',
    fields: ENTRY_FIELDS,
    items: journal,
    leadsOf: ({ rowId }) => ({ source: { worksheet: 'journal', rowId } }),
  });
  return { ...table, ...withOrders(ordersOfEntries(journal)) };
}

function withOrders(orders: readonly RowOrder[]): Pick<ReportTable, 'orders'> {
  return orders.length > 0 ? { orders } : {};
}

/** A deadline that comes once has no occurrence to name. */
export function isRepeated({ occurrences }: MeasureAssessment): boolean {
  return occurrences.length > 1;
}

/** The row of «Исполнение», or the measure's where nobody has entered one yet. */
export function sourceOf(
  { execution, measure }: Obligation,
  measureRows: ReadonlyMap<string, string>,
): Pick<ReportRow, 'source'> {
  if (execution) return { source: { worksheet: 'executions', rowId: execution.rowId } };
  const rowId = measureRows.get(measure);
  return rowId === undefined ? {} : { source: { worksheet: 'regulation', rowId } };
}

/** Of what is overdue up to the day of the report, of what was done late up to the day of the work. */
export function daysLate({ state, overdueDays, lateDays }: Obligation): number | null {
  if (state === 'overdue') return overdueDays;
  return state === 'done_late' ? lateDays : null;
}

export function formatEvidence({ execution }: Pick<Obligation, 'execution'>): string {
  return execution ? nameEvidence(execution.evidence) : '';
}

export function nameEvidence({ kind, number, date, link }: Evidence): string {
  const named = [kind, number && `№ ${number}`, date && `от ${formatDate(date)}`].filter(Boolean).join(' ');
  return named || (link ? 'ссылка' : '');
}
