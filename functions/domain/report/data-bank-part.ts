import { formatDate } from '../dates.ts';
import type { School, SchoolBank } from '../records.ts';
import { countOf, NOUNS } from '../russian.ts';
import { compareNames } from '../compare-names.ts';
import { maskCount, maskShare, sumShown } from './masking.ts';
import type { ReportBasis } from './report-basis.ts';
import type { ReportBlock, ReportPart, ReportRow, ReportTable } from './report-document.ts';
import { positionField, tableOf, type Field } from './table-of.ts';
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
  const names = new Set(assessment.records.schools.map(({ name }) => name));
  return (
    `По состоянию на ${formatDate(asOf)} в реестре ${countOf(names.size, NOUNS.school)}, из них на сопровождении — ` +
    `${schools.length} (${formatStatuses(basis)}).`
  );
}

const MASKING_NOTE =
  'Численность от 1 до 9 человек показана как «менее 10». Доля скрыта, если в группе меньше 10 человек или её ' +
  'численность не указана: для КПК это педагоги, для ОГЭ — выпускники 9 класса, для ЕГЭ — выпускники 11 класса, для ' +
  'ВПР — все обучающиеся. Итог сложен только из показанных чисел, поэтому скрытое по нему не вычислить.';

/** Schools that stand in the register and are not counted: those that have left, and the others. */
export function uncountedTable({ assessment, schools }: ReportBasis): ReportTable {
  const counted = new Set(schools.map(({ name }) => name));
  const others = new Map(assessment.records.schools.map((school) => [school.name, school]));
  const items = [...others.values()].filter(({ name }) => !counted.has(name));
  return tableOf({
    key: 'uncounted',
    title: 'Школы реестра, которые не учитываются',
    emptyText: 'Таких школ нет.',
    fields: UNCOUNTED_FIELDS,
    items: items.toSorted((a, b) => compareNames(a.name, b.name)),
    leadsOf: sourceOf,
  });
}

/** The same tables for one school. */
export function bankBlocksOf(school: School): readonly ReportBlock[] {
  return [
    { kind: 'table', table: bankTable([school]) },
    { kind: 'table', table: indicatorTable([school]) },
    { kind: 'text', style: 'note', text: MASKING_NOTE },
  ];
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

function nameField(width: number): Field<School> {
  return { key: 'school', title: 'Школа', kind: 'text', width, cell: ({ name }) => name };
}

function textField(key: keyof SchoolBank, title: string, width: number): Field<School> {
  return { key, title, kind: 'text', width, cell: ({ bank }) => bank?.[key] ?? null };
}

const REGISTER_FIELDS: readonly Field<School>[] = [
  positionField(),
  nameField(40),
  { key: 'status', title: 'Статус', kind: 'text', width: 22, cell: ({ status }) => status },
  textField('listBasis', 'Основание включения', 38),
  {
    key: 'yearIncluded',
    title: 'Год включения',
    kind: 'text',
    width: 16,
    cell: ({ bank }) => (bank?.yearIncluded === undefined ? null : String(bank.yearIncluded)),
  },
  textField('riskFactors', 'Факторы риска', 51),
];

function peopleField(
  key: 'studentsTotal' | 'graduates9' | 'graduates11' | 'teachersTotal',
  title: string,
): Field<School> {
  return {
    key,
    title,
    group: 'Численность',
    kind: 'count',
    width: 18,
    cell: ({ bank }) => maskCount(bank?.[key]),
  };
}

const PEOPLE_FIELDS: readonly Field<School>[] = [
  peopleField('studentsTotal', 'обучающихся'),
  peopleField('graduates9', 'выпускников 9 класса'),
  peopleField('graduates11', 'выпускников 11 класса'),
  peopleField('teachersTotal', 'педагогов'),
  {
    key: 'vacancies',
    title: 'Вакансий',
    kind: 'count',
    width: 18,
    cell: ({ bank }) => bank?.vacancies ?? null,
  },
];

type Share = 'trainedShare' | 'vprMath' | 'vprRussian' | 'ogeFail' | 'egeBelow';
type Group = 'teachersTotal' | 'studentsTotal' | 'graduates9' | 'graduates11';

function shareField(key: Share, title: string, { of, group }: { of: Group; group: string }): Field<School> {
  return {
    key,
    title,
    group,
    kind: 'percent',
    width: 24,
    cell: ({ bank }) => maskShare(bank?.[key], bank?.[of]),
  };
}

const LOW = 'Доля низких результатов, %';

const INDICATOR_FIELDS: readonly Field<School>[] = [
  positionField(),
  nameField(45),
  shareField('vprMath', 'ВПР, математика', { of: 'studentsTotal', group: LOW }),
  shareField('vprRussian', 'ВПР, русский язык', { of: 'studentsTotal', group: LOW }),
  shareField('ogeFail', 'ОГЭ', { of: 'graduates9', group: LOW }),
  shareField('egeBelow', 'ЕГЭ', { of: 'graduates11', group: LOW }),
  shareField('trainedShare', 'прошли КПК, %', { of: 'teachersTotal', group: 'Педагоги' }),
  textField('objectivity', 'Признак необъективности', 33),
  { key: 'plan', title: 'План школы', kind: 'text', width: 31, cell: ({ bank }) => formatPlan(bank) },
  {
    key: 'updatedOn',
    title: 'Сведения обновлены',
    kind: 'date',
    width: 28,
    cell: ({ bank }) => bank?.updatedOn ?? null,
  },
];

const UNCOUNTED_FIELDS: readonly Field<School>[] = [
  positionField(),
  nameField(77),
  { key: 'status', title: 'Статус', kind: 'text', width: 40, cell: ({ status }) => status },
  {
    key: 'exitDate',
    title: 'Дата выхода',
    kind: 'date',
    width: 30,
    cell: ({ bank }) => bank?.exitDate ?? null,
  },
  textField('exitBasis', 'Основание выхода', 110),
];

function formatPlan(bank: SchoolBank | undefined): string | null {
  const { planDate, planNumber } = bank ?? {};
  const parts = [planDate && `от ${formatDate(planDate)}`, planNumber && `№ ${planNumber}`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : null;
}
