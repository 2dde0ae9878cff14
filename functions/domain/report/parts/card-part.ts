import { compareNames } from '../../text/code-units.ts';
import type { MeasureAssessment, Obligation } from '../../assessment/obligation.ts';
import type { JournalEntry, School } from '../../records/records.ts';
import { isSameName } from '../../text/same-name.ts';
import { countOf, NOUNS, pluralForm, type NounForms } from '../../text/russian.ts';
import { countKinds } from '../tables/work-lines.ts';
import { describeBank } from './data-bank-part.ts';
import { daysLate, formatEvidence, isRepeated, sourceOf } from './details-part.ts';
import { cardPlanTable } from '../school-plans/plan-items-table.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportBlock, ReportPart, ReportTable } from '../report-document.ts';
import { ReportSchoolError } from '../report-errors.ts';
import { tableOf, type Field } from '../tables/table-of.ts';
import { formatWhen } from './title-part.ts';

/** The basis with one school in it. Throws `ReportSchoolError` where no counted school has the name or row id. */
export function basisOfSchool(
  basis: ReportBasis,
  wanted: string | undefined,
): ReportBasis & { readonly school: School } {
  const school = findSchool(basis.schools, wanted);
  const isOwn = (each: { readonly school: string | null }): boolean => each.school === school.name;
  return {
    ...basis,
    school,
    schools: [school],
    obligations: basis.obligations.filter(isOwn),
    outside: basis.outside.filter(isOwn),
    overdue: basis.overdue.filter(isOwn),
    schoolPlans: basis.schoolPlans.filter(({ standing }) => isOwn(standing)),
    journal: basis.journal.filter((entry) => isOwn(entry) || entry.school === null),
  };
}

/** By its name or row id. Throws `ReportSchoolError` where none of them has it. */
export function findSchool(schools: readonly School[], wanted: string | undefined): School {
  const named = wanted?.trim() ?? '';
  const school =
    schools.find(({ rowId, name }) => rowId === named || name === named) ??
    schools.find(({ name }) => isSameName(name, named));
  if (!school) throw new ReportSchoolError(wanted?.trim());
  return school;
}

const ENTERS: NounForms = ['входит', 'входят', 'входит'];

export function formatCard(basis: ReportBasis & { readonly school: School }): string {
  const { name, status } = basis.school;
  const count = basis.obligations.length;
  return (
    `${formatWhen(basis)} — школа «${name}», статус «${status}»; в карточку ${pluralForm(count, ENTERS)} ` +
    `${countOf(count, NOUNS.execution)}.`
  );
}

/** One school on one page: its measures with their states and documents, its figures and the work with it. */
export function composeCard({ school, ...basis }: ReportBasis & { readonly school: School }): ReportPart {
  const told = [...describeBank(school), ...describeWork(basis)];
  return {
    key: 'card',
    title: `Карточка школы: ${school.bank?.officialName ?? school.name}`,
    blocks: [
      { kind: 'table', table: measuresOf(basis) },
      ...planOf(basis),
      ...told.map((text) => ({ kind: 'text', style: 'body', text }) as const),
    ],
  };
}

/** The school's own plan; nothing where «Планы школ» has none of it. */
function planOf({ schoolPlans }: ReportBasis): readonly ReportBlock[] {
  return schoolPlans.length === 0 ? [] : [{ kind: 'table', table: cardPlanTable(schoolPlans) }];
}

/** What was done with the school, and apart what was done for all: its people are not added to the school's. */
function describeWork({ journal }: Pick<ReportBasis, 'journal'>): readonly string[] {
  const [own, common] = [
    journal.filter(({ school }) => school !== null),
    journal.filter(({ school }) => !school),
  ];
  return [
    own.length > 0
      ? `По журналу со школой: ${formatEntries(own)}.`
      : 'Записей о работе со школой в журнале за отчётный период нет.',
    ...(common.length > 0 ? [`Кроме того, для всех школ: ${formatEntries(common)}.`] : []),
  ];
}

function formatEntries(entries: readonly JournalEntry[]): string {
  const kinds = countKinds(entries).map(([kind, count]) => `${kind} — ${count}`);
  const sum = (key: 'leaders' | 'teachers') => entries.reduce((all, entry) => all + (entry[key] ?? 0), 0);
  const people = (
    [
      ['руководителей', sum('leaders')],
      ['педагогов', sum('teachers')],
    ] as const
  ).filter(([, count]) => count > 0);
  const took = people.map(([who, count]) => `${who} — ${count}`).join(', ');
  return `${kinds.join(', ')}${took === '' ? '' : ` (участников: ${took})`}`;
}

type Line = Obligation & {
  readonly assessed: MeasureAssessment;
  /** The measure's title stands above it, so its term is told alone. */
  readonly isFurther: boolean;
};

const FIELDS: readonly Field<Line>[] = [
  { key: 'measure', title: '№ п/п', kind: 'text', width: 14, cell: ({ measure }) => measure },
  {
    key: 'title',
    title: 'Мероприятие',
    kind: 'text',
    width: 101,
    cell: formatTitle,
  },
  {
    key: 'control',
    title: 'Контрольная дата',
    kind: 'date',
    width: 27,
    cell: ({ occurrence }) => occurrence?.controlDate ?? null,
  },
  { key: 'state', title: 'Состояние', kind: 'state', width: 33, cell: ({ state }) => state },
  {
    key: 'days',
    title: 'Дней после срока',
    kind: 'days',
    width: 21,
    cell: daysLate,
  },
  {
    key: 'doneOn',
    title: 'Дата исполнения',
    kind: 'date',
    width: 27,
    cell: ({ execution }) => execution?.doneOn ?? null,
  },
  { key: 'evidence', title: 'Документ', kind: 'text', width: 44, cell: formatEvidence },
];

/** «Оказание содействия…: I квартал», and of the same measure after it «II квартал». */
function formatTitle({ assessed, occurrence, isFurther }: Line): string {
  const { title } = assessed.measure;
  const label = isRepeated(assessed) ? (occurrence?.label ?? '') : '';
  if (label === '') return title;
  return isFurther ? label : `${title}: ${label}`;
}

function dateOf({ occurrence }: Pick<Line, 'occurrence'>): string {
  return occurrence?.controlDate ?? '';
}

function measuresOf({ measures, obligations }: ReportBasis): ReportTable {
  const byNumber = new Map(measures.map((each) => [each.measure.number, each]));
  const rowIds = new Map(measures.map(({ measure }) => [measure.number, measure.rowId]));
  const lines = obligations.flatMap((obligation): Line[] => {
    const assessed = byNumber.get(obligation.measure);
    return assessed ? [{ ...obligation, assessed, isFurther: false }] : [];
  });
  const items = [...Map.groupBy(lines, ({ measure }) => measure).values()].flatMap((those) =>
    those
      .toSorted((a, b) => compareNames(dateOf(a), dateOf(b)))
      .map((line, index) => ({ ...line, isFurther: index > 0 })),
  );
  return tableOf({
    key: 'card',
    title: '',
    emptyText: 'Исполнений в отчётном периоде нет.',
    fields: FIELDS,
    items,
    leadsOf: (line) => sourceOf(line, rowIds),
  });
}
