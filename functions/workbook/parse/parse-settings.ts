import { compareNames } from '../../domain/text/code-units.ts';
import { yearOf, type CalendarDate } from '../../domain/dates/dates.ts';
import {
  DEFAULT_DEADLINE_SETTINGS,
  NO_PROFILE,
  REGION_PROFILE,
  type TermProfile,
} from '../../domain/deadlines/index.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { calendarYear, type Period } from '../../domain/dates/period.ts';
import { isSameName } from '../../domain/text/same-name.ts';
import {
  firstRowsOf,
  SCHOOL_STATUSES,
  type FirstRows,
  type ListedPeriod,
  type Settings,
} from '../../domain/records/records.ts';
import type { Column } from '../worksheets/spec.ts';
import { ACCEPTANCE, POLICY_TITLES, SETTING_SPECS, type SettingKey } from '../worksheets/settings.ts';
import { STANDARDS } from '../worksheets/settings/report-settings.ts';
import { TERM_PROFILES } from '../worksheets/settings/term-settings.ts';
import type { CellProblem, ParsedValue } from './cells/cell.ts';
import { parseCell } from './cells/parse-cell.ts';
import type { ParsedRow } from './parse-row.ts';
import {
  boundIn,
  inForce,
  listedPeriods,
  PERIOD_COLUMN,
  type BoundRow,
  type ReadBound,
} from './listed-periods.ts';
import {
  brokenLadder,
  missingBounds,
  placeOfValue,
  repeatedParameter,
  reversedPeriod,
  unknownParameter,
  unknownAnnexes,
  unknownStatuses,
} from './setting-findings.ts';
import { lookOf } from './report-look.ts';
import { initialOf, parseLadder, statusesIn, type SettingValues } from './setting-values.ts';

