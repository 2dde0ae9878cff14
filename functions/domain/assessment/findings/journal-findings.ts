import type { Assessed } from '../assessed.ts';
import { compareNames } from '../../text/code-units.ts';
import { formatDate } from '../../dates/dates.ts';
import type { Finding } from '../../findings/finding.ts';
import type { JournalEntry } from '../../records/records.ts';
import { comparableName } from '../../text/same-name.ts';

/** Entries that say the same as an earlier one: counted both, for two talks of one day may be alike. */
export function journalFindings({ records }: Pick<Assessed, 'records'>): readonly Finding[] {
  const alike = Map.groupBy(records.journal, sameWork);
  return [...alike.values()]
    .filter((entries) => entries.length > 1)
    .flatMap((entries) => entries.toSorted((a, b) => compareNames(a.rowId, b.rowId)).slice(1))
    .map(repeated);
}

function sameWork({ date, kind, measure, school, topic, leaders = 0, teachers = 0 }: JournalEntry): string {
  return JSON.stringify([
    date,
    ...[kind, measure, school ?? '', topic].map(comparableName),
    leaders,
    teachers,
  ]);
}

function repeated({ rowId, date, kind, school }: JournalEntry): Finding {
  const what = [formatDate(date), kind, school ?? 'все школы'].filter(Boolean).join(', ');
  return {
    code: 'journal_repeated',
    severity: 'warning',
    place: { worksheet: 'journal', rowId, column: 'topic' },
    message: `Такая же запись в журнале уже есть (${what}); учтены обе.`,
    advice: 'Если это одна и та же работа, удалите лишнюю строку.',
  };
}
