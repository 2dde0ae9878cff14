import { formatDate } from '../../domain/dates/dates.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Period } from '../../domain/dates/period.ts';
import { SCHOOL_STATUSES } from '../../domain/records/records.ts';
import { isSameName } from '../../domain/text/same-name.ts';
import { ANNEX_TITLES, NO_ANNEXES } from '../worksheets/report-choices.ts';
import type { SettingKey } from '../worksheets/settings.ts';
import type { ParsedRow } from './parse-row.ts';
import { parseAnnexes } from './report-look.ts';
import { initialOf, parseLadder, statusesIn, titleOf, type SettingValues } from './setting-values.ts';

/** What is wrong with the rows of «Настройки», beyond what their cells show. */

export function placeOfValue(row: ParsedRow): Finding['place'] {
  return { worksheet: 'settings', rowId: row.id, column: 'value' };
}

export function repeatedParameter(row: ParsedRow): Finding {
  return {
    code: 'setting_repeated',
    severity: 'error',
    place: { worksheet: 'settings', rowId: row.id, column: 'name' },
    message: `Параметр «${row.text('name')}» уже есть в другой строке.`,
    advice: 'Оставьте одну строку: действует внесённая раньше.',
  };
}

export function unknownParameter(row: ParsedRow): Finding {
  return {
    code: 'setting_unknown',
    severity: 'warning',
    place: { worksheet: 'settings', rowId: row.id, column: 'name' },
    message: `Параметра «${row.text('name')}» система не знает.`,
    advice: 'Проверьте название по листу «Инструкция».',
  };
}

/** A status that no school can have counts no school. */
export function unknownStatuses(rows: readonly ParsedRow[], values: SettingValues): readonly Finding[] {
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

export function brokenLadder(rows: readonly ParsedRow[], values: SettingValues): readonly Finding[] {
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

export function unknownAnnexes(rows: readonly ParsedRow[], values: SettingValues): readonly Finding[] {
  const { unknown } = parseAnnexes(String(values.get('reportAnnexes') ?? ''));
  if (unknown.length === 0) return [];
  return [
    {
      code: 'annex_unknown',
      severity: 'error',
      place: placeOfSetting(rows, 'reportAnnexes'),
      message: `Приложения ${unknown.map((each) => `«${each}»`).join(', ')} у отчёта не бывает.`,
      advice: `Перечислите через точку с запятой: ${Object.values(ANNEX_TITLES).join('; ')} — или «${NO_ANNEXES}».`,
    },
  ];
}

export function reversedPeriod(rows: readonly ParsedRow[]): readonly Finding[] {
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
export function missingBounds(
  rows: readonly ParsedRow[],
  values: SettingValues,
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
  return row ? placeOfValue(row) : { worksheet: 'settings', rowId: null };
}
