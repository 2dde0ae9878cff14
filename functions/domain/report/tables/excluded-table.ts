import { listNames } from '../../text/russian.ts';
import type { UnplacedReason } from '../../assessment/match-executions.ts';
import { laterThanDay, type Exclusion } from './excluded-later.ts';
import { excludedSchools } from './excluded-schools.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportTable } from '../report-document.ts';
import { tableOf, type Field } from './table-of.ts';

export function excludedTable(basis: ReportBasis): ReportTable {
  const exclusions = [
    ...excludedSchools(basis),
    ...excludedRows(basis),
    ...outsideSpan(basis),
    ...laterThanDay(basis),
  ];
  return tableOf({
    key: 'excluded',
    title: 'Что не вошло и почему',
    emptyText: 'Вошло всё, что есть в таблице.',
    fields: FIELDS,
    items: exclusions.filter(({ count }) => count > 0),
  });
}

const FIELDS: readonly Field<Exclusion>[] = [
  { key: 'what', title: 'Что', kind: 'text', width: 117, cell: ({ what }) => what },
  { key: 'count', title: 'Сколько', kind: 'count', width: 20, cell: ({ count }) => count },
  { key: 'why', title: 'Почему', kind: 'text', width: 130, cell: ({ why }) => why },
];

function excludedRows({ assessment, measures, schools }: ReportBasis): readonly Exclusion[] {
  const { records, repeats, unplaced } = assessment;
  const reasons = Map.groupBy(unplaced, ({ reason }) => reason);
  const scopes = new Map(measures.map(({ measure }) => [measure.number, measure.scope]));
  const counted = new Set<string | null>(schools.map(({ name }) => name));
  const known = records.executions.filter(({ measure }) => scopes.has(measure));
  const foreign = known.filter(
    ({ measure, school }) => scopes.get(measure) !== 'municipality' && !counted.has(school),
  );
  return [
    {
      what: 'Строки «Исполнения», в которых мероприятие или школа не поняты',
      count: unreadRows(assessment, 'executions', records.executions),
      why: 'Мероприятия нет на листе «Регламент», школы нет на листе «Школы» или строка не дописана; см. замечания.',
    },
    {
      what: 'Строки «Исполнения» по мероприятиям, которых нет в регламенте',
      count: records.executions.length - known.length,
      why: 'Мероприятие удалено с листа «Регламент», а исполнения остались.',
    },
    {
      what: `Строки «Исполнения» неучитываемых школ: ${listNames([...new Set(foreign.map(({ school }) => String(school)))])}`,
      count: foreign.length,
      why: 'Школа не учитывается.',
    },
    {
      what: 'Повторные строки «Исполнения»',
      count: repeats.length,
      why: 'Та же школа, мероприятие и срок уже есть; учтена строка, где назван срок и есть документ, из равных — внесённая первой.',
    },
    ...LEFT_OUT.map(({ reasons: those, ...told }) => ({
      ...told,
      count: those.reduce((sum, reason) => sum + (reasons.get(reason)?.length ?? 0), 0),
    })),
    {
      what: 'Повторные строки «Регламента»',
      count: records.measures.length - measures.length,
      why: 'Номер мероприятия стоит не один раз; учтена строка, внесённая первой.',
    },
    {
      what: 'Записи журнала, в которых дата, мероприятие или школа не поняты',
      count: unreadRows(assessment, 'journal', records.journal),
      why: 'Строка не дописана или с ошибкой; см. замечания.',
    },
  ];
}

/** Rows of counted schools and known measures that stand for nothing that is owed. */
const LEFT_OUT: readonly (Omit<Exclusion, 'count'> & { readonly reasons: readonly UnplacedReason[] })[] = [
  {
    reasons: ['label_none', 'label_several', 'label_unread'],
    what: 'Строки «Исполнения», у которых «За какой срок» не называет срока мероприятия',
    why: 'За какой срок работа, не понять; см. замечания.',
  },
  {
    reasons: ['before_period'],
    what: 'Строки «Исполнения» с датой исполнения до отчётного периода',
    why: 'Работа другого периода, и срок этого в строке не назван.',
  },
  {
    reasons: ['not_owed'],
    what: 'Строки «Исполнения» за сроки, когда школы не было в списке',
    why: 'Срок закончился до «Включена с» или наступает после «Даты выхода».',
  },
];

/** Rows that have findings and no meaning. */
function unreadRows(
  { records }: ReportBasis['assessment'],
  worksheet: 'executions' | 'journal',
  understood: readonly { readonly rowId: string }[],
): number {
  const known = new Set(understood.map(({ rowId }) => rowId));
  const rows = records.findings.flatMap(({ place }) =>
    place.worksheet === worksheet && place.rowId !== null && !known.has(place.rowId) ? [place.rowId] : [],
  );
  return new Set(rows).size;
}

function outsideSpan({ outside, journalOutside }: ReportBasis): readonly Exclusion[] {
  const undated = outside.filter(({ occurrence }) => occurrence === undefined);
  const dated = outside.length - undated.length;
  const measures = [...new Set(undated.map(({ measure }) => measure))];
  return [
    {
      what: 'Исполнения с контрольной датой в другое время',
      count: dated,
      why: 'Контрольная дата вне отчётных дней.',
    },
    {
      what: `Исполнения без контрольной даты (мероприятия ${measures.join(', ')})`,
      count: undated.length,
      why: 'Ожидают акта, идут по запросу или срок не понят: входят только в отчёт за весь период.',
    },
    { what: 'Записи журнала за другое время', count: journalOutside, why: 'Дата записи вне отчётных дней.' },
  ];
}
