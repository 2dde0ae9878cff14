import type { CalendarDate } from '../dates/dates.ts';
import type { RowId } from './worksheet-key.ts';

/** Whom a measure is counted for. Practice, not the order's text: staff can change it in «Регламент». */
export const SCOPES = ['each_school', 'municipality', 'on_request'] as const;

export type Scope = (typeof SCOPES)[number];

export const SCOPE_TITLES: Readonly<Record<Scope, string>> = {
  each_school: 'каждая школа',
  municipality: 'муниципалитет',
  on_request: 'по запросу',
};

/** An item of the regulation as a row of «Регламент» states it. */
export interface Measure {
  readonly rowId: RowId;
  /** `1.1` … `5.2`. */
  readonly number: string;
  /** As written: `1. Организационная работа с ШНОР`. */
  readonly section: string;
  readonly title: string;
  /** The deadline word for word. */
  readonly deadlinePhrase: string;
  readonly responsible: string;
  readonly scope: Scope;
  /** A control date that a person set instead of the computed one. */
  readonly manual?: ManualControlDate;
}

export interface ManualControlDate {
  readonly date: CalendarDate;
  readonly reason: string;
  readonly author: string;
}

export type RegulationItem = Omit<Measure, 'rowId' | 'manual'>;

const RESPONSIBLE = 'МКУ «Управление образования КГО»';

function section(title: string, items: readonly [string, string, string, Scope][]): RegulationItem[] {
  return items.map(([number, itemTitle, deadlinePhrase, scope]) => ({
    number,
    section: title,
    title: itemTitle,
    deadlinePhrase,
    responsible: RESPONSIBLE,
    scope,
  }));
}

/**
 * The regulation of order № 148-01 (о/д) of 30.12.2020, word for word: sections, measures, deadlines,
 * responsible institution. Only `scope` is ours.
 */
export const REGULATION_148_01: readonly RegulationItem[] = [
  ...section('1. Организационная работа с ШНОР', [
    [
      '1.1',
      'Информирование ОО, включенных в список ШНОР',
      'Согласно письму МОиН Челябинской области об утверждении списка ОО с низкими образовательными результатами',
      'each_school',
    ],
    ['1.2', 'Собеседование с руководителями ШНОР', 'В течение года', 'each_school'],
    ['1.3', 'Индивидуальные консультации по запросу ШНОР', 'В течение года', 'on_request'],
  ]),
  ...section('2. Формирование актуальной информации о ШНОР', [
    ['2.1', 'Актуализация сведений о ШНОР', 'До сентября', 'each_school'],
    ['2.2', 'Создание и актуализация банка данных ШНОР', 'Ежегодно', 'municipality'],
  ]),
  ...section('3. Информационно-аналитическая работа с ШНОР', [
    [
      '3.1',
      'Направление рекомендаций для ШНОР по формированию плана мероприятий по повышению качества образования',
      'Август',
      'each_school',
    ],
    ['3.2', 'Сбор планов мероприятий ШНОР по повышению качества образования', 'Сентябрь', 'each_school'],
  ]),
  ...section('4. Планирование ресурсов для формирования программ помощи на муниципальном уровне', [
    [
      '4.1',
      'Организация и проведение мероприятий в рамках оказания помощи ШНОР',
      'В течение года',
      'each_school',
    ],
    [
      '4.2',
      'Оказание содействия в направлении на КПК для руководящих и педагогических работников ШНОР',
      'В течение года',
      'each_school',
    ],
  ]),
  ...section('5. Планирование мониторинга эффективности программ помощи ШНОР', [
    [
      '5.1',
      'Оказание содействия в участии руководителей ШНОР в оценке эффективности деятельности руководителя образовательной организации',
      'Согласно приказу МОиН Челябинской области',
      'each_school',
    ],
    [
      '5.2',
      'Мониторинг соблюдения процедур оценки качества образования ШНОР',
      'В течение года',
      'each_school',
    ],
  ]),
];

/** Orders `2.10` after `2.9`. */
export function compareMeasureNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'ru', { numeric: true });
}
