import { compareCodeUnits, compareNames } from '../../text/code-units.ts';
import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import { countOf, pluralForm, type NounForms } from '../../text/russian.ts';
import { formatDoneLate } from '../parts/title-part.ts';
import { formatPercent } from '../tables/format-percent.ts';
import { notesTable } from './region-notes.ts';
import { countsTable, memberTable } from './region-tables.ts';
import { namesakesOf, type Region, type RegionMember, type ReportedMember } from './region.ts';
import type { ReportAggregates } from '../report-aggregates.ts';
import type { ReportDocument, ReportPart, Requisites } from '../report-document.ts';
import { percentOf } from '../../assessment/tally.ts';

export interface RegionInput {
  readonly number: number;
  readonly date: CalendarDate;
  readonly revision: number;
  readonly requisites: Requisites;
  readonly members: readonly RegionMember[];
}

/**
 * The reports of several workbooks added up. Only those of one span are: that which most have; who reports on
 * another, or not at all, is named. Equal members in any order give an equal value.
 */
export function composeRegion({ members, ...input }: RegionInput): ReportDocument {
  const ordered = members.toSorted((a, b) => compareNames(a.workbook, b.workbook));
  const span = commonSpan(ordered) ?? { start: input.date, end: input.date, title: 'отчётов нет' };
  const added = ordered.filter(
    (member): member is ReportedMember =>
      member.aggregates !== null && keyOf(member.aggregates) === keyOf({ span }),
  );
  const asOf =
    added
      .map(({ aggregates }) => aggregates.asOf)
      .sort()
      .at(-1) ?? input.date;
  const region: Region = { members: ordered, added, span, asOf };
  return {
    schema: 'report-document-1',
    form: 'region',
    number: input.number,
    date: input.date,
    asOf,
    span,
    revision: input.revision,
    requisites: input.requisites,
    parts: [titlePart(region), membersPart(region), summaryPart(region), notesPart(region)],
  };
}

function keyOf({ span }: Pick<ReportAggregates, 'span'>): string {
  return `${span.start} ${span.end}`;
}

/** Of spans that are equally common the later one. */
function commonSpan(members: readonly RegionMember[]): ReportAggregates['span'] | undefined {
  const reported = members.flatMap(({ aggregates }) => aggregates ?? []);
  const groups = [...Map.groupBy(reported, keyOf)];
  const [most] = groups.sort(([a, those], [b, others]) => others.length - those.length || (a < b ? 1 : -1));
  return most?.[1][0]?.span;
}

const MUNICIPALITIES: NounForms = ['муниципалитета', 'муниципалитетов', 'муниципалитетов'];
const SCHOOLS_IN: NounForms = ['школа', 'школы', 'школ'];
const REPORTED: NounForms = ['отчитался', 'отчитались', 'отчитались'];
const BY_EXECUTIONS: NounForms = ['исполнению', 'исполнениям', 'исполнениям'];

function titlePart({ members, added, span, asOf }: Region): ReportPart {
  const missing = members.filter(({ aggregates }) => aggregates === null).map(({ workbook }) => workbook);
  const others = members.filter((member) => member.aggregates && !added.some((each) => each === member));
  const schools = added.reduce((sum, { aggregates }) => sum + aggregates.schools, 0);
  const measures = added.flatMap(({ aggregates }) => aggregates.measures);
  const due = measures.reduce((sum, each) => sum + each.due, 0);
  const dueDone = measures.reduce((sum, each) => sum + each.dueDone, 0);
  const late = measures.reduce((sum, { byState }) => sum + (byState.done_late ?? 0), 0);
  const percent = percentOf(dueDone, due);
  const namesakes = namesakesOf({ added }).map(([name, count]) => `${name} — ${count}`);
  const sentences = [
    added.length === 0
      ? 'Ни один муниципалитет не отчитался: складывать нечего.'
      : `По состоянию на ${formatDate(asOf)}${formatEarlier({ added, asOf })} за отчётный период — ${span.title} — из ` +
        `${countOf(members.length, MUNICIPALITIES)} ${pluralForm(added.length, REPORTED)} ${added.length}; на сопровождении ` +
        `${countOf(schools, SCHOOLS_IN)}.`,
    percent === null
      ? ''
      : `Срок наступил по ${countOf(due, BY_EXECUTIONS)}, из них выполнено и подтверждено ${dueDone} (${formatPercent(percent)})${formatDoneLate(late)}.`,
    namesakes.length > 0
      ? `Внимание: под одним названием сложено несколько книг (${namesakes.join('; ')}). Если это один муниципалитет, он посчитан ` +
        'не один раз: назовите только действующую книгу.'
      : '',
    missing.length > 0 ? `Не отчитались: ${missing.join('; ')}.` : '',
    others.length > 0
      ? `Отчитались за другой период и не сложены: ${others.map(({ workbook }) => workbook).join('; ')}.`
      : '',
  ];
  return {
    key: 'title',
    title: 'Общие сведения',
    blocks: sentences.filter(Boolean).map((text) => ({ kind: 'text', style: 'body', text }) as const),
  };
}

/** Whose figures are older than the day that the sentence names: sums of different days must not pass for those of one. */
function formatEarlier({ added, asOf }: Pick<Region, 'added' | 'asOf'>): string {
  const earlier = added.filter(({ aggregates }) => aggregates.asOf !== asOf);
  if (earlier.length === 0) return '';
  const days = [...Map.groupBy(earlier, ({ aggregates }) => aggregates.asOf)].sort(([a], [b]) =>
    compareCodeUnits(b, a),
  );
  const named = days.map(
    ([day, those]) => `на ${formatDate(day)} — ${those.map(({ workbook }) => workbook).join(', ')}`,
  );
  return `, а по части муниципалитетов на более ранние дни (${named.join('; ')}),`;
}

function membersPart(region: Region): ReportPart {
  return {
    key: 'members',
    title: 'По муниципалитетам',
    blocks: [{ kind: 'table', table: memberTable(region) }],
  };
}

function summaryPart(region: Region): ReportPart {
  return {
    key: 'summary',
    title: 'Исполнение по мероприятиям',
    blocks: [{ kind: 'table', table: countsTable(region) }],
  };
}

function notesPart(region: Region): ReportPart {
  return {
    key: 'notes',
    title: 'Пояснения',
    blocks: [
      {
        kind: 'text',
        style: 'body',
        text:
          'Числа — суммы последних сформированных сводных отчётов муниципалитетов; процент считается от сложенных ' +
          'чисел. Мероприятия складываются, если совпадают номер и наименование.',
      },
      { kind: 'table', table: notesTable(region) },
    ],
  };
}
