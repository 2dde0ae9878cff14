import type { Assessed } from '../assessed.ts';
import { formatDate, yearOf } from '../../dates/dates.ts';
import type { Finding } from '../../findings/finding.ts';
import { joinedOn } from '../school-membership.ts';
import type { School } from '../../records/records.ts';

type Told = Pick<Finding, 'code' | 'severity' | 'message' | 'advice'> & { readonly column: string };

/** From when and until when a school owes anything, where that is not said or contradicts itself. */
export function membershipFindings({ schools, records, today }: Assessed): readonly Finding[] {
  const years = schools.flatMap(({ bank }) => bank?.yearIncluded ?? []);
  const first = Math.min(...years, yearOf(records.settings.period.end));
  const counted = new Set(schools);
  return records.schools.flatMap((school) => {
    const told = counted.has(school)
      ? [
          ...askWhenJoined(school, Math.max(first + 1, yearOf(records.settings.period.start))),
          ...leftButCounted(school, today),
        ]
      : [];
    return [...told, ...leftNobodyKnowsWhen(school), ...reversed(school)].map(({ column, ...each }) => ({
      ...each,
      place: { worksheet: 'schools', rowId: school.rowId, column } as const,
    }));
  });
}

/** Asked only of a school that came after others, in a year from `year` on: then it may not owe the whole period. */
function askWhenJoined(school: School, year: number): readonly Told[] {
  const included = school.bank?.yearIncluded;
  if (included === undefined || included < year || joinedOn(school) !== undefined) return [];
  return [
    {
      column: 'includedOn',
      code: 'included_on_missing',
      severity: 'reminder',
      message: `Школа включена в список в ${included} году, позже других, а с какого дня — не указано: считаются все сроки.`,
      advice: 'Заполните «Включена с»: за то, что закончилось раньше, школа не отчитывается.',
    },
  ];
}

function reversed(school: School): readonly Told[] {
  const [joined, left] = [joinedOn(school), school.bank?.exitDate];
  if (joined === undefined || left === undefined || joined <= left) return [];
  return [
    {
      column: 'exitDate',
      code: 'left_before_joined',
      severity: 'error',
      message: `Школа вышла из списка ${formatDate(left)}, раньше, чем включена в него (${formatDate(joined)}).`,
      advice: 'Исправьте «Включена с» или «Дата выхода».',
    },
  ];
}

function leftButCounted({ status, bank }: School, today: string): readonly Told[] {
  const left = bank?.exitDate;
  if (left === undefined || left > today || status === 'вышла') return [];
  return [
    {
      column: 'status',
      code: 'left_but_counted',
      severity: 'warning',
      message: `«Дата выхода» — ${formatDate(left)}, а статус — «${status}»: сроки после этого дня не считаются.`,
      advice: 'Поставьте статус «вышла» или уберите дату выхода.',
    },
  ];
}

/** Then all that it owed before it left is in no figure. */
function leftNobodyKnowsWhen({ status, bank }: School): readonly Told[] {
  if (status !== 'вышла' || bank?.exitDate !== undefined) return [];
  return [
    {
      column: 'exitDate',
      code: 'exit_date_missing',
      severity: 'warning',
      message:
        'Статус «вышла», а когда — не указано: в отчёт не входит и то, что школа должна была сделать до выхода.',
      advice: 'Заполните «Дата выхода»: сроки по этот день учитываются, после него — нет.',
    },
  ];
}
