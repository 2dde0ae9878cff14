import { formatDate } from '../../dates/dates.ts';
import type { School, SchoolBank } from '../../records/records.ts';
import { maskCount, maskShare } from '../tables/masking.ts';
import { positionField, type Field } from '../tables/table-of.ts';

function nameField(width: number): Field<School> {
  return { key: 'school', title: 'Школа', kind: 'text', width, cell: ({ name }) => name };
}

function textField(key: keyof SchoolBank, title: string, width: number): Field<School> {
  return { key, title, kind: 'text', width, cell: ({ bank }) => bank?.[key] ?? null };
}

/** The day where it is known, else the year. */
function includedIn(bank: SchoolBank | undefined): string | null {
  if (bank?.includedOn !== undefined) return formatDate(bank.includedOn);
  return bank?.yearIncluded === undefined ? null : String(bank.yearIncluded);
}

export const REGISTER_FIELDS: readonly Field<School>[] = [
  positionField(),
  nameField(40),
  { key: 'status', title: 'Статус', kind: 'text', width: 22, cell: ({ status }) => status },
  textField('listBasis', 'Основание включения', 38),
  {
    key: 'yearIncluded',
    title: 'Включена',
    kind: 'text',
    width: 22,
    cell: ({ bank }) => includedIn(bank),
  },
  textField('riskFactors', 'Факторы риска', 45),
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

export const PEOPLE_FIELDS: readonly Field<School>[] = [
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

export const LOW = 'Доля низких результатов, %';

export const INDICATOR_FIELDS: readonly Field<School>[] = [
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

export const UNCOUNTED_FIELDS: readonly Field<School>[] = [
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
