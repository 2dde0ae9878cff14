import { normaliseHeader } from '../table/bind-columns.ts';
import { textAt } from './foreign-table.ts';
import type { Cell } from '../layout/layout.ts';
import { REGULATION } from '../worksheets/regulation.ts';

export type PlanColumn = 'number' | 'title' | 'deadline' | 'start' | 'end' | 'responsible';

/** A header of words of these stems alone, `main` among them: «Сроки (период) реализации», never «Дата рождения». */
interface HeaderWords {
  readonly main: RegExp;
  readonly others: RegExp;
}

const LINKS = 'и|или|по|на|в|с|год|года|гг?|уч|учебн\\p{L}*';
const DATE_WORDS = 'срок|сроки|сроков|дата|даты|период|периоды|время';
const DONE =
  'исполнени|реализаци|проведени|выполнени|осуществлени|внедрени|мероприяти|работ|представлени|предоставлени|' +
  'сдачи|отчетност|план|дорожной|карты|планируем|предполагаем|планов|примерн|ориентировочн|календарн|' +
  'мест|ответственн|исполнител|контрольн|установленн|предельн|конечн';
const END_STEMS = 'окончани|завершени|конец|конечн';
const words = (main: string, others: string): HeaderWords => ({
  main: new RegExp(`^(?:${main})`, 'u'),
  others: new RegExp(`^(?:(?:${others})\\p{L}*|${LINKS})$`, 'u'),
});

const NAMES: Readonly<Record<PlanColumn, readonly string[]>> = {
  number: namesOf('number'),
  title: namesOf('title'),
  deadline: [...namesOf('deadline'), 'Время проведения', 'Месяц', 'Когда', 'Дедлайн'],
  start: ['Начало', 'С', 'От'],
  end: ['Окончание', 'Завершение', 'Конец', 'По', 'До'],
  responsible: namesOf('responsible'),
};

const WORDS: Readonly<Record<Exclude<PlanColumn, 'number'>, HeaderWords>> = {
  title: words(
    'мероприяти',
    'наименовани|назван|содержани|перечень|основн|планируем|виды|формы|событи|действи',
  ),
  deadline: words(`(?:${DATE_WORDS}|месяц|месяцы)$`, `${DONE}|${END_STEMS}`),
  start: words('начал|старт', `${DATE_WORDS}|${DONE}`),
  end: words(END_STEMS, `${DATE_WORDS}|${DONE}`),
  responsible: words('ответственн|исполнител', 'лиц|исполнени|реализаци|проведени|выполнени|за'),
};

const NUMBER = /^(?:№+|n|no|номер)?[\s.]*п[\s./\\|-]*п$|^(?:№+|no|(?:№ )?пункта?)$/u;
/** Where no column names a measure in so many words. */
const WEAK_TITLES = [
  'Наименование',
  'Название',
  'Содержание деятельности',
  'Действия',
  'Вид деятельности',
  'Виды деятельности',
  'Виды работ',
  'Направления работы',
  'Тема',
  'Задача',
  'Задачи',
];
const MAX_HEADER = 100;

/** Takes the header as `plainHeader` gives it. */
type Matches = (column: PlanColumn, header: string) => boolean;

/** The surest first, so that «Срок исполнения» wins over «Срок предоставления отчёта» beside it. */
export const RANKS: readonly Matches[] = [
  (column, header) => NAMES[column].some((name) => normaliseHeader(name) === header),
  (column, header) => (column === 'number' ? NUMBER.test(header) : hasWords(header, WORDS[column])),
  (column, header) => column === 'title' && header.length <= MAX_HEADER && header.startsWith('мероприяти'),
  (column, header) => column === 'title' && WEAK_TITLES.some((name) => normaliseHeader(name) === header),
];
export const COLUMNS: readonly PlanColumn[] = ['number', 'title', 'deadline', 'start', 'end', 'responsible'];

function hasWords(header: string, { main, others }: HeaderWords): boolean {
  const found = header.match(/\p{L}+/gu) ?? [];
  const isMain = (word: string) => main.test(word);
  return (
    header.length <= MAX_HEADER &&
    found.some(isMain) &&
    found.every((word) => isMain(word) || others.test(word))
  );
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
