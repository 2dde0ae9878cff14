import { normaliseHeader } from '../../table/header-names.ts';
import { textAt } from '../table/foreign-table.ts';
import type { Cell } from '../../layout/layout.ts';
import { WEAK_TITLES } from './weak-titles.ts';
import { REGULATION } from '../../worksheets/regulation.ts';

export type PlanColumn = 'number' | 'title' | 'deadline' | 'start' | 'end' | 'responsible' | 'helpers';

/** A header of words of these stems alone, `main` among them: «Сроки (период) реализации», never «Дата рождения». */
interface HeaderWords {
  readonly main: RegExp;
  readonly others: RegExp;
}

const LINKS = 'для|и|или|по|на|в|с|год|года|гг?|уч|учебн\\p{L}*';
const DATE_WORDS = 'срок|сроки|сроков|дата|даты|период|периоды|время';
const DONE =
  'исполнени|реализаци|проведени|выполнени|осуществлени|внедрени|мероприяти|работ|представлени|предоставлени|' +
  'сдачи|отчетност|план|дорожной|карты|планируем|предполагаем|планов|примерн|ориентировочн|календарн|' +
  'мест|ответственн|исполнител|контрольн|установленн|предельн|конечн|программ|подпрограмм|' +
  'отчета|отчетов|отчетных|форм|информации|материалов|этап|наступлени|событи|точки';
const END_STEMS = 'окончани|завершени|конец|конечн';
const words = (main: string, others: string): HeaderWords => ({
  main: new RegExp(`^(?:${main})`, 'u'),
  others: new RegExp(`^(?:(?:${others})\\p{L}*|${LINKS})$`, 'u'),
});

const NAMES: Readonly<Record<PlanColumn, readonly string[]>> = {
  number: namesOf('number'),
  title: namesOf('title'),
  deadline: [
    ...namesOf('deadline'),
    'Время проведения',
    'Месяц',
    'Когда',
    'Дедлайн',
    'Число',
    'Числа',
    'День',
    'День проведения',
    'День недели',
    'Дни',
    'Дни недели',
    'Дата, время',
    'Дата и время',
  ],
  start: ['Начало', 'С', 'От'],
  end: ['Окончание', 'Завершение', 'Конец', 'По', 'До'],
  responsible: [
    ...namesOf('responsible'),
    'Отв.',
    'Отв. лицо',
    'Отв. исполнитель',
    'Исполн.',
    'Кто',
    'Кто отвечает',
    'Лицо, осуществляющее контроль',
    'Куратор',
    'Организатор',
    'Организаторы',
  ],
  helpers: ['Соисполнитель', 'Соисполнители', 'Соисполнитель(и)', 'Участники реализации', 'Привлекаемые'],
};

const WORDS: Readonly<Record<Exclude<PlanColumn, 'number'>, HeaderWords>> = {
  title: words(
    'мероприяти',
    'наименовани|назван|содержани|перечень|основн|планируем|виды|формы|событи|действи|номер|пошагов|ведомственн|контрольн|' +
      'этап|задач|направлени|программ|подпрограмм|работ|ключев|организационн|проводим|мер|дел|антирисков|профилактическ',
  ),
  deadline: words(`(?:${DATE_WORDS}|месяц|месяцы)$`, `${DONE}|${END_STEMS}`),
  start: words('начал|старт', `${DATE_WORDS}|${DONE}`),
  end: words(END_STEMS, `${DATE_WORDS}|${DONE}`),
  responsible: words(
    'ответственн|исполнител',
    'лиц|исполнени|реализаци|проведени|выполнени|за|орган|организаци|наименовани|мероприяти|соисполнител|соответствующ|' +
      'структурн|подразделени|должностн|фио|должност|участник|куратор|работ|основн',
  ),
  helpers: words('соисполнител|соответчик', 'лиц|участник|организаци|и|мероприяти|исполнени'),
};

const NUMBER = /^(?:№+|n|n[oо]|номер)?[\s.]*п[\s./\\|-]*п$|^(?:№+|n[oо]|(?:№ )?пункта?)$/u;
const MAX_HEADER = 100;
/** With its blanks and line breaks; there may be thousands of longer cells. */
const LONGEST = 1000;

