import type { ReportBasis } from '../report-basis.ts';
import type { ReportPart } from '../report-document.ts';
import { PERCENT_TITLE } from '../tables/count-columns.ts';
import { tableOf, type Field } from '../tables/table-of.ts';
import { tally, type Tally } from '../../assessment/tally.ts';

interface SectionLine {
  readonly title: string;
  readonly tally: Tally;
}

const FIELDS: readonly Field<SectionLine>[] = [
  { key: 'title', title: 'Раздел регламента', kind: 'text', width: 103, cell: ({ title }) => title },
  { key: 'total', title: 'Исполнений', kind: 'count', width: 24, cell: (line) => line.tally.total },
  { key: 'done', title: 'выполнено', kind: 'count', width: 24, cell: (line) => line.tally.byState.done },
  {
    key: 'done_late',
    title: 'с опозданием',
    kind: 'count',
    width: 24,
    cell: (line) => line.tally.byState.done_late,
  },
  {
    key: 'overdue',
    title: 'просрочено',
    kind: 'count',
    width: 24,
    cell: (line) => line.tally.byState.overdue,
  },
  { key: 'due', title: 'срок наступил', kind: 'count', width: 22, cell: (line) => line.tally.due },
  { key: 'dueDone', title: 'из них выполнено', kind: 'count', width: 22, cell: (line) => line.tally.dueDone },
  {
    key: 'percent',
    title: PERCENT_TITLE,
    kind: 'percent',
    width: 24,
    cell: (line) => line.tally.percent,
  },
];

/** The summary on one page: a line a section. */
export function composeBrief({ sections, obligations }: ReportBasis): ReportPart {
  const byMeasure = Map.groupBy(obligations, ({ measure }) => measure);
  const items = sections.map(({ title, measures }) => ({
    title,
    tally: tally(measures.flatMap(({ measure }) => byMeasure.get(measure.number) ?? [])),
  }));
  const total = { title: 'Всего', tally: tally(obligations) };
  const table = tableOf({
    key: 'sections',
    title: '',
    emptyText: 'На листе «Регламент» мероприятий нет.',
    fields: FIELDS,
    items,
    sum: total,
  });
  return { key: 'brief', title: 'Исполнение по разделам', blocks: [{ kind: 'table', table }] };
}
