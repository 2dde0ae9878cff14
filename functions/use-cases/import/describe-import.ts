import { formatDate } from '../../domain/dates.ts';
import { countOf, NOUNS } from '../../domain/text/russian.ts';
import type { ForeignPlan, PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';
import type { NewItem, ImportPlan } from './plan-import.ts';

/** What a foreign plan comes to, in Russian: each new item with its deadline as it was understood, and all else. */
export function describeImport(
  { additions, known, repeated }: ImportPlan,
  foreign: ForeignPlan,
): readonly string[] {
  return [
    ...additions.map(describeItem),
    ...describeTables(foreign),
    ...list('Уже есть в «Регламенте», не дописывается', known.map(nameItem)),
    ...list('Повторяется в файле, берётся один раз', repeated.map(nameItem)),
    ...list('Принято за заголовок раздела', foreign.headings),
    ...list('Не похоже на мероприятие, пропущено', foreign.passedOver),
    ...list('Внимание', foreign.remarks),
    ...list('Не прочитано', foreign.problems),
  ];
}

/** The last sentence: what was done, or how much would be. `next`: how to have it done. */
export function describeEnd({ additions }: ImportPlan, isAppended: boolean, next: string): string {
  if (additions.length === 0) return 'Нового нет: дописывать нечего.';
  const count = countOf(additions.length, NOUNS.measure);
  return isAppended
    ? `Дописано в «Регламент»: ${count}, охват «муниципалитет» — при необходимости поправьте.`
    : `Найдено: ${count}. ${next}`;
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

const LISTED = 10;

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

function describeItem({ number, title, deadlinePhrase, resolution }: NewItem): string {
  const { controlDate, explanation, ambiguous } = resolution;
  const date = controlDate ? `контрольная дата ${formatDate(controlDate)}` : 'даты нет';
  return [
    `${number}. ${title}`,
    `   срок: ${deadlinePhrase || 'не указан'} — ${date}${ambiguous ? ', можно понять по-разному' : ''}`,
    `   ${explanation}`,
  ].join('\n');
}
