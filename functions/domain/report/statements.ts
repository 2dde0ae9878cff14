import type { Assessment } from '../assessment.ts';
import { formatDate } from '../dates.ts';
import { countOf, NOUNS, pluralForm } from '../russian.ts';
import type { Tally } from './tally.ts';

/** The sentences at the head of the report: what the figures are of, and what stands apart. */
export function formatStatements(assessment: Assessment, total: Tally): readonly string[] {
  const { today, records, schools, measures, findings } = assessment;
  const { period } = records.settings;
  const { byState } = total;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [
    `По состоянию на ${formatDate(today)} за период ${formatDate(period.start)} – ${formatDate(period.end)} ` +
      `на сопровождении ${countOf(schools.length, NOUNS.school)}; регламентом установлено ` +
      `${countOf(measures.length, NOUNS.measure)}, по ним учитывается ` +
      `${countOf(total.total, NOUNS.execution)}.`,
    formatDue(total),
    `Без подтверждающего документа отмечено: ${byState.done_unproved}. Просрочено: ${byState.overdue}. ` +
      `Ожидает акта: ${byState.waiting_act}. По запросу: ${byState.on_request}.`,
    errors === 0
      ? 'Ошибок заполнения нет.'
      : `В таблице ${countOf(errors, ERROR)} заполнения: строки с ошибками учтены, насколько они понятны ` +
        '(лист «Контроль»).',
  ];
}

const ERROR = ['ошибка', 'ошибки', 'ошибок'] as const;

function formatDue({ due, dueDone, percent }: Tally): string {
  if (percent === null) return 'Ни по одному исполнению срок ещё не наступил.';
  return (
    `Срок наступил по ${due} ${pluralForm(due, DUE)}, из них выполнено и подтверждено ${dueDone} ` +
    `(${percent} %).`
  );
}

/** Dative: «по 1 исполнению, по 2 исполнениям». */
const DUE = ['исполнению', 'исполнениям', 'исполнениям'] as const;
