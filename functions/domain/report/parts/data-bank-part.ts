import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { School } from '../../records/records.ts';
import { comparableName, groupByName } from '../../text/same-name.ts';
import { countOf, NOUNS } from '../../text/russian.ts';
import { compareNames } from '../../text/code-units.ts';
import {
  INDICATOR_FIELDS,
  LOW,
  PEOPLE_FIELDS,
  REGISTER_FIELDS,
  UNCOUNTED_FIELDS,
} from './data-bank-fields.ts';
import { sumShown } from '../tables/masking.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportPart, ReportRow, ReportTable } from '../report-document.ts';
import { formatPercent } from '../tables/format-percent.ts';
import { tableOf, type Field } from '../tables/table-of.ts';
import { formatStatuses } from './title-part.ts';

/** Part 5, its first half: who the schools are, and their figures with small groups hidden. */
export function composeDataBank(basis: ReportBasis): ReportPart {
  return {
    key: 'data_bank',
    title: 'Банк данных и показатели',
    blocks: [
      { kind: 'table', table: bankTable(basis.schools) },
      { kind: 'table', table: indicatorTable(basis.schools) },
      { kind: 'text', style: 'note', text: MASKING_NOTE },
    ],
  };
}

export function formatRegister(basis: ReportBasis): string {
  const { asOf, assessment, schools } = basis;
  const names = groupByName(assessment.records.schools, ({ name }) => name);
  return (
    `По состоянию на ${formatDate(asOf)} в реестре ${countOf(names.length, NOUNS.school)}, из них на сопровождении — ` +
    `${schools.length} (${formatStatuses(basis)}).`
  );
}

const MASKING_NOTE =
  'Численность от 1 до 9 человек показана как «менее 10». Доля скрыта, если в группе меньше 10 человек или её ' +
  'численность не указана: для КПК это педагоги, для ОГЭ — выпускники 9 класса, для ЕГЭ — выпускники 11 класса, для ' +
  'ВПР — все обучающиеся. Итог сложен только из показанных чисел, поэтому скрытое по нему не вычислить.';

/** Schools that stand in the register and are not counted: those that have left, and the others. */
export function uncountedTable({ assessment, schools }: ReportBasis): ReportTable {
  const counted = new Set(schools.map(({ name }) => comparableName(name)));
  const others = groupByName(assessment.records.schools, ({ name }) => name);
  const items = others.flatMap(([name, [first]]) =>
    first && !counted.has(comparableName(name)) ? [first] : [],
  );
  return tableOf({
    key: 'uncounted',
    title: 'Школы реестра, которые не учитываются',
    emptyText: 'Школ реестра, которые не учитываются, нет.',
    fields: UNCOUNTED_FIELDS,
    items: items.toSorted((a, b) => compareNames(a.name, b.name)),
    leadsOf: sourceOf,
  });
}

/** The same of one school in sentences, masked alike; what nobody has told is left out. */
export function describeBank(school: School): readonly string[] {
  const told = (fields: readonly Field<School>[]) =>
    fields.flatMap((field) => {
      const { key, kind, title } = field;
      const value = SAID_ABOVE.has(key) ? null : field.cell(school, 0);
      if (value === null || value === '') return [];
      const isShare = kind === 'percent' && typeof value === 'number';
      const shown = isShare
        ? formatPercent(value)
        : kind === 'date'
          ? formatDate(value as CalendarDate)
          : value;
      return [`${lowerFirst(title.replace(/, %$/, ''))} — ${shown}`];
    });
  const isLow = ({ group }: Field<School>) => group === LOW;
  const lines = [
    ['Банк данных', [...told(REGISTER_FIELDS), ...told(PEOPLE_FIELDS)]],
    ['Доля низких результатов', told(INDICATOR_FIELDS.filter(isLow))],
    ['Кроме того', told(INDICATOR_FIELDS.filter((field) => !isLow(field)))],
  ] as const;
  return lines.flatMap(([title, facts]) => (facts.length > 0 ? [`${title}: ${facts.join('; ')}.`] : []));
}

/** By the title of a card and its first sentence. */
const SAID_ABOVE = new Set(['position', 'school', 'status']);

/** Abbreviations stay. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLocaleLowerCase('ru') + text.slice(1) : text;
}

function bankTable(schools: readonly School[]): ReportTable {
  const people = PEOPLE_FIELDS.map((field) => schools.map((school) => field.cell(school, 0)));
  const fields = [...REGISTER_FIELDS, ...PEOPLE_FIELDS];
  const total = [
    null,
    'Итого по показанным числам',
    ...REGISTER_FIELDS.slice(2).map(() => null),
    ...people.map(sumShown),
  ];
  return tableOf({
    key: 'bank',
    title: 'Банк данных ШНОР',
    emptyText: 'Учитываемых школ нет.',
    fields,
    items: schools,
    leadsOf: sourceOf,
    ...(schools.length > 1 && { total }),
  });
}

function indicatorTable(schools: readonly School[]): ReportTable {
  return tableOf({
    key: 'indicators',
    title: 'Показатели',
    emptyText: 'Учитываемых школ нет.',
    fields: INDICATOR_FIELDS,
    items: schools,
    leadsOf: sourceOf,
  });
}

function sourceOf({ rowId }: School): Pick<ReportRow, 'source'> {
  return { source: { worksheet: 'schools', rowId } };
}
