import type { MeasureAssessment, Obligation } from '../../../assessment/obligation.ts';
import { isDone } from '../../../assessment/states/state.ts';
import { tally } from '../../../assessment/tally.ts';
import type { ReportBasis } from '../../report-basis.ts';
import { formatAct, formatControl, formatNote, formatProofs } from '../../tables/summary-lines.ts';
import { field, formLoop, position, type FormField } from '../scope.ts';
import { countFields, doneOf } from './counts.ts';

interface MeasureItem {
  readonly assessed: MeasureAssessment;
  readonly obligations: readonly Obligation[];
  readonly basis: ReportBasis;
}

interface SectionItem {
  readonly title: string;
  readonly measures: readonly MeasureAssessment[];
  readonly basis: ReportBasis;
}

const MEASURE_FIELDS: readonly FormField<MeasureItem>[] = [
  position(),
  field('номер', ['Номер мероприятия по регламенту', 'text'], ({ assessed }) => assessed.measure.number),
  field('мероприятие', ['Мероприятие', 'text'], ({ assessed }) => assessed.measure.title),
  field('раздел', ['Раздел регламента', 'text'], ({ assessed }) => assessed.measure.section),
  field('срок', ['Срок по регламенту', 'text'], ({ assessed }) => assessed.measure.deadlinePhrase),
  field('контрольная_дата', ['Контрольная дата или почему её нет', 'text'], ({ assessed }) =>
    formatControl(assessed),
  ),
  field('ответственный', ['Ответственный', 'text'], ({ assessed }) => assessed.measure.responsible),
  field('результат', ['Результат: сколько выполнено и подтверждено', 'text'], formatResult),
  field('вид_документа', ['Виды подтверждающих документов с числом', 'text'], ({ obligations }) =>
    formatProofs(obligations),
  ),
  field('отметка', ['Отметка о выполнении', 'text'], ({ obligations }) => formatMark(obligations)),
  field('акт', ['Акт, которым назначен срок', 'text'], ({ assessed, basis }) =>
    formatAct(assessed, basis.assessment.records),
  ),
  field('примечание', ['Примечание', 'text'], ({ assessed, obligations, basis }) =>
    formatNote(assessed, tally(obligations), basis),
  ),
  ...countFields<MeasureItem>(({ obligations }) => obligations),
];

export const MEASURES_LOOP = formLoop<ReportBasis, MeasureItem>({
  key: 'мероприятия',
  title: 'Мероприятия регламента по порядку',
  items: (basis) => itemsOf(basis.measures, basis),
  fields: MEASURE_FIELDS,
});

export const SECTIONS_LOOP = formLoop<ReportBasis, SectionItem>({
  key: 'разделы',
  title: 'Разделы регламента; внутри можно повторить их мероприятия',
  items: (basis) => basis.sections.map((section) => ({ ...section, basis })),
  fields: [
    position(),
    field('раздел', ['Раздел регламента', 'text'], ({ title }) => title),
    ...countFields<SectionItem>(({ measures, basis }) =>
      itemsOf(measures, basis).flatMap(({ obligations }) => obligations),
    ),
  ],
  loops: [
    formLoop<SectionItem, MeasureItem>({
      key: 'мероприятия',
      title: 'Мероприятия этого раздела',
      items: ({ measures, basis }) => itemsOf(measures, basis),
      fields: MEASURE_FIELDS,
    }),
  ],
});

function itemsOf(measures: readonly MeasureAssessment[], basis: ReportBasis): readonly MeasureItem[] {
  const byMeasure = Map.groupBy(basis.obligations, ({ measure }) => measure);
  return measures.map((assessed) => ({
    assessed,
    basis,
    obligations: byMeasure.get(assessed.measure.number) ?? [],
  }));
}

/** «выполнено 5 из 7»; '' where nothing is required in these days. */
function formatResult({ obligations }: MeasureItem): string {
  const counts = tally(requiredOf(obligations));
  return counts.total === 0 ? '' : `выполнено ${doneOf(counts)} из ${counts.total}`;
}

function requiredOf(obligations: readonly Obligation[]): readonly Obligation[] {
  return obligations.filter(({ state }) => state !== 'not_required');
}

function formatMark(obligations: readonly Obligation[]): string {
  const required = requiredOf(obligations);
  if (required.length === 0) return obligations.length === 0 ? 'в отчётном периоде нет' : 'не требуется';
  const { due, byState } = tally(required);
  const done = required.filter(({ state }) => isDone(state)).length;
  if (done === required.length) return `исполнено${late(byState.done_late)}`;
  if (done === 0 && due === 0) return 'срок не наступил';
  const overdue = byState.overdue > 0 ? `, просрочено ${byState.overdue}` : '';
  const whole = `исполнено частично: ${done} из ${required.length}`;
  return `${done === 0 ? 'не исполнено' : whole}${overdue}${late(byState.done_late)}`;
}

function late(count: number): string {
  return count > 0 ? `, с опозданием ${count}` : '';
}
