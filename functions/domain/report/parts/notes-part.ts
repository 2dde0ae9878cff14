import { formatDate } from '../../dates/dates.ts';
import { explainDates } from '../../deadlines/index.ts';
import type { MeasureAssessment } from '../../assessment/obligation.ts';
import { excludedTable } from '../tables/excluded-table.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportBlock, ReportPart, ReportRow, ReportTable } from '../report-document.ts';
import { formatSpan } from '../report-span.ts';
import { formatAct, formatControl } from '../tables/summary-lines.ts';
import { tableOf, type Field } from '../tables/table-of.ts';

/** Where each date comes from, what is waited for, what was left out and why. */
export function composeNotes(basis: ReportBasis): ReportPart {
  return {
    key: 'notes',
    annex: 'notes',
    title: 'Пояснения',
    blocks: [
      ...rules(basis).map((text): ReportBlock => ({ kind: 'text', style: 'body', text })),
      { kind: 'table', table: deadlineTable(basis) },
      { kind: 'table', table: awaitedTable(basis) },
      { kind: 'table', table: excludedTable(basis) },
    ],
  };
}

/** The rules by which the figures were counted. */
function rules({ asOf, span }: ReportBasis): readonly string[] {
  const whole =
    'В отчёт входят все исполнения учитываемых школ за период, в том числе те, у которых контрольной даты нет.';
  const part =
    `В отчёт входят исполнения, контрольная дата которых приходится на дни ${formatSpan(span)}; остальные, в том числе ` +
    'без контрольной даты, не входят и перечислены ниже.';
  return [
    span.isWhole ? whole : part,
    `Учтено то, что датировано не позднее ${formatDate(asOf)}: исполнения, документы, внешние акты и записи журнала с ` +
      'более поздней датой не приняты. Сведения без даты взяты такими, какими они были при составлении отчёта.',
    'Исполнение считается наступившим в свой контрольный день. «Просрочено» — со дня после контрольной даты, а если она ' +
      'нерабочая, то по правилу переноса из листа «Настройки»; дни просрочки — календарные, от контрольной даты.',
  ];
}

/** What staff have to do about a wait is no matter of the reader's. */
const TO_DO = /[:;.]\s*внесите.*$/isu;

/** How the date was found, or why there is none; doubts of the reading stand in the note on the data's quality. */
function explainTo(records: ActRecords, assessed: MeasureAssessment): string {
  const { measure, resolution, explanation } = assessed;
  if (measure.manual || measure.scope === 'on_request') return explanation;
  switch (resolution.status) {
    case 'waiting_act':
      return TO_DO.test(explanation)
        ? `${explanation.replace(TO_DO, '')}; до этого просрочки нет.`
        : explanation;
    case 'dated': {
      const act = formatAct(assessed, records);
      return act === '' ? explainDates(resolution) : `${explainDates(resolution)} Срок установлен: ${act}.`;
    }
    default:
      return `«${measure.deadlinePhrase}» → ${formatControl(assessed)}; контрольной даты нет.`;
  }
}

type ActRecords = Parameters<typeof formatAct>[1];

const MEASURE_FIELDS: readonly Field<MeasureAssessment>[] = [
  { key: 'number', title: '№ п/п', kind: 'text', width: 14, cell: ({ measure }) => measure.number },
];

const deadlineFields = (records: ActRecords): readonly Field<MeasureAssessment>[] => [
  ...MEASURE_FIELDS,
  {
    key: 'deadline',
    title: 'Срок по регламенту',
    kind: 'text',
    width: 70,
    cell: ({ measure }) => measure.deadlinePhrase,
  },
  { key: 'control', title: 'Контрольная дата', kind: 'text', width: 33, cell: formatControl },
  {
    key: 'explanation',
    title: 'Как определена',
    kind: 'text',
    width: 150,
    cell: (assessed) => explainTo(records, assessed),
  },
];

function deadlineTable({ measures, assessment }: ReportBasis): ReportTable {
  return tableOf({
    key: 'deadlines',
    title: 'Как определены контрольные даты',
    emptyText: 'На листе «Регламент» мероприятий нет.',
    fields: deadlineFields(assessment.records),
    items: measures,
    leadsOf: leadToMeasure,
  });
}

const awaitedFields = (records: ActRecords): readonly Field<MeasureAssessment>[] => [
  ...MEASURE_FIELDS,
  { key: 'title', title: 'Мероприятие', kind: 'text', width: 103, cell: ({ measure }) => measure.title },
  {
    key: 'awaited',
    title: 'Чего ожидает',
    kind: 'text',
    width: 150,
    cell: (assessed) => explainTo(records, assessed),
  },
];

function awaitedTable({ measures, assessment }: ReportBasis): ReportTable {
  return tableOf({
    key: 'awaited',
    title: 'Ожидают внешнего акта',
    emptyText: 'Мероприятий, которые ждут внешнего акта, нет.',
    fields: awaitedFields(assessment.records),
    items: measures.filter(
      ({ measure, occurrences, resolution }) =>
        measure.scope !== 'on_request' && occurrences.length === 0 && resolution.status === 'waiting_act',
    ),
    leadsOf: leadToMeasure,
  });
}

function leadToMeasure({ measure }: MeasureAssessment): Pick<ReportRow, 'source'> {
  return { source: { worksheet: 'regulation', rowId: measure.rowId } };
}
