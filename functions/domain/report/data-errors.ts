import type { Finding } from '../findings/finding.ts';
import { countOf, type NounForms } from '../text/russian.ts';
import type { ReportBasis } from './report-basis.ts';
import { groupFindings, type NameRow } from './tables/findings-table.ts';

/** Errors that no figure hangs on: of letters, and of what a report is sent with. */
const HARMLESS = new Set(['ladder_unreadable', 'annex_unknown']);

type Assessed = ReportBasis['assessment'];

/** Errors that figures of a report may suffer from. */
export function dataErrorsOf({ findings }: Pick<Assessed, 'findings'>): readonly Finding[] {
  return findings.filter(
    ({ severity, code, place }) =>
      severity === 'error' && place.worksheet !== 'people' && !HARMLESS.has(code),
  );
}

const TIMES: NounForms = ['раз', 'раза', 'раз'];

/** A sentence an error, equal ones once: what is wrong, where, how often. */
export function describeDataErrors(assessment: Assessed, nameRow?: NameRow): readonly string[] {
  return groupFindings(dataErrorsOf(assessment), assessment, nameRow).map(
    ({ message, where, count }) => `${message} (${where}${count > 1 ? `; ${countOf(count, TIMES)}` : ''})`,
  );
}
