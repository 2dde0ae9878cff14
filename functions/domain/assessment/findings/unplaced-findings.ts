import type { Assessed } from '../assessed.ts';
import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { Finding } from '../../findings/finding.ts';
import { findOccurrence } from '../find-occurrence.ts';
import type { UnplacedReason } from '../match-executions.ts';
import { joinedOn } from '../school-membership.ts';
import type { DueOccurrence } from '../due-occurrence.ts';
import type { MeasureAssessment } from '../obligation.ts';
import type { Execution, School } from '../../records/records.ts';
import { listNames } from '../../text/russian.ts';

/** Rows that stand for no occurrence, and labels that say nothing where there is one occurrence only. */
export function unplacedFindings({ unplaced, obligations, ...assessed }: Assessed): readonly Finding[] {
  const measures = new Map(assessed.measures.map((each) => [each.measure.number, each]));
  const schools = new Map(assessed.schools.map((school) => [school.name, school]));
  const { period } = assessed.records.settings;
  const left = unplaced.flatMap(({ execution, reason }) =>
    reason === 'other_period'
      ? []
      : [tell(execution, { reason, measures, schools, periodStart: period.start })],
  );
  const unclear = obligations.flatMap(({ execution, measure }) => {
    const assessment = measures.get(measure);
    return execution && assessment && isUnread(execution, assessment) ? [unread(execution, assessment)] : [];
  });
  return [...left, ...unclear];
}

function isUnread({ occurrence }: Execution, assessment: MeasureAssessment): boolean {
  if (occurrence.trim() === '' || assessment.occurrences.length !== 1) return false;
  return findOccurrence(assessment, occurrence).kind === 'unread';
}

/** What stands for another period is right where it is. */
type Told = Exclude<UnplacedReason, 'other_period'>;

interface Context {
  readonly reason: Told;
  readonly measures: ReadonlyMap<string, MeasureAssessment>;
  readonly schools: ReadonlyMap<string, School>;
  readonly periodStart: CalendarDate;
}

function tell(execution: Execution, { reason, measures, schools, periodStart }: Context): Finding {
  const assessment = measures.get(execution.measure);
  switch (reason) {
    case 'before_period':
      return beforePeriod(execution, periodStart, assessment);
    case 'not_owed':
      return notOwed(execution, schools.get(execution.school ?? ''));
    default:
      return wrongLabel(execution, reason, assessment);
  }
}

function finding(
  execution: Execution,
  column: string,
  told: Pick<Finding, 'code' | 'severity' | 'message' | 'advice'>,
): Finding {
  return {
    ...told,
    subject: `${execution.school ?? 'Муниципалитет'}, мероприятие ${execution.measure}`,
    place: { worksheet: 'executions', rowId: execution.rowId, column },
  };
}

type LabelReason = Exclude<Told, 'before_period' | 'not_owed'>;

const WRONG_LABELS: Readonly<Record<LabelReason, string>> = {
  label_none: 'такого срока у мероприятия нет',
  label_several: 'подходит к нескольким срокам мероприятия',
  label_unread: 'не понять, какой это срок',
};

function wrongLabel(
  execution: Execution,
  reason: LabelReason,
  assessment: MeasureAssessment | undefined,
): Finding {
  return finding(execution, 'occurrence', {
    code: reason,
    severity: 'error',
    message: `«За какой срок»: «${execution.occurrence.trim()}» — ${WRONG_LABELS[reason]}, строка не учтена.`,
    advice: whatToWrite(assessment?.occurrences ?? []),
  });
}

function unread(execution: Execution, { occurrences }: MeasureAssessment): Finding {
  return finding(execution, 'occurrence', {
    code: 'label_unread',
    severity: 'warning',
    message:
      `«За какой срок»: «${execution.occurrence.trim()}» — ${WRONG_LABELS.label_unread}; срок у мероприятия один, ` +
      'строка учтена за него.',
    advice: whatToWrite(occurrences),
  });
}

/** Longer lists are cut: the control dates stand in the report. */
const MOST_NAMED = 12;

function whatToWrite(occurrences: readonly DueOccurrence[]): string {
  const names = occurrences.map(nameOf);
  if (names.length <= 1)
    return `Оставьте ячейку пустой${names.map((name) => ` или напишите «${name}»`).join('')}.`;
  const listed = names.length > MOST_NAMED ? listNames(names) : names.join(', ');
  return `Напишите один из сроков: ${listed}. Год можно не писать.`;
}

/** What may be written for the occurrence. */
function nameOf({ label, controlDate }: DueOccurrence): string {
  return label || formatDate(controlDate);
}

function beforePeriod(
  execution: Execution,
  periodStart: CalendarDate,
  assessment: MeasureAssessment | undefined,
): Finding {
  const name = assessment?.occurrences.map(nameOf)[0];
  const done = execution.doneOn ? formatDate(execution.doneOn) : '';
  return finding(execution, 'doneOn', {
    code: 'done_before_period',
    severity: 'error',
    message: `Исполнено ${done} — до начала отчётного периода (${formatDate(periodStart)}): строка не учтена.`,
    advice:
      'Исправьте дату исполнения.' +
      (name
        ? ` Если работа всё же за срок этого периода, назовите его в «За какой срок» с годом: «${name}».`
        : ''),
  });
}

function notOwed(execution: Execution, school: School | undefined): Finding {
  const joined = school && joinedOn(school);
  const left = school?.bank?.exitDate;
  const since = joined ? `включена в список с ${formatDate(joined)}` : '';
  const until = left ? `вышла из списка ${formatDate(left)}` : '';
  return finding(execution, 'school', {
    code: 'not_owed',
    severity: 'reminder',
    message: `Школа ${[since, until].filter(Boolean).join(', ')}: за этот срок она не отчитывается, строка не учтена.`,
    advice: 'Если день назван неверно, исправьте его на листе «Школы»; иначе строку можно удалить.',
  });
}
