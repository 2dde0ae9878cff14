import type { Assessment } from '../assessment.ts';
import type { DeadlineResolution } from '../deadlines/index.ts';
import { isProof } from '../evidence.ts';
import type { MeasureAssessment, Obligation } from '../obligation.ts';
import type { JournalEntry } from '../records.ts';
import { countOf, type NounForms } from '../russian.ts';
import type { MeasureLine } from './summary-report.ts';
import { tally } from './tally.ts';

const ENTRY: NounForms = ['запись', 'записи', 'записей'];

export function assembleMeasureLine(
  { measure, controlDate, resolution }: MeasureAssessment,
  obligations: readonly Obligation[],
  { records, repeats }: Pick<Assessment, 'records' | 'repeats'>,
): MeasureLine {
  const journal = records.journal.filter((entry) => entry.measure === measure.number);
  const repeated = repeats.filter(({ execution }) => execution.measure === measure.number).length;
  return {
    number: measure.number,
    title: measure.title,
    deadlinePhrase: measure.deadlinePhrase,
    controlDate,
    noDateReason: controlDate ? null : reasonForNoDate(measure.scope === 'on_request', resolution.status),
    responsible: measure.responsible,
    tally: tally(obligations),
    evidence: formatEvidence(obligations),
    note: [
      measure.manual ? 'дата назначена вручную' : '',
      formatJournal(journal),
      repeated ? `не учтено повторов: ${repeated}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  };
}

function reasonForNoDate(isOnRequest: boolean, status: DeadlineResolution['status']): string {
  if (isOnRequest) return 'по запросу, срока нет';
  const reasons: Record<DeadlineResolution['status'], string> = {
    dated: '',
    waiting_act: 'ожидает акта',
    on_demand: 'по запросу, срока нет',
    unknown: 'срок не понят',
    impossible: 'такой даты нет',
  };
  return reasons[status];
}

function formatEvidence(obligations: readonly Obligation[]): string {
  const proofs = obligations.flatMap(({ execution }) =>
    execution?.mark === 'выполнено' && isProof(execution.evidence) ? [execution.evidence] : [],
  );
  const kinds = Map.groupBy(proofs, ({ kind }) => kind?.toLocaleLowerCase('ru') ?? 'ссылка');
  return [...kinds].map(([kind, those]) => `${kind} — ${those.length}`).join(', ');
}

function formatJournal(journal: readonly JournalEntry[]): string {
  return journal.length === 0 ? '' : `в журнале ${countOf(journal.length, ENTRY)}`;
}
