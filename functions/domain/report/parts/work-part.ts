import type { JournalEntry } from '../../records/records.ts';
import { compareCodeUnits, compareNames } from '../../text/code-units.ts';
import { journalTable } from './details-part.ts';
import { monthKey } from '../tables/months-table.ts';
import { groupByName } from '../../text/same-name.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportBlock, ReportPart, ReportTable } from '../report-document.ts';
import { formatMonth } from '../report-span.ts';
import { createRowLinks, type RowLinks } from '../row-links.ts';
import { listsOf, orderEntries, ordersOfEntries } from '../tables/row-orders.ts';
import { tableOf, type Field } from '../tables/table-of.ts';
import { keyOfKind, workLineOf, topicOf, WORK_TITLES, type WorkLine } from '../tables/work-lines.ts';

/** «Для всех школ»: an entry of the journal that names no school. */
const ALL_SCHOOLS = 'для всех школ';

/** The annex of the journal: its figures and every entry. */
export function composeJournal(basis: ReportBasis): ReportPart {
  const entries = orderEntries(basis.journal);
  const work = composeWork(basis, entries);
  return {
    ...work,
    annex: 'journal',
    blocks: [...work.blocks, { kind: 'table', table: journalTable(entries) }],
  };
}

/**
 * What the journal says, by month, school and topic. `listed`: the entries as the annex lists them; none in a form
 * without it.
 */
function composeWork(basis: ReportBasis, listed: readonly JournalEntry[] = []): ReportPart {
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
      ...withoutEntries(basis),
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

function byMonth({ journal }: ReportBasis, links: EntryLinks): ReportTable {
  const months = Map.groupBy(journal, ({ date }) => monthKey(date));
  const lines = [...months]
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([month, entries]) => workLineOf(formatMonth(`${month}-01`), entries, links));
  return workTable(
    { key: 'work_months', title: 'По месяцам', column: 'Месяц' },
    lines,
    sumOf(journal, links),
  );
}

/** Counted schools that no entry names: for 1.2 that is what the ministry asks. */
function withoutEntries({ journal, schools }: ReportBasis): readonly ReportBlock[] {
  const named = new Set(journal.flatMap(({ school }) => school ?? []));
  const without = schools.filter(({ name }) => !named.has(name)).map(({ name }) => name);
  if (without.length === 0 || journal.length === 0) return [];
  return [
    { kind: 'text', style: 'note', text: `Своих записей в журнале нет у школ: ${without.join(', ')}.` },
  ];
}

function bySchool({ journal, schools }: ReportBasis, links: EntryLinks): ReportTable {
  const named = Map.groupBy(journal, ({ school }) => school);
  const counted = new Set<string | null>(schools.map(({ name }) => name));
  const others = [...named.keys()].filter((school) => school !== null && !counted.has(school));
  const own = schools.map(({ name }) => name).filter((name) => named.has(name));
  const names = [...own, ...others.map(String).sort(compareNames)];
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
