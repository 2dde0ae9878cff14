import type { Amount, Bound, ActKind, FrequencyUnit } from '../rule/rule.ts';
import { countOf } from '../../text/russian.ts';

/** Russian words in the cases that printed rules need. */

export const BOUND_WORD: Readonly<Record<Bound, string>> = { on: '', until: 'до ', not_later: 'не позднее ' };

type Forms = readonly [string, string, string];
const AMOUNT_FORMS: Readonly<Record<Amount['unit'], Forms>> = {
  hour: ['час', 'часа', 'часов'],
  day: ['день', 'дня', 'дней'],
  working_day: ['рабочий день', 'рабочих дня', 'рабочих дней'],
  week: ['неделю', 'недели', 'недель'],
  month: ['месяц', 'месяца', 'месяцев'],
  quarter: ['квартал', 'квартала', 'кварталов'],
  half_year: ['полугодие', 'полугодия', 'полугодий'],
  year: ['год', 'года', 'лет'],
};
const GENITIVE_ONE: Readonly<Record<Amount['unit'], string>> = {
  hour: 'одного часа',
  day: 'одного дня',
  working_day: 'одного рабочего дня',
  week: 'одной недели',
  month: 'одного месяца',
  quarter: 'одного квартала',
  half_year: 'одного полугодия',
  year: 'одного года',
};
const GENITIVE_COUNTS: Readonly<Record<number, string>> = { 2: 'двух', 3: 'трёх', 4: 'четырёх' };

/** «за 3 дня». */
export const amountAccusative = ({ count, unit }: Amount): string => countOf(count, AMOUNT_FORMS[unit]);

/** «в течение трёх дней»: small numbers in words, for «2 квартала» would be the second quarter. */
export function amountGenitive({ count, unit }: Amount): string {
  if (count === 1) return GENITIVE_ONE[unit];
  return `${GENITIVE_COUNTS[count] ?? count} ${AMOUNT_FORMS[unit][2]}`;
}

export const UNIT_ACCUSATIVE: Readonly<Record<FrequencyUnit, string>> = {
  day: 'день',
  week: 'неделю',
  month: 'месяц',
  quarter: 'квартал',
  school_quarter: 'четверть',
  trimester: 'триместр',
  module: 'модульный триместр',
  half_year: 'полугодие',
  year: 'год',
  report_period: 'период',
};
export const UNIT_GENITIVE: Readonly<Record<FrequencyUnit, string>> = {
  day: 'дня',
  week: 'недели',
  month: 'месяца',
  quarter: 'квартала',
  school_quarter: 'четверти',
  trimester: 'триместра',
  module: 'модульного триместра',
  half_year: 'полугодия',
  year: 'года',
  report_period: 'периода',
};
const UNIT_FORMS: Readonly<Record<FrequencyUnit, Forms>> = {
  day: ['день', 'дня', 'дней'],
  week: ['неделю', 'недели', 'недель'],
  month: ['месяц', 'месяца', 'месяцев'],
  quarter: ['квартал', 'квартала', 'кварталов'],
  school_quarter: ['четверть', 'четверти', 'четвертей'],
  trimester: ['триместр', 'триместра', 'триместров'],
  module: ['модульный триместр', 'модульных триместра', 'модульных триместров'],
  half_year: ['полугодие', 'полугодия', 'полугодий'],
  year: ['год', 'года', 'лет'],
  report_period: ['период', 'периода', 'периодов'],
};
export const countedUnits = (count: number, unit: FrequencyUnit): string => countOf(count, UNIT_FORMS[unit]);

export const WEEKDAYS = 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' ');
export const WEEKDAYS_GENITIVE = 'понедельника вторника среды четверга пятницы субботы воскресенья'.split(
  ' ',
);

export const ACT_DATIVE: Readonly<Record<ActKind, string>> = {
  письмо: 'письму',
  приказ: 'приказу',
  план: 'плану',
  график: 'графику',
  положение: 'положению',
  распоряжение: 'распоряжению',
  расписание: 'расписанию',
  регламент: 'регламенту',
  порядок: 'порядку',
  поручение: 'поручению',
  указание: 'указанию',
  инструкция: 'инструкции',
  постановление: 'постановлению',
  календарь: 'календарю',
  циклограмма: 'циклограмме',
  'дорожная карта': 'дорожной карте',
  программа: 'программе',
  соглашение: 'соглашению',
  договор: 'договору',
  решение: 'решению',
  протокол: 'протоколу',
  закон: 'закону',
  требование: 'требованию',
  рекомендация: 'рекомендации',
  уведомление: 'уведомлению',
  документ: 'документу',
  срок: 'сроку',
  информация: 'информации',
  указ: 'указу',
  контракт: 'контракту',
};
