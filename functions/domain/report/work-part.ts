import type { JournalEntry } from '../records.ts';
import { compareNames } from '../compare-names.ts';
import { monthKey, monthsOf } from './months-table.ts';
import type { ReportBasis } from './report-basis.ts';
import type { ReportPart, ReportTable } from './report-document.ts';
import { formatMonth } from './report-span.ts';
import { tableOf, type Field } from './table-of.ts';
import { lineOf, WORK_TITLES, type WorkLine } from './work-lines.ts';

/** «Для всех школ»: an entry of the journal that names no school. */
const ALL_SCHOOLS = 'для всех школ';

/** Part 5, its second half: what the journal says, by month, school and topic. */
export function composeWork(basis: ReportBasis): ReportPart {
  const uncounted = basis.journal.filter(
    ({ leaders, teachers }) => leaders === undefined && teachers === undefined,
  );
  return {
    key: 'work',
    title: 'Собеседования, консультации, мероприятия и курсы',
    blocks: [
      { kind: 'table', table: byMonth(basis) },
      { kind: 'table', table: bySchool(basis) },
      { kind: 'table', table: byTopic(basis) },
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
      key: `kind${index + 1}`,
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

const NO_ENTRIES = 'Записей в журнале за отчётный период нет.';

function workTable(
  head: { readonly key: string; readonly title: string; readonly column: string },
  lines: readonly WorkLine[],
  journal: readonly JournalEntry[],
): ReportTable {
  const fields = workFields(head.column);
  const total = lineOf('Всего', journal);
  return tableOf({
    key: head.key,
    title: head.title,
    emptyText: NO_ENTRIES,
    fields,
    items: journal.length > 0 ? lines : [],
    total: fields.map((field) => field.cell(total, 0)),
  });
}

function byMonth({ journal, span, asOf }: ReportBasis): ReportTable {
  const months = Map.groupBy(journal, ({ date }) => monthKey(date));
  const passed = { start: span.start, end: asOf < span.end ? asOf : span.end };
  const lines = monthsOf(passed, months.keys()).map((month) =>
    lineOf(formatMonth(`${month}-01`), months.get(month) ?? []),
  );
  return workTable({ key: 'work_months', title: 'По месяцам', column: 'Месяц' }, lines, journal);
}

/** Every counted school, also one without entries: for 1.2 that is what the ministry asks. */
function bySchool({ journal, schools }: ReportBasis): ReportTable {
  const named = Map.groupBy(journal, ({ school }) => school);
  const counted = new Set<string | null>(schools.map(({ name }) => name));
  const others = [...named.keys()].filter((school) => school !== null && !counted.has(school));
  const names = [...schools.map(({ name }) => name), ...others.map(String).sort(compareNames)];
  const lines = names.map((name) => lineOf(name, named.get(name) ?? []));
  const common = named.get(null);
  return workTable(
    { key: 'work_schools', title: 'По школам', column: 'Школа' },
    common ? [...lines, lineOf(ALL_SCHOOLS, common)] : lines,
    journal,
  );
}

function byTopic({ journal }: ReportBasis): ReportTable {
  const topics = [...Map.groupBy(journal, ({ topic }) => topic.trim() || 'тема не указана')];
  const lines = topics.sort(([a], [b]) => compareNames(a, b)).map(([topic, those]) => lineOf(topic, those));
  return workTable({ key: 'work_topics', title: 'По темам', column: 'Тема' }, lines, journal);
}
