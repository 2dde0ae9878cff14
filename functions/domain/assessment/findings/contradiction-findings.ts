import type { Assessed } from '../assessed.ts';
import type { Finding } from '../../findings/finding.ts';
import type { JournalEntry, School } from '../../records/records.ts';
import type { Measure } from '../../records/regulation.ts';
import { comparableName } from '../../text/same-name.ts';

/** What each says by itself is sound, and together it cannot be: the report would print both. */
export function contradictionFindings({ records }: Pick<Assessed, 'records'>): readonly Finding[] {
  const titles = new Map(records.measures.map(({ number, title }) => [comparableName(number), title]));
  return [
    ...records.measures.flatMap(sectionOfAnother),
    ...records.schools.flatMap(moreGraduates),
    ...records.journal.flatMap((entry) => workOfAnother(entry, titles.get(comparableName(entry.measure)))),
  ];
}

/** «4.2» under «5. Планирование мониторинга»: totals of sections go by the section. */
function sectionOfAnother({ rowId, number, section }: Measure): readonly Finding[] {
  const [ofNumber, ofSection] = [/^(\d+)\.\d/u.exec(number)?.[1], /^\s*(\d+)\s*\./u.exec(section)?.[1]];
  if (ofNumber === undefined || ofSection === undefined || Number(ofNumber) === Number(ofSection)) return [];
  return [
    {
      code: 'section_of_another',
      severity: 'warning',
      place: { worksheet: 'regulation', rowId, column: 'section' },
      message: `Мероприятие ${number} стоит в разделе «${section.trim()}»: отчёт считает его в итогах этого раздела.`,
      advice: 'Проверьте «Раздел» и «№ п/п».',
    },
  ];
}

function moreGraduates({ rowId, bank }: School): readonly Finding[] {
  const graduates = (bank?.graduates9 ?? 0) + (bank?.graduates11 ?? 0);
  const all = bank?.studentsTotal;
  if (all === undefined || graduates <= all) return [];
  return [
    {
      code: 'more_graduates_than_pupils',
      severity: 'warning',
      place: { worksheet: 'schools', rowId, column: 'studentsTotal' },
      message: `Выпускников 9 и 11 классов ${graduates}, а обучающихся во всей школе ${all}.`,
      advice: 'Проверьте числа: в банке данных отчёта стоят все.',
    },
  ];
}

/** Kinds of work by the words that the title of their measure has. */
const KINDS = [
  ['собеседование', /собеседовани/iu],
  ['консультация', /консультаци/iu],
  ['кпк', /(?<!\p{L})кпк(?!\p{L})|курс\p{L}* повышени|повышени\p{L}* квалификации/iu],
  ['процедура око', /процедур\p{L}* оценки/iu],
] as const;

/** A course under the measure of interviews: it is counted among the courses, and stands with the interviews. */
function workOfAnother({ rowId, kind, measure }: JournalEntry, title = ''): readonly Finding[] {
  const own = KINDS.find(([name]) => name === comparableName(kind));
  const named = KINDS.filter(([, words]) => words.test(title));
  if (!own || named.length === 0 || named.includes(own)) return [];
  return [
    {
      code: 'work_of_another',
      severity: 'warning',
      place: { worksheet: 'journal', rowId, column: 'kind' },
      message: `Вид работы — «${kind.trim()}», а мероприятие ${measure} — «${title.trim()}»: в числах отчёта она среди работ вида «${kind.trim()}».`,
      advice: 'Проверьте «Вид работы» и «№ мероприятия».',
    },
  ];
}
