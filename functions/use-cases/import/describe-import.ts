import { formatDate } from '../../domain/dates/dates.ts';
import { countOf, listNames, NOUNS, type NounForms } from '../../domain/text/russian.ts';
import { cutAt } from '../../domain/text/shorten.ts';
import type { UntakenCell } from '../../workbook/foreign-plan/table/untaken.ts';
import type { ForeignPlan, PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';
import type { NewItem, ImportPlan } from './plan-import.ts';
import type { SchoolCells } from './school-import.ts';

/** What a foreign plan comes to, in Russian: each new item with its deadline as it was understood, and all else. */
export function describeImport(
  { additions, known, repeated, notChosen, otherYears, school }: ImportPlan,
  foreign: ForeignPlan,
): readonly string[] {
  const { inside } = placeOf(school);
  return [
    ...additions.map((item) => describeItem(item, inside)),
    ...describeTables(foreign),
    ...list('План другого года, чем период книги: год дописан к срокам, где его нет', otherYears),
    ...list(`Уже есть ${inside}, не дописывается`, known.map(nameItem)),
    ...list('Не выбрано, не дописывается', notChosen.map(nameItem)),
    ...list('Повторяется в файле, берётся один раз', repeated.map(nameItem)),
    ...list('Принято за заголовок раздела', foreign.headings),
    ...list('Не похоже на мероприятие, пропущено', foreign.passedOver),
    ...list(`Не взято, ${inside} этому нет места`, describeUntaken(foreign)),
    ...list('Внимание', foreign.remarks),
    ...list('Не прочитано', foreign.problems),
  ];
}

/** The last sentence: what was done, or how much would be. `next`: how to have it done. */
export function describeEnd(
  { additions, school }: ImportPlan,
  isAppended: boolean,
  nextFor: (into: string) => string,
): string {
  if (additions.length === 0) return 'Нового нет: дописывать нечего.';
  const count = countOf(additions.length, NOUNS.measure);
  const { into, after } = placeOf(school);
  return isAppended ? `Дописано ${into}: ${count}${after}.` : `Найдено: ${count}. ${nextFor(into)}`;
}

interface ImportPlace {
  readonly inside: string;
  readonly into: string;
  /** What people may have to mend once it is appended. */
  readonly after: string;
}

function placeOf(school: string | undefined): ImportPlace {
  if (school === undefined) {
    const after = ', охват «муниципалитет» — при необходимости поправьте';
    return { inside: 'в «Регламенте»', into: 'в «Регламент»', after };
  }
  return { inside: 'в «Планах школ»', into: `в «Планы школ» («${school}»)`, after: '' };
}

/** Nothing to say of a file with one table. */
function describeTables({ tables }: ForeignPlan): readonly string[] {
  if (tables.every(({ title }) => title === '')) return [];
  return [
    ...list(
      'План взят отсюда',
      tables.map(({ title, items }) => `${title} — ${countOf(items, NOUNS.measure)}`),
    ),
  ];
}

/** A column that is not taken is one line with its cells; what stands over the table or numbers its columns another. */
function describeUntaken({ untaken }: ForeignPlan): readonly string[] {
  const groups = new Map<string, UntakenCell[]>();
  for (const cell of untaken) {
    const name = cell.why === 'column' ? `столбец «${cell.column}»` : UNTAKEN[cell.why];
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  }
  return [...groups].map(([name, cells]) => {
    const texts = listNames([
      ...new Set(cells.slice(0, SHOWN_CELLS).map(({ text }) => `«${cutAt(text, SHOWN_TEXT)}»`)),
    ]);
    const more =
      cells.length > SHOWN_CELLS ? ` и ещё ${countOf(cells.length - SHOWN_CELLS, NOUNS_CELL)}` : '';
    return `${name} (${countOf(cells.length, NOUNS_CELL)}): ${texts}${more}`;
  });
}

const UNTAKEN: Readonly<Record<Exclude<UntakenCell['why'], 'column'>, string>> = {
  above: 'над таблицей и между пунктами',
  numbers: 'номера столбцов',
};
const NOUNS_CELL: NounForms = ['ячейка', 'ячейки', 'ячеек'];
const SHOWN_CELLS = 3;
const SHOWN_TEXT = 60;

const LISTED = 30;

/** `Заголовок (12):` and the first of them, a line each. */
function list(caption: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - LISTED;
  return [
    `${caption} (${lines.length}):`,
    ...lines.slice(0, LISTED).map((line) => `   ${line}`),
    ...(more > 0 ? [`   и ещё ${more}`] : []),
  ];
}

function nameItem({ number, title, deadlinePhrase, section }: PlanItem): string {
  const place = section === '' ? '' : ` (${section})`;
  return `${number === '' ? '' : `${number}. `}${title} — ${deadlinePhrase || 'срок не указан'}${place}`;
}

/** What of the measure that stands there is other, so that a person sees whether it is the same. */
function describeLike(
  { number, title, deadlinePhrase }: NonNullable<NewItem['like']>,
  inside: string,
): string {
  return `${number === '' ? '' : `${number} `}${inside}: «${cutAt(title, SHOWN_TEXT)}», срок «${deadlinePhrase || 'не указан'}» — проверьте, не оно ли это.`;
}

function describeItem(
  { number, title, deadlinePhrase, resolution, place, like, further }: NewItem,
  inside: string,
): string {
  const { controlDate, explanation, ambiguous } = resolution;
  const date = controlDate ? `контрольная дата ${formatDate(controlDate)}` : 'даты нет';
  return [
    `${number}. ${title}`,
    `   срок: ${deadlinePhrase || 'не указан'} — ${date}${ambiguous ? ', можно понять по-разному' : ''}`,
    `   ${explanation}`,
    ...(further ? describeFurther(further) : []),
    ...(place === undefined ? [] : [`   откуда: ${place}`]),
    ...(like ? [`   похоже на ${describeLike(like, inside)}`] : []),
  ].join('\n');
}

function describeFurther({ riskFactor, indicator, note }: SchoolCells): readonly string[] {
  const told = [
    ['фактор риска', riskFactor],
    ['показатель', indicator],
    ['в примечание', note],
  ] as const;
  return told.flatMap(([title, text]) => (text === '' ? [] : [`   ${title}: ${cutAt(text, SHOWN_TEXT)}`]));
}
