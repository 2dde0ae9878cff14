import { compareNames } from '../../domain/text/code-units.ts';
import { formatDate, type CalendarDate } from '../../domain/dates.ts';
import {
  DEFAULT_DEADLINE_SETTINGS,
  NO_PROFILE,
  REGION_PROFILE,
  type TermProfile,
} from '../../domain/deadlines/index.ts';
import type { Finding } from '../../domain/finding.ts';
import { calendarYear, type Period } from '../../domain/period.ts';
import { comparableName, isSameName } from '../../domain/text/same-name.ts';
import { SCHOOL_STATUSES, type Settings } from '../../domain/records.ts';
import type { Column } from '../worksheets/spec.ts';
import {
  ACCEPTANCE,
  TERM_PROFILES,
  POLICY_TITLES,
  SETTING_SPECS,
  STANDARDS,
  type SettingKey,
} from '../worksheets/settings.ts';
import type { ParsedValue } from './cells/cell.ts';
import { parseCell } from './cells/parse-cell.ts';
import type { ParsedRow } from './parse-row.ts';

interface ParsedSettings {
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

/** The parameters; one that is absent or unreadable keeps its initial value, and a finding says so. */
export function parseSettings(rows: readonly ParsedRow[], defaultYear: number): ParsedSettings {
  const values = new Map<SettingKey, ParsedValue>();
  const named = new Set<SettingKey>();
  const findings: Finding[] = [];
  for (const row of rows.toSorted((a, b) => compareNames(a.id, b.id))) {
    const spec = SETTING_SPECS.find(({ title }) => isSameName(title, row.text('name')));
    if (!spec) {
      if (!row.isBlank('name')) findings.push(unknownParameter(row));
      continue;
    }
    if (named.has(spec.key)) {
      findings.push(repeatedParameter(row));
      continue;
    }
    named.add(spec.key);
    const column: Column = { ...spec, owner: 'staff', width: 0 };
    const parsed = parseCell(row.text('value') === '' ? null : parseRaw(row, column), column, NO_NAMES);
    if ('problem' in parsed) findings.push({ severity: 'error', place: placeOf(row), ...parsed.problem });
    else if (parsed.value !== null) values.set(spec.key, parsed.value);
  }
  const period = periodOf(values, defaultYear);
  return {
    settings: toSettings(values, period ?? calendarYear(defaultYear)),
    findings: [
      ...findings,
      ...unknownStatuses(rows, values),
      ...brokenLadder(rows, values),
      ...(period ? missingBounds(rows, values, period) : reversedPeriod(rows)),
    ],
  };
}

const NO_NAMES = { schools: [], measures: [] };

function placeOf(row: ParsedRow): Finding['place'] {
  return { worksheet: 'settings', rowId: row.id, column: 'value' };
}

/** A date or number in «Значение» arrives as the digits of its serial. */
function parseRaw(row: ParsedRow, { type }: Column): string | number {
  const text = row.text('value');
  const isNumeric = type.kind === 'date' && /^\d+(\.\d+)?$/u.test(text);
  return isNumeric ? Number(text) : text;
}

function repeatedParameter(row: ParsedRow): Finding {
  return {
    code: 'setting_repeated',
    severity: 'error',
    place: { worksheet: 'settings', rowId: row.id, column: 'name' },
    message: `Параметр «${row.text('name')}» уже есть в другой строке.`,
    advice: 'Оставьте одну строку: действует внесённая раньше.',
  };
}

function unknownParameter(row: ParsedRow): Finding {
  return {
    code: 'setting_unknown',
    severity: 'warning',
    place: { worksheet: 'settings', rowId: row.id, column: 'name' },
    message: `Параметра «${row.text('name')}» система не знает.`,
    advice: 'Проверьте название по листу «Инструкция».',
  };
}

function periodOf(values: ReadonlyMap<SettingKey, ParsedValue>, defaultYear: number): Period | undefined {
  const fallback = calendarYear(defaultYear);
  const start = (values.get('periodStart') ?? fallback.start) as CalendarDate;
  const end = (values.get('periodEnd') ?? fallback.end) as CalendarDate;
  return start <= end ? { start, end } : undefined;
}

function statusesIn(text: string): readonly string[] {
  return text.split(/[;,]/u).filter((each) => comparableName(each) !== '');
}

/** A status that no school can have counts no school. */
function unknownStatuses(
  rows: readonly ParsedRow[],
  values: ReadonlyMap<SettingKey, ParsedValue>,
): readonly Finding[] {
  const unknown = statusesIn(String(values.get('countedStatuses') ?? '')).filter(
    (each) => !SCHOOL_STATUSES.some((status) => isSameName(each, status)),
  );
  if (unknown.length === 0) return [];
  return [
    {
      code: 'status_unknown',
      severity: 'error',
      place: placeOfSetting(rows, 'countedStatuses'),
      message: `Статуса ${unknown.map((each) => `«${each.trim()}»`).join(', ')} у школ не бывает: такие не учитываются.`,
      advice: `Перечислите через точку с запятой: ${SCHOOL_STATUSES.join('; ')}.`,
    },
  ];
}

/** Days before a term, the most first; undefined where the text says something else. */
function parseLadder(text: string): readonly number[] | undefined {
  const parts = text.split(/[;,\s]+/u).filter(Boolean);
  if (!parts.every((part) => /^\d{1,3}$/u.test(part))) return undefined;
  return [...new Set(parts.map(Number))].filter((days) => days > 0).toSorted((a, b) => b - a);
}

function brokenLadder(
  rows: readonly ParsedRow[],
  values: ReadonlyMap<SettingKey, ParsedValue>,
): readonly Finding[] {
  const text = String(values.get('mailLadder') ?? '');
  if (parseLadder(text)) return [];
  return [
    {
      code: 'ladder_unreadable',
      severity: 'error',
      place: placeOfSetting(rows, 'mailLadder'),
      message: `«${titleOf('mailLadder')}»: «${text}» не понято; пока считается «${initialOf('mailLadder')}».`,
      advice: 'Перечислите целые числа через точку с запятой: 14; 7; 3; 1.',
    },
  ];
}

function reversedPeriod(rows: readonly ParsedRow[]): readonly Finding[] {
  return [
    {
      code: 'period_reversed',
      severity: 'error',
      place: placeOfSetting(rows, 'periodEnd'),
      message: 'Период заканчивается раньше, чем начинается; пока считается текущий календарный год.',
      advice: 'Исправьте «Период: начало» и «Период: конец».',
    },
  ];
}

/** A bound that is not there is taken from the calendar year, which is a guess: no report is made on it. */
function missingBounds(
  rows: readonly ParsedRow[],
  values: ReadonlyMap<SettingKey, ParsedValue>,
  period: Period,
): readonly Finding[] {
  const bounds = [
    ['periodStart', period.start],
    ['periodEnd', period.end],
  ] as const;
  return bounds
    .filter(([key]) => !values.has(key))
    .map(([key, assumed]) => ({
      code: 'period_incomplete',
      severity: 'error',
      place: placeOfSetting(rows, key),
      message: `Не задан параметр «${titleOf(key)}»; пока считается ${formatDate(assumed)}.`,
      advice: 'Впишите день в виде ДД.ММ.ГГГГ: без него отчёт не составляется.',
    }));
}

function placeOfSetting(rows: readonly ParsedRow[], key: SettingKey): Finding['place'] {
  const title = titleOf(key);
  const row = rows.find((each) => isSameName(each.text('name'), title));
  return row ? placeOf(row) : { worksheet: 'settings', rowId: null };
}

function titleOf(key: SettingKey): string {
  return SETTING_SPECS.find((spec) => spec.key === key)?.title ?? key;
}

function toSettings(values: ReadonlyMap<SettingKey, ParsedValue>, period: Period): Settings {
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
function profileOf(values: ReadonlyMap<SettingKey, ParsedValue>): TermProfile {
  const ready = values.get('termProfile') === TERM_PROFILES.region ? REGION_PROFILE : NO_PROFILE;
  const own = Object.keys(NO_PROFILE).flatMap((key) => {
    const value = values.get(key as keyof TermProfile);
    return typeof value === 'number' ? [[key, value] as const] : [];
  });
  return { ...ready, ...Object.fromEntries(own) };
}

function initialOf(key: SettingKey) {
  return SETTING_SPECS.find((spec) => spec.key === key)?.initial;
}

function policyOf(title: string): keyof typeof POLICY_TITLES {
  const policies = Object.keys(POLICY_TITLES) as (keyof typeof POLICY_TITLES)[];
  return policies.find((policy) => POLICY_TITLES[policy] === title) ?? 'none';
}
