import type { CountedPlanItem } from '../../assessment/school-plans/school-plans.ts';
import { compareCodeUnits } from '../../text/code-units.ts';
import { groupByName } from '../../text/same-name.ts';
import { daysLate, formatEvidence } from '../parts/details-part.ts';
import type { ReportRow, ReportTable } from '../report-document.ts';
import { groupRow, positionField, tableOf, type Field } from '../tables/table-of.ts';

type ItemField = Field<CountedPlanItem>;

const SCHOOL: ItemField = {
  key: 'school',
  title: 'Школа',
  kind: 'text',
  width: 26,
  cell: ({ standing }) => standing.school,
};

const TITLE: ItemField = {
  key: 'title',
  title: 'Мероприятие',
  kind: 'text',
  width: 46,
  cell: ({ item }) => item.measure.title,
};

const RISK: ItemField = {
  key: 'risk',
  title: 'Фактор риска',
  kind: 'text',
  width: 30,
  cell: ({ item }) => item.riskFactor,
};

const STANDING: readonly ItemField[] = [
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

/** Every measure of the plans, a line each, leading to its row in «Планы школ». */
export function planItemsTable(items: readonly CountedPlanItem[], key: string, title = ''): ReportTable {
  return tableOf({
    key,
    title,
    emptyText: 'Мероприятий со сроком в отчётные дни в планах нет.',
    fields: [positionField(10), SCHOOL, TITLE, RISK, ...STANDING],
    items,
    leadsOf,
  });
}

/** Of an upright page: what the wide one has room for beside the measure stands with it, or over its group. */
const CARD_WIDTHS: Readonly<Record<string, number>> = {
  title: 74,
  term: 36,
  control: 28,
  responsible: 42,
  state: 34,
  days: 21,
  evidence: 32,
};

const CARD_FIELDS = [{ ...TITLE, cell: nameWithIndicator }, ...STANDING].map((field) => ({
  ...field,
  width: CARD_WIDTHS[field.key] ?? field.width,
}));

function nameWithIndicator({ item: { measure, indicator } }: CountedPlanItem): string {
  return indicator === '' ? measure.title : `${measure.title} (показатель: ${indicator})`;
}

/** The plan of one school by its risk factors, and of one factor by the terms. */
export function cardPlanTable(items: readonly CountedPlanItem[]): ReportTable {
  const ordered = items.toSorted((a, b) => compareCodeUnits(dateOf(a), dateOf(b)));
  const table = (those: readonly CountedPlanItem[]) =>
    tableOf({ ...CARD_HEAD, fields: CARD_FIELDS, items: those, leadsOf });
  if (ordered.every(({ item }) => item.riskFactor === '')) return table(ordered);
  const groups = groupByName(ordered, ({ item }) => item.riskFactor);
  const rows = groups.flatMap(([factor, those]) => [
    groupRow(factor || 'Фактор риска не указан', CARD_FIELDS.length),
    ...table(those).rows,
  ]);
  return { ...table(ordered), rows };
}

const CARD_HEAD = { key: 'card_plan', title: 'План школы', emptyText: '' };

/** What has no date stands last. */
function dateOf({ standing }: CountedPlanItem): string {
  return standing.occurrence?.controlDate ?? '~';
}

function leadsOf({ item }: CountedPlanItem): Pick<ReportRow, 'source'> {
  return { source: { worksheet: 'schoolPlans', rowId: item.rowId } };
}
