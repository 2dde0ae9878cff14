import type { JournalEntry } from '../../records.ts';
import { compareNames } from '../../text/code-units.ts';
import { monthKey, monthsOf } from '../tables/months-table.ts';
import { groupByName } from '../../text/same-name.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportPart, ReportTable } from '../report-document.ts';
import { formatMonth } from '../report-span.ts';
import { createRowLinks, type RowLinks } from '../row-links.ts';
import { listsOf, ordersOfEntries } from '../tables/row-orders.ts';
import { tableOf, type Field } from '../tables/table-of.ts';
import { keyOfKind, workLineOf, topicOf, WORK_TITLES, type WorkLine } from '../tables/work-lines.ts';

/** «Для всех школ»: an entry of the journal that names no school. */
const ALL_SCHOOLS = 'для всех школ';

/**
 * Part 5, its second half: what the journal says, by month, school and topic. `listed`: the entries as «Расшифровка»
 * lists them; none in a form without it.
 */
export function composeWork(basis: ReportBasis, listed: readonly JournalEntry[] = []): ReportPart {
  const links = createRowLinks(listsOf('details_journal', listed, ordersOfEntries(listed)));
  const uncounted = basis.journal.filter(
    ({ leaders, teachers }) => leaders === undefined && teachers === undefined,
  );
  return {
    key: 'work',
    title: 'Собеседования, консультации, мероприятия и курсы',
    blocks: [
      { kind: 'table', table: byMonth(basis, links) },
      { kind: 'table', table: bySchool(basis, links) },
      { kind: 'table', table: byTopic(basis, links) },
      ...(uncounted.length > 0
        ? [
            {
              kind: 'text',
              style: 'note',
              text: `Число участников не указано в записях журнала: ${uncounted.length}.`,
            } as const,
          ]
        : []),
    ],
  };
}

function workFields(title: string): readonly Field<WorkLine>[] {
  return [
    { key: 'title', title, kind: 'text', width: 78, cell: (line) => line.title },
    { key: 'entries', title: 'Всего', kind: 'count', width: 21, cell: ({ entries }) => entries },
    ...WORK_TITLES.map((kind, index): Field<WorkLine> => ({
      key: keyOfKind(index),
      title: kind,
      group: 'Из них',
      kind: 'count',
      width: 21,
      cell: ({ counts }) => counts[index] ?? 0,
    })),
    {
      key: 'leaders',
      title: 'руководителей',
      group: 'Участников',
      kind: 'count',
      width: 21,
      cell: ({ leaders }) => leaders,
    },
    {
      key: 'teachers',
      title: 'педагогов',
      group: 'Участников',
      kind: 'count',
      width: 21,
      cell: ({ teachers }) => teachers,
    },
  ];
}

type EntryLinks = RowLinks<JournalEntry>;

const NO_ENTRIES = 'Записей в журнале за отчётный период нет.';

function workTable(
  head: { readonly key: string; readonly title: string; readonly column: string },
  lines: readonly WorkLine[],
  all: WorkLine,
): ReportTable {
  return tableOf({
    key: head.key,
    title: head.title,
    emptyText: NO_ENTRIES,
    fields: workFields(head.column),
    items: all.entries > 0 ? lines : [],
    leadsOf: ({ links }) => ({ links }),
    sum: all,
  });
}

function sumOf(journal: readonly JournalEntry[], links: EntryLinks): WorkLine {
  return workLineOf('Всего', journal, links);
}

function byMonth({ journal, span, asOf }: ReportBasis, links: EntryLinks): ReportTable {
  const months = Map.groupBy(journal, ({ date }) => monthKey(date));
  const passed = { start: span.start, end: asOf < span.end ? asOf : span.end };
  const lines = monthsOf(passed, months.keys()).map((month) =>
    workLineOf(formatMonth(`${month}-01`), months.get(month) ?? [], links),
  );
  return workTable(
    { key: 'work_months', title: 'По месяцам', column: 'Месяц' },
    lines,
    sumOf(journal, links),
  );
}

/** Every counted school, also one without entries: for 1.2 that is what the ministry asks. */
function bySchool({ journal, schools }: ReportBasis, links: EntryLinks): ReportTable {
  const named = Map.groupBy(journal, ({ school }) => school);
  const counted = new Set<string | null>(schools.map(({ name }) => name));
  const others = [...named.keys()].filter((school) => school !== null && !counted.has(school));
  const names = [...schools.map(({ name }) => name), ...others.map(String).sort(compareNames)];
  const lines = names.map((name) => workLineOf(name, named.get(name) ?? [], links));
  const common = named.get(null);
  return workTable(
    { key: 'work_schools', title: 'По школам', column: 'Школа' },
    common ? [...lines, workLineOf(ALL_SCHOOLS, common, links)] : lines,
    sumOf(journal, links),
  );
}

function byTopic({ journal }: ReportBasis, links: EntryLinks): ReportTable {
  const topics = groupByName(journal, topicOf);
  const lines = topics
    .toSorted(([a], [b]) => compareNames(a, b))
    .map(([topic, those]) => workLineOf(topic, those, links));
  return workTable({ key: 'work_topics', title: 'По темам', column: 'Тема' }, lines, sumOf(journal, links));
}
