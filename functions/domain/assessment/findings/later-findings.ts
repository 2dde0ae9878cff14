import type { Assessed } from '../assessed.ts';
import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { Finding } from '../../findings/finding.ts';
import { hasJoined, isCounted, joinedOn } from '../school-membership.ts';
import type { School } from '../../records/records.ts';
import { comparableName } from '../../text/same-name.ts';

/**
 * Days of what has happened that have not come yet, nearly always a slip of a month or a year: a report as of today
 * knows nothing of an act, a work or a plan of tomorrow, and a school of the next year stands in none.
 */
export function laterFindings({ records, today }: Pick<Assessed, 'records' | 'today'>): readonly Finding[] {
  const dates = [
    ...records.acts.map(({ rowId, date }) => stated('acts', rowId, ['date', 'Дата акта', date])),
    ...records.journal.flatMap(({ rowId, date, evidence }) => [
      stated('journal', rowId, ['date', 'Дата', date]),
      stated('journal', rowId, ['evidenceDate', 'Дата документа', evidence.date]),
    ]),
    ...records.schools.flatMap(({ rowId, bank }) => [
      stated('schools', rowId, ['planDate', 'Дата плана', bank?.planDate]),
      stated('schools', rowId, ['updatedOn', 'Сведения обновлены', bank?.updatedOn]),
    ]),
  ];
  return [
    ...dates.flatMap(({ date, ...each }) => (date !== undefined && date > today ? [notYet(each, date)] : [])),
    ...notYetListed({ records, today }),
  ];
}

interface Stated {
  readonly place: Finding['place'];
  readonly title: string;
  readonly date: CalendarDate | undefined;
}

function stated(
  worksheet: Finding['place']['worksheet'],
  rowId: string,
  [column, title, date]: readonly [column: string, title: string, date: CalendarDate | undefined],
): Stated {
  return { place: { worksheet, rowId, column }, title, date };
}

function notYet({ place, title }: Pick<Stated, 'place' | 'title'>, date: CalendarDate): Finding {
  return {
    code: 'day_not_come',
    severity: 'warning',
    place,
    message: `«${title}» — ${formatDate(date)}, этот день ещё не наступил: отчёт до этого дня этого не учитывает.`,
    advice: 'Проверьте месяц и год.',
  };
}

/** Schools that count by their status and are not on the list yet, while rows of «Исполнение» are theirs. */
function notYetListed({ records, today }: Pick<Assessed, 'records' | 'today'>): readonly Finding[] {
  const rows = Map.groupBy(records.executions, ({ school }) => comparableName(school ?? ''));
  return records.schools.flatMap((school) => {
    const count = rows.get(comparableName(school.name))?.length ?? 0;
    const isLater = isCounted(school, records.settings) && !hasJoined(school, today);
    return isLater && count > 0 ? [notListed(school, count)] : [];
  });
}

function notListed(school: School, count: number): Finding {
  const joined = joinedOn(school);
  const since = joined === undefined ? `${school.bank?.yearIncluded ?? ''} года` : formatDate(joined);
  return {
    code: 'not_listed_yet',
    severity: 'warning',
    place: {
      worksheet: 'schools',
      rowId: school.rowId,
      column: joined === undefined ? 'yearIncluded' : 'includedOn',
    },
    message: `Школа включена в список только с ${since}: в отчёт она не входит, строк её исполнения не учтено: ${count}.`,
    advice: 'Если это опечатка, исправьте «Включена с» и «Год включения».',
  };
}
