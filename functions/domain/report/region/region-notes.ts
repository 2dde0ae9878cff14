import { formatDate } from '../../dates/dates.ts';
import { measuresOf } from './region-tables.ts';
import type { Region, RegionMember } from './region.ts';
import type { ReportTable } from '../report-document.ts';
import { formatOver } from '../report-span.ts';
import { tableOf, type Field } from '../tables/table-of.ts';

interface Note {
  readonly where: string;
  readonly text: string;
}

const NOTE_FIELDS: readonly Field<Note>[] = [
  { key: 'where', title: 'О чём', kind: 'text', width: 97, cell: ({ where }) => where },
  { key: 'text', title: 'Пояснение', kind: 'text', width: 170, cell: ({ text }) => text },
];

/** Where the reports that were added up differ from one another. */
export function notesTable(region: Region): ReportTable {
  const { members, added, asOf } = region;
  const earlier = added.filter(({ aggregates }) => aggregates.asOf !== asOf);
  const isAdded = new Set<RegionMember>(added);
  const partial = measuresOf(region).filter(({ municipalities }) => municipalities < added.length);
  const notes: Note[] = [
    ...earlier.map(({ workbook, aggregates }) => ({
      where: workbook,
      text: `Отчёт по состоянию на ${formatDate(aggregates.asOf)}, раньше других: более поздних сведений в сумме нет.`,
    })),
    ...added
      .filter(({ aggregates }) => aggregates.measures.some(({ byState }) => byState.done_late === undefined))
      .map(({ workbook }) => ({
        where: workbook,
        text: 'Отчёт составлен прежней версией: выполненное с опозданием в нём не отделено от выполненного в срок.',
      })),
    ...members.flatMap((member) =>
      member.aggregates && !isAdded.has(member)
        ? [
            {
              where: member.workbook,
              text: `Отчёт ${formatOver(member.aggregates.span)}: с остальными не складывается.`,
            },
          ]
        : [],
    ),
    ...partial.map(({ number, title, municipalities }) => ({
      where: `${number} ${title}`,
      text: `Есть в отчётах не всех муниципалитетов: ${municipalities} из ${added.length}.`,
    })),
  ];
  return tableOf({
    key: 'region_notes',
    title: 'Различия отчётов',
    emptyText: 'Различий нет.',
    fields: NOTE_FIELDS,
    items: notes,
  });
}
