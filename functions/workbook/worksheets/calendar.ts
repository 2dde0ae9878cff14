import { CHECK_COLUMN, ID_COLUMN, staff, type Worksheet } from './spec.ts';

/** The kinds of day by the words of the sheet, in the order of the dropdown. */
export const DAY_KIND_TITLES = {
  working: 'рабочий',
  day_off: 'нерабочий',
  shortened: 'сокращённый',
  decree_day_off: 'нерабочий по указу',
} as const;

/** Days that differ from the built-in working calendar. */
export const CALENDAR: Worksheet = {
  key: 'calendar',
  title: 'Календарь',
  synonyms: ['Производственный календарь'],
  idPrefix: 'k',
  purpose:
    'Дни, отличные от встроенного производственного календаря: переносы следующего года, местные выходные.',
  naturalKey: ['date'],
  columns: [
    staff({
      key: 'date',
      title: 'Дата',
      type: { kind: 'date', reach: 20 },
      width: 110,
      isRequired: true,
      note: 'День: ДД.ММ.ГГГГ.',
    }),
    staff({
      key: 'kind',
      title: 'Тип дня',
      type: { kind: 'choice', options: Object.values(DAY_KIND_TITLES) },
      width: 160,
      isRequired: true,
      note: 'Рабочий, нерабочий, сокращённый или нерабочий по указу.',
    }),
    CHECK_COLUMN,
    staff({ key: 'basis', title: 'Основание', width: 340, note: 'Постановление, указ или приказ.' }),
    ID_COLUMN,
  ],
};
