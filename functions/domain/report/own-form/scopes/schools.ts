import { yearOf } from '../../../dates/dates.ts';
import type { Obligation } from '../../../assessment/obligation.ts';
import type { JournalEntry, School } from '../../../records/records.ts';
import { INDICATOR_FIELDS, PEOPLE_FIELDS, REGISTER_FIELDS } from '../../parts/data-bank-fields.ts';
import type { ReportBasis } from '../../report-basis.ts';
import type { Field, ReportCell } from '../../tables/table-of.ts';
import { field, formLoop, position, type FormField } from '../scope.ts';
import { countFields } from './counts.ts';
import { workFields } from './work.ts';

interface SchoolItem {
  readonly school: School;
  readonly obligations: readonly Obligation[];
  readonly journal: readonly JournalEntry[];
}

interface IndicatorItem {
  readonly school: School;
  readonly bankField: Field<School>;
}

const BANK = new Map(
  [...REGISTER_FIELDS, ...PEOPLE_FIELDS, ...INDICATOR_FIELDS].map((each) => [each.key, each] as const),
);

/** As the data bank shows it, small groups hidden. */
function shown(key: string, school: School): ReportCell {
  return BANK.get(key)?.cell(school, 0) ?? null;
}

function bankField(
  key: string,
  bankKey: string,
  title: string,
  kind: 'text' | 'count',
): FormField<SchoolItem> {
  return field(key, [title, kind], ({ school }) => shown(bankKey, school));
}

/** Figures of the data bank that are shares or counts. */
const INDICATORS = [...PEOPLE_FIELDS, ...INDICATOR_FIELDS].filter(
  ({ key, kind }) => key !== 'position' && (kind === 'count' || kind === 'percent'),
);

const INDICATOR_FORM_FIELDS: readonly FormField<IndicatorItem>[] = [
  position(),
  field('школа', ['Школа', 'text'], ({ school }) => school.name),
  field('показатель', ['Название показателя', 'text'], ({ bankField: { group, title } }) =>
    group === undefined ? title : `${group}: ${title}`,
  ),
  field('значение', ['Значение; малые группы скрыты', 'count'], ({ school, bankField: { cell } }) =>
    cell(school, 0),
  ),
  field('год', ['Год, за который оно внесено: по дате обновления сведений', 'text'], ({ school }) =>
    school.bank?.updatedOn === undefined ? '' : String(yearOf(school.bank.updatedOn)),
  ),
];

/** Only what somebody has entered. */
function indicatorsOf(school: School): readonly IndicatorItem[] {
  return INDICATORS.filter(({ cell }) => cell(school, 0) !== null).map((each) => ({
    school,
    bankField: each,
  }));
}

const SCHOOL_FIELDS: readonly FormField<SchoolItem>[] = [
  position(),
  field('школа', ['Школа, как на листе «Школы»', 'text'], ({ school }) => school.name),
  field(
    'официальное_название',
    ['Официальное название; если его нет, то же, что «школа»', 'text'],
    ({ school }) => school.bank?.officialName ?? school.name,
  ),
  field('статус', ['Статус', 'text'], ({ school }) => school.status),
  bankField('основание_включения', 'listBasis', 'Основание включения в список', 'text'),
  bankField('включена', 'yearIncluded', 'Включена в список', 'text'),
  bankField('план', 'plan', 'План школы: дата и номер', 'text'),
  bankField('обучающихся', 'studentsTotal', 'Обучающихся', 'count'),
  bankField('учителей', 'teachersTotal', 'Педагогов', 'count'),
  field('просроченные_номера', ['Номера просроченных мероприятий', 'text'], ({ obligations }) =>
    listOverdue(obligations),
  ),
  ...countFields<SchoolItem>(({ obligations }) => obligations),
  ...workFields<SchoolItem>(({ journal }) => journal),
];

function listOverdue(obligations: readonly Obligation[]): string {
  const numbers = obligations.filter(({ state }) => state === 'overdue').map(({ measure }) => measure);
  return [...new Set(numbers)].join(', ');
}

export const SCHOOLS_LOOP = formLoop<ReportBasis, SchoolItem>({
  key: 'школы',
  title: 'Учитываемые школы по названию; внутри можно повторить их показатели',
  items: ({ schools, obligations, journal }) => {
    const owed = Map.groupBy(obligations, ({ school }) => school);
    const work = Map.groupBy(journal, ({ school }) => school);
    return schools.map((school) => ({
      school,
      obligations: owed.get(school.name) ?? [],
      journal: work.get(school.name) ?? [],
    }));
  },
  fields: SCHOOL_FIELDS,
  loops: [
    formLoop<SchoolItem, IndicatorItem>({
      key: 'показатели',
      title: 'Показатели этой школы из банка данных',
      items: ({ school }) => indicatorsOf(school),
      fields: INDICATOR_FORM_FIELDS,
    }),
  ],
});

export const INDICATORS_LOOP = formLoop<ReportBasis, IndicatorItem>({
  key: 'показатели',
  title: 'Показатели всех школ из банка данных',
  items: ({ schools }) => schools.flatMap(indicatorsOf),
  fields: INDICATOR_FORM_FIELDS,
});
