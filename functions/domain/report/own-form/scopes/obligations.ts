import { daysBetween } from '../../../dates/dates.ts';
import { factDate, type Obligation } from '../../../assessment/obligation.ts';
import { STATE_TITLES } from '../../../assessment/states/state.ts';
import { compareCodeUnits } from '../../../text/code-units.ts';
import { formatEvidence } from '../../parts/details-part.ts';
import { WHOLE_MUNICIPALITY } from '../../parts/whole-municipality.ts';
import type { ReportBasis } from '../../report-basis.ts';
import { field, formLoop, position, type FormField, type FormLoop } from '../scope.ts';

interface ObligationItem {
  readonly obligation: Obligation;
  readonly basis: ReportBasis;
  /** Calendar days after the term, where it was missed. */
  readonly days: number | null;
}

const COMMON: readonly FormField<ObligationItem>[] = [
  position(),
  field(
    'школа',
    ['Школа или «муниципалитет в целом»', 'text'],
    ({ obligation }) => obligation.school ?? WHOLE_MUNICIPALITY,
  ),
  field('номер', ['Номер мероприятия', 'text'], ({ obligation }) => obligation.measure),
  field('мероприятие', ['Мероприятие', 'text'], (item) => measureOf(item)?.title ?? ''),
  field('за_какой_срок', ['За какой срок', 'text'], ({ obligation }) => obligation.occurrence?.label ?? ''),
  field(
    'контрольная_дата',
    ['Контрольная дата', 'date'],
    ({ obligation }) => obligation.occurrence?.controlDate ?? null,
  ),
  field('состояние', ['Состояние', 'text'], ({ obligation }) => STATE_TITLES[obligation.state]),
  field(
    'дата',
    ['День исполнения', 'date'],
    ({ obligation: { execution } }) => (execution && factDate(execution)) ?? null,
  ),
  field('документ', ['Подтверждающий документ', 'text'], ({ obligation }) => formatEvidence(obligation)),
  field(
    'ответственный',
    ['Ответственный: исполнитель строки, иначе мероприятия', 'text'],
    (item) => item.obligation.execution?.executor ?? measureOf(item)?.responsible ?? '',
  ),
  field('дней', ['Календарных дней после срока', 'days'], ({ days }) => days),
  field('причина', ['Причина', 'text'], ({ obligation }) => obligation.execution?.delay?.reason ?? ''),
  field('меры', ['Принятые меры', 'text'], ({ obligation }) => obligation.execution?.delay?.taken ?? ''),
];

function measureOf({ basis, obligation }: ObligationItem) {
  return basis.measures.find(({ measure }) => measure.number === obligation.measure)?.measure;
}

function obligationLoop(
  key: string,
  title: string,
  itemsOf: (basis: ReportBasis) => readonly Obligation[],
): FormLoop<ReportBasis> {
  return formLoop<ReportBasis, ObligationItem>({
    key,
    title,
    items: (basis) =>
      itemsOf(basis).map((obligation) => ({ obligation, basis, days: daysAfter(obligation, basis) })),
    fields: COMMON,
  });
}

function daysAfter({ state, occurrence, lateDays }: Obligation, { asOf }: ReportBasis): number | null {
  if (state === 'overdue' && occurrence) return daysBetween(occurrence.controlDate, asOf);
  return state === 'done_late' ? lateDays : null;
}

export const OBLIGATION_LOOPS: readonly FormLoop<ReportBasis>[] = [
  obligationLoop(
    'исполнения',
    'Все исполнения отчёта: школа × мероприятие × срок',
    (basis) => basis.obligations,
  ),
  obligationLoop('просроченные', 'Просроченное на день отчёта, самое давнее первым', ({ overdue }) =>
    overdue.toSorted((a, b) =>
      compareCodeUnits(a.occurrence?.controlDate ?? '', b.occurrence?.controlDate ?? ''),
    ),
  ),
  obligationLoop('выполненные_с_опозданием', 'Исполненное с нарушением срока', ({ obligations }) =>
    obligations.filter(({ state }) => state === 'done_late'),
  ),
];
