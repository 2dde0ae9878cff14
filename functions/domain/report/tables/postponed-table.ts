import { formatMoves, movesIn } from '../../records/postponements.ts';
import type { Obligation } from '../../assessment/obligation.ts';
import { countOf, NOUNS, type NounForms } from '../../text/russian.ts';
import { WHOLE_MUNICIPALITY } from '../parts/whole-municipality.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportTable } from '../report-document.ts';
import { positionField, tableOf, type Field } from './table-of.ts';

interface Moved {
  readonly obligation: Obligation;
  /** Russian: how often, from which day, to which. */
  readonly moves: string;
  readonly times: number;
}

/** Executions whose term stands moved, as the history tells it; what is of no date or ground has not moved. */
function movedOf({ obligations, assessment }: ReportBasis): readonly Moved[] {
  const log = assessment.records.postponements ?? {};
  return obligations.flatMap((obligation) => {
    const { occurrence, execution } = obligation;
    const from = occurrence?.postponedFrom;
    if (!occurrence || from === undefined) return [];
    const known = log[execution?.rowId ?? ''] ?? [];
    const values = movesIn(known).length > 0 ? known : [{ on: null, to: occurrence.controlDate }];
    return [{ obligation, moves: formatMoves(from, values), times: movesIn(values).length }];
  });
}

const BY_EXECUTIONS: NounForms = ['исполнению', 'исполнениям', 'исполнениям'];
const MOVES: NounForms = ['перенос', 'переноса', 'переносов'];

/** «Сроки перенесены по 2 исполнениям (3 переноса).»; empty where none is. */
export function formatPostponed(basis: ReportBasis): string {
  const moved = movedOf(basis);
  const times = moved.reduce((sum, each) => sum + each.times, 0);
  if (moved.length === 0) return '';
  return `Сроки перенесены по ${countOf(moved.length, BY_EXECUTIONS)} (${countOf(times, MOVES)}).`;
}

/** Undefined where no term was moved. */
export function postponedTable(basis: ReportBasis): ReportTable | undefined {
  const items = movedOf(basis);
  if (items.length === 0) return undefined;
  return tableOf({
    key: 'postponed',
    title: `Перенесённые сроки: ${countOf(items.length, NOUNS.execution)}`,
    emptyText: '',
    fields: FIELDS,
    items,
    leadsOf: ({ obligation: { execution } }) =>
      execution ? { source: { worksheet: 'executions', rowId: execution.rowId } } : {},
  });
}

const FIELDS: readonly Field<Moved>[] = [
  positionField(10),
  {
    key: 'school',
    title: 'Школа',
    kind: 'text',
    width: 52,
    cell: ({ obligation }) => obligation.school ?? WHOLE_MUNICIPALITY,
  },
  {
    key: 'measure',
    title: '№ мероприятия',
    kind: 'text',
    width: 24,
    cell: ({ obligation }) => obligation.measure,
  },
  {
    key: 'was',
    title: 'Срок был',
    kind: 'date',
    width: 24,
    cell: ({ obligation }) => obligation.occurrence?.postponedFrom ?? null,
  },
  {
    key: 'control',
    title: 'Срок стал',
    kind: 'date',
    width: 24,
    cell: ({ obligation }) => obligation.occurrence?.controlDate ?? null,
  },
  { key: 'moves', title: 'Сколько раз', kind: 'text', width: 68, cell: ({ moves }) => moves },
  {
    key: 'ground',
    title: 'Основание',
    kind: 'text',
    width: 65,
    cell: ({ obligation }) => obligation.execution?.control?.postponementGround ?? '',
  },
];
