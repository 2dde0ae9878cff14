const RULES = new Intl.PluralRules('ru');

/** Forms for 1, 2 and 5: `['школа', 'школы', 'школ']`. */
export type NounForms = readonly [one: string, few: string, many: string];

export const NOUNS = {
  school: ['школа', 'школы', 'школ'],
  row: ['строка', 'строки', 'строк'],
  day: ['день', 'дня', 'дней'],
  finding: ['замечание', 'замечания', 'замечаний'],
  measure: ['мероприятие', 'мероприятия', 'мероприятий'],
  cell: ['ячейка', 'ячейки', 'ячеек'],
  execution: ['исполнение', 'исполнения', 'исполнений'],
} as const satisfies Record<string, NounForms>;

/** The noun alone in the form that agrees with `count`. */
export function pluralForm(count: number, forms: NounForms): string {
  const category = RULES.select(count);
  if (category === 'one') return forms[0];
  return category === 'few' ? forms[1] : forms[2];
}

/** `1 школа`, `2 школы`, `5 школ`. */
export function countOf(count: number, forms: NounForms): string {
  return `${count} ${pluralForm(count, forms)}`;
}

/** Nominative, January first. */
export const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** Roman, as quarters are written. */
export const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

const LISTED = 5;

/** `а, б, в и ещё 4`: long lists are cut so that a cell stays readable. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).join(', ');
  return names.length > LISTED ? `${shown} и ещё ${names.length - LISTED}` : shown;
}