/** Takes the header as `plainHeader` gives it. */
type Matches = (column: PlanColumn, header: string) => boolean;

const namesFor = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(normaliseHeader));
const WEAK: ReadonlySet<string> = namesFor(WEAK_TITLES);
const SURE = Object.fromEntries(
  Object.entries(NAMES).map(([column, names]) => [column, namesFor(names)]),
) as Readonly<Record<PlanColumn, ReadonlySet<string>>>;

/** The surest first, so that «Срок исполнения» wins over «Срок предоставления отчёта» beside it. */
const RANKS: readonly Matches[] = [
  (column, header) => SURE[column].has(header),
  (column, header) => (column === 'number' ? NUMBER.test(header) : hasWords(header, WORDS[column])),
  (column, header) => column === 'title' && header.length <= MAX_HEADER && header.startsWith('мероприяти'),
  (column, header) =>
    column === 'title' && (WEAK.has(header) || (NAMING.test(header) && hasWords(header, PAPERS))),
  (column, header) =>
    (column === 'deadline' && FREQUENCY.test(header)) || (column === 'responsible' && WHO.test(header)),
];
/** «Наименование отчёта, информации», and no cell that says «справка». */
const NAMING = /^(?:наименовани|названи|перечень|вид|форм)/u;
const PAPERS = words(
  'отчет|информаци|сведени|донесени|документ|материал|справк',
  'наименовани|назван|перечень|форм|вид|отчетност|представляем',
);
/** «Кто готовит», but not «Кто присутствует». */
const WHO = /^кто (?:готов|провод|контрол|осуществл|проверя|представл|предоставл|сда[её]т|исполня|организу)/u;
/** How often, beside the day or instead of it. */
export const FREQUENCY = /^периодичность/u;

/** Where two fit one header equally well, the one before. */
export const PLAN_COLUMNS: readonly PlanColumn[] = [
  'number',
  'title',
  'deadline',
  'start',
  'end',
  'responsible',
  'helpers',
];

/** What a header may be called, the surest first. */
export interface HeaderFit {
  readonly rank: number;
  readonly column: PlanColumn;
}

const known = new Map<Cell, readonly HeaderFit[]>();
const MAX_KNOWN = 5000;

/** Of every cell of a file it is asked, most of them the same ones again. */
export function fitsOf(cell: Cell): readonly HeaderFit[] {
  if (typeof cell === 'string' && cell.length > LONGEST) return [];
  const before = known.get(cell);
  if (before) return before;
  const header = plainHeader(cell);
  const fits =
    header === '' || header.length > MAX_HEADER
      ? []
      : RANKS.flatMap((matches, rank) =>
          PLAN_COLUMNS.filter((column) => matches(column, header)).map((column) => ({ rank, column })),
        );
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(cell, fits);
  return fits;
}

function hasWords(header: string, { main, others }: HeaderWords): boolean {
  if (header.length > MAX_HEADER) return false;
  const found = header.match(/\p{L}+/gu) ?? [];
  const isMain = (word: string) => main.test(word);
  return found.some(isMain) && found.every((word) => isMain(word) || others.test(word));
}

/** Without the marks of footnotes, the colon at its end, a word divided between two lines, Latin look-alikes. */
export function plainHeader(cell: Cell): string {
  const whole = typeof cell === 'string' ? cell.replaceAll(/(\p{Ll})-\s*\n\s*(?=\p{Ll})/gu, '$1') : cell;
  const header = normaliseHeader(textAt([whole], 0)).replace(/[\s*:.,;¹²³\d)(]+$/u, '');
  return /[а-я]/u.test(header)
    ? header.replaceAll(/[aceopxykmhtb]/gu, (letter) => LATIN[letter] ?? letter)
    : header;
}

const LATIN: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

function namesOf(key: string): readonly string[] {
  const column = REGULATION.columns.find((each) => each.key === key);
  return column ? [column.title, ...(column.synonyms ?? [])] : [];
}
