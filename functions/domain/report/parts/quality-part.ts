import { countOf, pluralForm, type NounForms } from '../../text/russian.ts';
import { dataErrorsOf } from '../data-errors.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportPart } from '../report-document.ts';
import { excludedTable } from '../tables/excluded-table.ts';
import { findingsTable } from '../tables/findings-table.ts';
import { composeLead, formatWhen } from './title-part.ts';

/** For the department alone: what is wrong with the data, what to do about it, what is in no figure and why. */
export function composeQuality(basis: ReportBasis): readonly ReportPart[] {
  return [
    composeLead(`${formatWhen(basis)} — ${formatErrors(basis)}.`, formatNothing(basis)),
    {
      key: 'quality',
      title: 'Замечания и то, что не вошло в отчёты',
      blocks: [
        { kind: 'table', table: findingsTable(basis) },
        { kind: 'table', table: excludedTable(basis) },
      ],
    },
  ];
}

const ERRORS: NounForms = ['ошибка', 'ошибки', 'ошибок'];
const MAY: NounForms = ['может', 'могут', 'могут'];

function formatErrors({ assessment }: ReportBasis): string {
  const count = dataErrorsOf(assessment).length;
  if (count === 0) return 'ошибок, от которых могли бы быть неверны числа отчётов, в данных нет';
  return `в данных ${countOf(count, ERRORS)}, от которых ${pluralForm(count, MAY)} быть неверны числа отчётов`;
}

function formatNothing({ assessment: { records } }: ReportBasis): string {
  return records.executions.length > 0
    ? ''
    : 'На листе «Исполнение» нет ни одной понятной строки: исполнения учтены как неначатые или просроченные.';
}
