import type { Finding } from '../../domain/findings/finding.ts';
import { SCOPE_TITLES, SCOPES, type Measure } from '../../domain/records/regulation.ts';
import { WORKSHEETS } from '../worksheets/index.ts';
import type { ParsedRow } from './parse-row.ts';

/** A row of «Регламент»; none where it has no number yet. */
export function toMeasure(row: ParsedRow): Measure[] {
  const number = row.text('number');
  if (!number) return [];
  const date = row.date('manualDate');
  const reason = row.text('manualReason');
  const author = row.text('manualAuthor');
  return [
    {
      rowId: row.id,
      number,
      section: row.text('section'),
      title: row.text('title'),
      deadlinePhrase: row.text('deadline'),
      responsible: row.text('responsible'),
      scope: SCOPES.find((scope) => SCOPE_TITLES[scope] === row.text('scope')) ?? 'each_school',
      ...(date &&
        reason &&
        author &&
        untoldOfManual(row).length === 0 && { manual: { date, reason, author } }),
    },
  ];
}

/** What a date set by hand still needs. */
function untoldOfManual(row: ParsedRow): readonly string[] {
  return ['manualReason', 'manualAuthor'].filter((key) => row.isUntold(key));
}

/** A date set by hand counts only with its reason and author. */
export function manualFindings(row: ParsedRow): Finding[] {
  const untold = untoldOfManual(row);
  if (untold.length === 0 || row.isBlank('manualDate')) return [];
  const titles = WORKSHEETS.regulation.columns.filter(({ key }) => untold.includes(key));
  return [
    {
      code: 'manual_date_incomplete',
      severity: 'error',
      place: { worksheet: 'regulation', rowId: row.id, column: 'manualDate' },
      message: 'Контрольная дата вручную не действует: нужны причина и указание, кем назначена.',
      advice: `Заполните ${titles.map(({ title }) => `«${title}»`).join(', ')}.`,
    },
  ];
}
