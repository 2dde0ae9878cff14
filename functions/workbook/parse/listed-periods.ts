import type { CalendarDate } from '../../domain/dates/dates.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Period } from '../../domain/dates/period.ts';
import { firstRowsOf, type ListedPeriod } from '../../domain/records/records.ts';
import { comparableName } from '../../domain/text/same-name.ts';
import { PERIOD_ROWS } from '../worksheets/settings/period-settings.ts';
import type { Column } from '../worksheets/spec.ts';
import type { ParsedRow } from './parse-row.ts';
import { placeOfValue } from './setting-findings.ts';

/** A bound of a further period: «Период 2022: начало». */
export interface BoundRow {
  readonly name: string;
  readonly bound: 'start' | 'end';
  readonly row: ParsedRow;
}

export const PERIOD_COLUMN: Column = {
  key: 'periodEnd',
  title: 'Период',
  type: { kind: 'date' },
  owner: 'staff',
  width: 0,
  note: '',
};

export function boundIn(row: ParsedRow): BoundRow | undefined {
  const [, name = '', bound] = PERIOD_ROWS.pattern.exec(row.text('name').trim()) ?? [];
  if (bound === undefined) return undefined;
  return { name: comparableName(name), bound: bound.toLowerCase() === 'начало' ? 'start' : 'end', row };
}

/** `null`: the cell is empty. */
export type ReadBound = BoundRow & { readonly date: CalendarDate | null };

/** The further periods that have both bounds in their order, and a finding for each that has not. */
export function listedPeriods(bounds: readonly ReadBound[]): {
  readonly periods: readonly ListedPeriod[];
  readonly findings: readonly Finding[];
} {
  const periods: ListedPeriod[] = [];
  const findings: Finding[] = [];
  for (const those of Map.groupBy(bounds, ({ name }) => name).values()) {
    const start = those.find(({ bound }) => bound === 'start');
    const end = those.find(({ bound }) => bound === 'end');
    const [any] = those;
    const period = start && end && periodOf(start, end);
    if (period) periods.push(period);
    else if (any) findings.push(halfPeriod(any));
  }
  return { periods, findings };
}

function periodOf(start: ReadBound, end: ReadBound): ListedPeriod | undefined {
  if (start.date === null || end.date === null || start.date > end.date) return undefined;
  const noted = start.row.text('explanation');
  const numberIn = (pattern: RegExp) => {
    const [, number] = pattern.exec(noted) ?? [];
    return number === undefined ? undefined : Number(number);
  };
  const [firstRow, firstPlanRow] = [numberIn(PERIOD_ROWS.firstRow), numberIn(PERIOD_ROWS.firstPlanRow)];
  return { start: start.date, end: end.date, ...firstRowsOf({ firstRow, firstPlanRow }) };
}

function halfPeriod({ row }: BoundRow): Finding {
  return {
    code: 'period_incomplete',
    severity: 'error',
    place: placeOfValue(row),
    message: `«${row.text('name')}»: у этого периода нет второй границы, или он заканчивается раньше, чем начинается.`,
    advice: 'Впишите обе строки — начало и конец — или удалите эту.',
  };
}

/** The latest that has begun; where none has, the first. */
export function inForce(
  periods: readonly [ListedPeriod, ...ListedPeriod[]],
  today: CalendarDate,
): ListedPeriod {
  const begun = periods.filter(({ start }) => start <= today).toSorted(byStart);
  return begun.at(-1) ?? periods.toSorted(byStart)[0] ?? periods[0];
}

const byStart = (a: Period, b: Period): number => (a.start < b.start ? -1 : Number(a.start > b.start));
