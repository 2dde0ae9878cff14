import type { CalendarDate } from '../../dates/dates.ts';
import { hasLeft } from '../../assessment/school-membership.ts';
import { planKeeper } from '../../assessment/school-plans/school-plans.ts';
import type { ReportBasis } from '../report-basis.ts';
import { countFields } from './scopes/counts.ts';
import { MEASURES_LOOP, SECTIONS_LOOP } from './scopes/measures.ts';
import { OBLIGATION_LOOPS } from './scopes/obligations.ts';
import { SCHOOL_PLANS_LOOP } from './scopes/school-plans.ts';
import { INDICATORS_LOOP, SCHOOLS_LOOP } from './scopes/schools.ts';
import { JOURNAL_LOOP, workFields } from './scopes/work.ts';
import { field, type FormField, type FormLoop, type ScopeDescription } from './scope.ts';

/** What a form is filled from. */
export interface FormSource {
  readonly basis: ReportBasis;
  /** 0: a draft. */
  readonly number: number;
  readonly date: CalendarDate;
  readonly revision: number;
}

const FIELDS: readonly FormField<FormSource>[] = [
  field('учреждение', ['Учреждение, из «Настроек»', 'text'], ({ basis }) => settingsOf(basis).institution),
  field(
    'контакты',
    ['Адрес и телефон учреждения', 'text'],
    ({ basis }) => settingsOf(basis).reportRequisites.contacts,
  ),
  field('адресат', ['Адресат', 'text'], ({ basis }) => settingsOf(basis).addressee),
  field(
    'основание',
    ['По какому приказу ведётся работа', 'text'],
    ({ basis }) => settingsOf(basis).reportLook.basis,
  ),
  field(
    'на_письмо',
    ['На какое письмо отвечает отчёт', 'text'],
    ({ basis }) => settingsOf(basis).reportRequisites.reference,
  ),
  field('номер_отчета', ['Номер отчёта в программе; у черновика — «черновик»', 'text'], ({ number }) =>
    number === 0 ? 'черновик' : String(number),
  ),
  field('дата_отчета', ['День, когда отчёт сформирован', 'date'], ({ date }) => date),
  field('на_дату', ['По состоянию на', 'date'], ({ basis }) => basis.asOf),
  field(
    'период',
    ['Отчётный период словами: «III квартал 2026 года»', 'text'],
    ({ basis }) => basis.span.title,
  ),
  field('начало_периода', ['Первый день периода', 'date'], ({ basis }) => basis.span.start),
  field('конец_периода', ['Последний день периода', 'date'], ({ basis }) => basis.span.end),
  field('ревизия', ['Ревизия данных книги', 'count'], ({ revision }) => revision),
  field(
    'должность_руководителя',
    ['Должность того, кто подписывает', 'text'],
    ({ basis }) => settingsOf(basis).signerPosition,
  ),
  field('руководитель', ['Кто подписывает', 'text'], ({ basis }) => settingsOf(basis).signerName),
  field('исполнитель', ['Исполнитель документа', 'text'], ({ basis }) => settingsOf(basis).preparedBy),
  field('школ_всего', ['Школ на сопровождении', 'count'], ({ basis }) => basis.schools.length),
  field(
    'школ_выбыло',
    ['Из них выбыло за период', 'count'],
    ({ basis: { schools, asOf } }) => schools.filter((school) => hasLeft(school, asOf)).length,
  ),
  field('мероприятий_всего', ['Мероприятий в регламенте', 'count'], ({ basis }) => basis.measures.length),
  ...countFields<FormSource>(({ basis }) => basis.obligations, '_всего'),
  ...workFields<FormSource>(({ basis }) => basis.journal),
  field(
    'школ_с_планом',
    ['У скольких школ есть свой план', 'count'],
    ({ basis: { schools, assessment } }) => schools.filter(planKeeper(assessment.schoolPlans)).length,
  ),
];

function settingsOf({ assessment }: ReportBasis) {
  return assessment.records.settings;
}

const LOOPS: readonly FormLoop<ReportBasis>[] = [
  SECTIONS_LOOP,
  MEASURES_LOOP,
  SCHOOLS_LOOP,
  ...OBLIGATION_LOOPS,
  JOURNAL_LOOP,
  INDICATORS_LOOP,
  SCHOOL_PLANS_LOOP,
];

/** All that a form can hold; the check of a form, the list «Поля для форм» and the values follow from it. */
export const FORM_SCOPE = {
  fields: FIELDS,
  loops: LOOPS.map((loop): FormLoop<FormSource> => ({
    ...loop,
    valuesOf: ({ basis }, uses) => loop.valuesOf(basis, uses),
  })),
} as const satisfies ScopeDescription;
