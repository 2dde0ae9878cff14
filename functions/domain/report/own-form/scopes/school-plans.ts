import type { CountedPlanItem } from '../../../assessment/school-plans/school-plans.ts';
import { factDate } from '../../../assessment/obligation.ts';
import { STATE_TITLES } from '../../../assessment/states/state.ts';
import { daysLate, formatEvidence } from '../../parts/details-part.ts';
import type { ReportBasis } from '../../report-basis.ts';
import { field, formLoop, position, type FormField } from '../scope.ts';

const FIELDS: readonly FormField<CountedPlanItem>[] = [
  position(),
  field('школа', ['Школа, чей это план', 'text'], ({ item }) => item.execution.school),
  field('мероприятие', ['Мероприятие плана', 'text'], ({ item }) => item.measure.title),
  field('фактор_риска', ['Фактор риска', 'text'], ({ item }) => item.riskFactor),
  field('показатель', ['Показатель', 'text'], ({ item }) => item.indicator),
  field('срок', ['Срок словами плана', 'text'], ({ item }) => item.measure.deadlinePhrase),
  field(
    'контрольная_дата',
    ['Контрольная дата', 'date'],
    ({ standing }) => standing.occurrence?.controlDate ?? null,
  ),
  field('ответственный', ['Ответственный', 'text'], ({ item }) => item.measure.responsible),
  field('состояние', ['Состояние', 'text'], ({ standing }) => STATE_TITLES[standing.state]),
  field('дней', ['Календарных дней после срока', 'days'], ({ standing }) => daysLate(standing)),
  field('дата', ['День исполнения', 'date'], ({ item }) => factDate(item.execution) ?? null),
  field('документ', ['Подтверждающий документ', 'text'], ({ standing }) => formatEvidence(standing)),
];

export const SCHOOL_PLANS_LOOP = formLoop<ReportBasis, CountedPlanItem>({
  key: 'планы_школ',
  title: 'Мероприятия планов самих школ, по школам',
  items: ({ schoolPlans }) => schoolPlans,
  fields: FIELDS,
});