interface ParsedSettings {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

/** The parameters; one that is absent or unreadable keeps its initial value, and a finding says so. */
export function parseSettings(rows: readonly ParsedRow[], today: CalendarDate): ParsedSettings {
  const defaultYear = yearOf(today);
  const bounds: ReadBound[] = [];
  const values = new Map<SettingKey, ParsedValue>();
  const named = new Set<SettingKey>();
  const findings: Finding[] = [];
  for (const row of rows.toSorted((a, b) => compareNames(a.id, b.id))) {
    const spec = SETTING_SPECS.find(({ title }) => isSameName(title, row.text('name')));
    if (!spec) {
      const bound = boundIn(row);
      const read = bound && readBound(bound);
      if (read && 'problem' in read)
        findings.push({ severity: 'error', place: placeOfValue(row), ...read.problem });
      else if (read) bounds.push(read);
      else if (!row.isBlank('name')) findings.push(unknownParameter(row));
      continue;
    }
    if (named.has(spec.key)) {
      findings.push(repeatedParameter(row));
      continue;
    }
    named.add(spec.key);
    const column: Column = { ...spec, owner: 'staff', width: 0 };
    const parsed = parseCell(row.text('value') === '' ? null : parseRaw(row, column), column, NO_NAMES);
    if ('problem' in parsed)
      findings.push({ severity: 'error', place: placeOfValue(row), ...parsed.problem });
    else if (parsed.value !== null) values.set(spec.key, parsed.value);
  }
  const period = periodOf(values, defaultYear);
  const further = listedPeriods(bounds);
  const all = [period ?? calendarYear(defaultYear), ...further.periods] as const;
  const current = inForce(all, today);
  return {
    settings: { ...toSettings(values, current), ...besides(current, all) },
    findings: [
      ...findings,
      ...unknownStatuses(rows, values),
      ...brokenLadder(rows, values),
      ...unknownAnnexes(rows, values),
      ...further.findings,
      ...(period ? missingBounds(rows, values, period) : reversedPeriod(rows)),
    ],
  };
}

const NO_NAMES = { schools: [], measures: [] };

function readBound(bound: BoundRow): ReadBound | { readonly problem: CellProblem } {
  const parsed = parseCell(parseRaw(bound.row, PERIOD_COLUMN), PERIOD_COLUMN, NO_NAMES);
  if ('problem' in parsed) return parsed;
  return { ...bound, date: parsed.value as CalendarDate | null };
}

function besides(
  { start, end, ...noted }: ListedPeriod,
  all: readonly ListedPeriod[],
): Pick<Settings, 'otherPeriods' | keyof FirstRows | 'period'> {
  const others = all.filter((each) => each.start !== start || each.end !== end);
  return {
    period: { start, end },
    ...(others.length > 0 && { otherPeriods: others.toSorted((a, b) => (a.start < b.start ? -1 : 1)) }),
    ...firstRowsOf(noted),
  };
}

/** A date or number in «Значение» arrives as the digits of its serial. */
function parseRaw(row: ParsedRow, { type }: Column): string | number {
  const text = row.text('value');
  const isNumeric = type.kind === 'date' && /^\d+(\.\d+)?$/u.test(text);
  return isNumeric ? Number(text) : text;
}

function periodOf(values: SettingValues, defaultYear: number): Period | undefined {
  const fallback = calendarYear(defaultYear);
  const start = (values.get('periodStart') ?? fallback.start) as CalendarDate;
  const end = (values.get('periodEnd') ?? fallback.end) as CalendarDate;
  return start <= end ? { start, end } : undefined;
}

function toSettings(values: SettingValues, period: Period): Settings {
  const text = (key: SettingKey) => String(values.get(key) ?? initialOf(key) ?? '');
  const number = (key: SettingKey) => Number(values.get(key) ?? initialOf(key));
  return {
    period,
    institution: text('institution'),
    addressee: text('addressee'),
    signerPosition: text('signerPosition'),
    signerName: text('signerName'),
    preparedBy: text('preparedBy'),
    remindDaysBefore: number('remindDaysBefore'),
    countedStatuses: SCHOOL_STATUSES.filter((status) =>
      statusesIn(text('countedStatuses')).some((each) => isSameName(each, status)),
    ),
    reportTabsKept: number('reportTabsKept'),
    reportRequisites: {
      standard: STANDARDS.find((standard) => standard === text('reportStandard')) ?? STANDARDS[0],
      contacts: text('contacts'),
      reference: text('reference'),
    },
    reportLook: lookOf(values),
    deadlines: {
      ...DEFAULT_DEADLINE_SETTINGS,
      remindPolicy: policyOf(text('remindPolicy')),
      overduePolicy: policyOf(text('overduePolicy')),
      beforeIsInclusive: text('beforeIsInclusive') !== 'нет',
      workingDaysAfterAct: number('workingDaysAfterAct'),
      profile: profileOf(values),
    },
    mail: {
      isOn: text('mailIsOn') !== 'нет',
      ladder: parseLadder(text('mailLadder')) ?? parseLadder(String(initialOf('mailLadder'))) ?? [],
      escalateAfter: number('mailEscalateAfter'),
      hour: number('mailHour'),
    },
    control: {
      needsAcceptance: text('needsAcceptance') === ACCEPTANCE.needed,
      mostPostponements: number('mostPostponements'),
    },
  };
}

/** The ready profile, and over it what is set word by word. */
function profileOf(values: SettingValues): TermProfile {
  const ready = values.get('termProfile') === TERM_PROFILES.region ? REGION_PROFILE : NO_PROFILE;
  const own = Object.keys(NO_PROFILE).flatMap((key) => {
    const value = values.get(key as keyof TermProfile);
    return typeof value === 'number' ? [[key, value] as const] : [];
  });
  return { ...ready, ...Object.fromEntries(own) };
}

function policyOf(title: string): keyof typeof POLICY_TITLES {
  const policies = Object.keys(POLICY_TITLES) as (keyof typeof POLICY_TITLES)[];
  return policies.find((policy) => POLICY_TITLES[policy] === title) ?? 'none';
}
