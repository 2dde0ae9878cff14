import type { CountedPlanItem } from '../../assessment/school-plans/school-plans.ts';
import { daysLate, formatEvidence } from '../parts/details-part.ts';
import type { ReportTable } from '../report-document.ts';
import { positionField, tableOf, type Field } from '../tables/table-of.ts';

type ItemField = Field<CountedPlanItem>;

const SCHOOL: ItemField = {
  key: 'school',
  title: 'Школа',
  kind: 'text',
  width: 26,
  cell: ({ standing }) => standing.school,
};

function fieldsOf(title: number): readonly ItemField[] {
  return [
    {
      key: 'title',
      title: 'Мероприятие',
      kind: 'text',
      width: title,
      cell: ({ item }) => item.measure.title,
    },
    { key: 'risk', title: 'Фактор риска', kind: 'text', width: 30, cell: ({ item }) => item.riskFactor },
    {
      key: 'term',
      title: 'Срок по плану',
      kind: 'text',
      width: 28,
      cell: ({ item }) => item.measure.deadlinePhrase,
    },
    {
      key: 'control',
      title: 'Контрольная дата',
      kind: 'date',
      width: 22,
      cell: ({ standing }) => standing.occurrence?.controlDate ?? null,
    },
    {
      key: 'responsible',
      title: 'Ответственный',
      kind: 'text',
      width: 29,
      cell: ({ item }) => item.measure.responsible,
    },
    { key: 'state', title: 'Состояние', kind: 'state', width: 30, cell: ({ standing }) => standing.state },
    {
      key: 'days',
      title: 'Дней после срока',
      kind: 'days',
      width: 18,
      cell: ({ standing }) => daysLate(standing),
    },
    {
      key: 'evidence',
      title: 'Документ',
      kind: 'text',
      width: 28,
      cell: ({ standing }) => formatEvidence(standing),
    },
  ];
}

export const DETAIL_FIELDS: readonly ItemField[] = [positionField(10), SCHOOL, ...fieldsOf(46)];

/** For the card of one school. */
export const CARD_FIELDS: readonly ItemField[] = [
  ...fieldsOf(52),
  { key: 'indicator', title: 'Показатель', kind: 'text', width: 30, cell: ({ item }) => item.indicator },
];

/** A line a measure, each leading to its row in «Планы школ». */
export function itemsTable(
  items: readonly CountedPlanItem[],
  { key, emptyText, fields, title = '' }: ItemsTable,
): ReportTable {
  return tableOf({
    key,
    title,
    emptyText,
    fields,
    items,
    leadsOf: ({ item }) => ({ source: { worksheet: 'schoolPlans', rowId: item.rowId } }),
  });
}

interface ItemsTable extends Pick<ReportTable, 'key' | 'emptyText'> {
  readonly title?: string;
  readonly fields: readonly ItemField[];
}
