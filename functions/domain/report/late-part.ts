import { compareCodeUnits } from '../code-units.ts';
import { daysBetween } from '../dates.ts';
import type { DueOccurrence, Obligation } from '../obligation.ts';
import { countOf, NOUNS, type NounForms } from '../russian.ts';
import { isRepeated, sourceOf, WHOLE_MUNICIPALITY } from './details-part.ts';
import type { ReportBasis } from './report-basis.ts';
import type { ReportColumn, ReportPart, ReportRow, ReportTable } from './report-document.ts';

/** Part 4: by name, with days. */
export function composeLate(basis: ReportBasis): ReportPart {
  const { overdue, atRisk } = lateObligations(basis);
  return {
    key: 'late',
    title: 'Просрочено и под угрозой',
    blocks: [
      {
        kind: 'table',
        table: lateTable(overdue, basis, {
          key: 'overdue',
          title: 'Просрочено',
          emptyText: 'Просроченного нет.',
        }),
      },
      {
        kind: 'table',
        table: lateTable(atRisk, basis, {
          key: 'at_risk',
          title: `Под угрозой: срок не позже чем через ${countOf(basis.assessment.records.settings.remindDaysBefore, NOUNS.day)}`,
          emptyText: 'Под угрозой ничего нет.',
        }),
      },
    ],
  };
}

const AT_SCHOOLS: NounForms = ['школы', 'школ', 'школ'];

/** «Просрочено 9 исполнений у 4 школ; под угрозой 1 исполнение.» */
export function formatLate(basis: ReportBasis): string {
  const { overdue, atRisk } = lateObligations(basis);
  const schools = new Set(overdue.flatMap(({ school }) => school ?? []));
  const whose = schools.size > 0 ? ` у ${countOf(schools.size, AT_SCHOOLS)}` : '';
  const late =
    overdue.length > 0
      ? `Просрочено ${countOf(overdue.length, NOUNS.execution)}${whose}`
      : 'Просроченного нет';
  return `${late}; под угрозой — ${atRisk.length}.`;
}

type Dated = Obligation & { readonly occurrence: DueOccurrence };

/** Overdue (longest first) and at risk: not done, due within the days of reminding (nearest first). */
function lateObligations({ obligations, assessment, asOf }: ReportBasis): {
  readonly overdue: readonly Dated[];
  readonly atRisk: readonly Dated[];
} {
  const dated = obligations.filter((obligation): obligation is Dated => obligation.occurrence !== undefined);
  const earliestFirst = (those: readonly Dated[]): readonly Dated[] =>
    those.toSorted((a, b) => compareCodeUnits(a.occurrence.controlDate, b.occurrence.controlDate));
  const { remindDaysBefore } = assessment.records.settings;
  return {
    overdue: earliestFirst(dated.filter(({ state }) => state === 'overdue')),
    atRisk: earliestFirst(
      dated.filter(
        ({ state, occurrence }) =>
          (state === 'not_started' || state === 'in_progress') &&
          daysBetween(asOf, occurrence.remindDate) <= remindDaysBefore,
      ),
    ),
  };
}

const COLUMNS: readonly ReportColumn[] = [
  { key: 'position', title: '№', kind: 'count', width: 10 },
  { key: 'school', title: 'Школа', kind: 'text', width: 52 },
  { key: 'measure', title: '№ мероприятия', kind: 'text', width: 24 },
  { key: 'title', title: 'Мероприятие', kind: 'text', width: 80 },
  { key: 'occurrence', title: 'За какой срок', kind: 'text', width: 28 },
  { key: 'control', title: 'Контрольная дата', kind: 'date', width: 24 },
  { key: 'state', title: 'Состояние', kind: 'state', width: 26 },
  { key: 'days', title: 'Дней после срока', kind: 'days', width: 23 },
];

function lateTable(
  obligations: readonly Dated[],
  { measures, asOf }: ReportBasis,
  head: Pick<ReportTable, 'key' | 'title' | 'emptyText'>,
): ReportTable {
  const byNumber = new Map(measures.map((each) => [each.measure.number, each]));
  const rowIds = new Map(measures.map(({ measure }) => [measure.number, measure.rowId]));
  const rows = obligations.map((obligation, index): ReportRow => {
    const measure = byNumber.get(obligation.measure);
    return {
      level: 'row',
      cells: [
        index + 1,
        obligation.school ?? WHOLE_MUNICIPALITY,
        obligation.measure,
        measure?.measure.title ?? '',
        measure && isRepeated(measure) ? obligation.occurrence.label : '',
        obligation.occurrence.controlDate,
        obligation.state,
        daysBetween(obligation.occurrence.controlDate, asOf),
      ],
      ...sourceOf(obligation, rowIds),
    };
  });
  return { ...head, columns: COLUMNS, rows };
}
