import { compareNames } from '../../domain/text/code-units.ts';
import { formatDate } from '../../domain/dates/dates.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { DayOverride } from '../../domain/working-calendar/index.ts';
import { DAY_KIND_TITLES } from '../worksheets/calendar.ts';
import type { ParsedRow } from './parse-row.ts';

/** The rows of «Календарь»; of two that say different things of one day the one entered first counts. */
export function parseDays(rows: readonly ParsedRow[]): {
  readonly overrides: readonly DayOverride[];
  readonly findings: readonly Finding[];
} {
  const overrides = new Map<string, DayOverride>();
  const findings: Finding[] = [];
  for (const row of rows.toSorted((a, b) => compareNames(a.id, b.id))) {
    const day = toDayOverride(row);
    const before = day && overrides.get(day.date);
    if (day && !before) overrides.set(day.date, day);
    else if (day && before?.kind !== day.kind) findings.push(dayRepeated(row, day));
  }
  return { overrides: [...overrides.values()], findings };
}

function dayRepeated({ id }: ParsedRow, { date }: DayOverride): Finding {
  return {
    code: 'day_repeated',
    severity: 'error',
    place: { worksheet: 'calendar', rowId: id, column: 'date' },
    message: `День ${formatDate(date)} уже записан в другой строке иначе.`,
    advice: 'Оставьте одну строку: действует внесённая раньше.',
  };
}

function toDayOverride(row: ParsedRow): DayOverride | undefined {
  const date = row.date('date');
  const kinds = Object.keys(DAY_KIND_TITLES) as (keyof typeof DAY_KIND_TITLES)[];
  const kind = kinds.find((each) => DAY_KIND_TITLES[each] === row.text('kind'));
  if (!date || !kind) return undefined;
  const basis = row.text('basis');
  return { date, kind, ...(basis && { basis }) };
}
