import type { Finding } from '../../domain/findings/finding.ts';
import type { Period } from '../../domain/dates/period.ts';
import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../worksheets/index.ts';
import { farDates } from './far-dates.ts';
import type { ParsedRow } from './parse-row.ts';

/** What the rows of a worksheet come to. */
export interface Understood<Item> {
  readonly items: readonly Item[];
  /** Of cells that were not understood. */
  readonly unread: readonly Finding[];
  /** Of dates that are far from the period. */
  readonly far: readonly Finding[];
}

interface Meaning<Item> {
  readonly period: Period;
  readonly toItems: (row: ParsedRow) => readonly Item[];
}

/** Row after row: of tens of thousands nothing is kept but what they come to. */
export function understandRows<Item>(
  key: StaffWorksheetKey,
  rows: Iterable<ParsedRow>,
  { period, toItems }: Meaning<Item>,
): Understood<Item> {
  const [items, unread, far]: [Item[], Finding[], Finding[]] = [[], [], []];
  const farDatesOf = farDates(WORKSHEETS[key], period);
  for (const row of rows) {
    items.push(...toItems(row));
    unread.push(...unreadIn(key, row));
    far.push(...farDatesOf(row));
  }
  return { items, unread, far };
}

/** Worksheets whose rows are of a school, by the column that names the position which answers for the row. */
const NAMES_RESPONSIBLE: Partial<Record<StaffWorksheetKey, string>> = {
  executions: 'executor',
  journal: 'executor',
  schoolPlans: 'responsible',
};

/** With the school, the measure and the position that the row names, be it typed half. */
function unreadIn(key: StaffWorksheetKey, row: ParsedRow): readonly Finding[] {
  const namesResponsible = NAMES_RESPONSIBLE[key];
  if (row.findings.length === 0 || namesResponsible === undefined) return row.findings;
  const [school, measure, responsible] = [
    row.text('school'),
    row.text('measure'),
    row.text(namesResponsible),
  ];
  const whose = {
    ...(school && { school }),
    ...(measure && { measure }),
    ...(responsible && { responsible }),
  };
  return row.findings.map((finding) => ({ ...whose, ...finding }));
}
