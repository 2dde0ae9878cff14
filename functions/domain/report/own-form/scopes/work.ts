import type { JournalEntry } from '../../../records/records.ts';
import { nameEvidence } from '../../parts/details-part.ts';
import type { ReportBasis } from '../../report-basis.ts';
import { countsOf, isCourse } from '../../tables/work-lines.ts';
import { field, formLoop, position, type FormField } from '../scope.ts';

/** By position in the journal's kinds. */
const KINDS: readonly (readonly [key: string, title: string])[] = [
  ['собеседований', 'Собеседований по журналу'],
  ['консультаций', 'Консультаций по журналу'],
  ['мероприятий_помощи', 'Мероприятий помощи по журналу'],
  ['курсов', 'Записей о курсах повышения квалификации'],
  ['процедур_око', 'Проверенных процедур оценки качества'],
];

/** How much was done by the journal: with a school, or in all. */
export function workFields<Item>(
  journalOf: (item: Item) => readonly JournalEntry[],
): readonly FormField<Item>[] {
  const people = (item: Item, of: 'leaders' | 'teachers') =>
    journalOf(item)
      .filter(isCourse)
      .reduce((sum, entry) => sum + (entry[of] ?? 0), 0);
  return [
    field('записей_журнала', ['Записей в журнале', 'count'], (item) => journalOf(item).length),
    ...KINDS.map(([key, title], index) =>
      field<Item>(key, [title, 'count'], (item) => countsOf(journalOf(item))[index] ?? 0),
    ),
    field('руководителей_на_курсах', ['Руководителей направлено на курсы', 'count'], (item) =>
      people(item, 'leaders'),
    ),
    field('педагогов_на_курсах', ['Педагогов направлено на курсы', 'count'], (item) =>
      people(item, 'teachers'),
    ),
  ];
}

export const JOURNAL_LOOP = formLoop<ReportBasis, JournalEntry>({
  key: 'журнал',
  title: 'Записи журнала за отчётный период по дням',
  items: ({ journal }) => journal,
  fields: [
    position(),
    field('дата', ['Дата', 'date'], ({ date }) => date),
    field('вид', ['Вид работы', 'text'], ({ kind }) => kind),
    field('номер', ['Номер мероприятия', 'text'], ({ measure }) => measure),
    field(
      'школа',
      ['Школа; «для всех школ», если запись общая', 'text'],
      ({ school }) => school ?? 'для всех школ',
    ),
    field('тема', ['Тема', 'text'], ({ topic }) => topic),
    field('руководителей', ['Участвовало руководителей', 'count'], ({ leaders }) => leaders ?? null),
    field('педагогов', ['Участвовало педагогов', 'count'], ({ teachers }) => teachers ?? null),
    field('документ', ['Документ', 'text'], ({ evidence }) => nameEvidence(evidence)),
  ],
});
