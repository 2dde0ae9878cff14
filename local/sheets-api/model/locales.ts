import { unknownHere } from '../wire/api-error.ts';

/** How a locale writes what people type and read. */
export interface LocaleRules {
  readonly decimal: string;
  /** Between thousands, as printed. */
  readonly group: string;
  /** What may stand between thousands when typed. */
  readonly typedGroup: RegExp;
  /** Order of the parts of a date written with separators. */
  readonly dateOrder: 'dmy' | 'mdy';
  readonly dateSeparators: string;
  /** `15.09` is a date of the current year. */
  readonly shortDateSeparators: string;
  readonly yes: string;
  readonly no: string;
  readonly patterns: Readonly<Record<'DATE' | 'TIME' | 'DATE_TIME' | 'CURRENCY', string>>;
  readonly currency: RegExp;
}

const RU: LocaleRules = {
  decimal: ',',
  group: '\u00A0',
  typedGroup: /[ \u00A0\u202F]/g,
  dateOrder: 'dmy',
  dateSeparators: './-',
  shortDateSeparators: '.',
  yes: 'ИСТИНА',
  no: 'ЛОЖЬ',
  patterns: {
    DATE: 'dd.MM.yyyy',
    TIME: 'H:mm:ss',
    DATE_TIME: 'dd.MM.yyyy H:mm:ss',
    CURRENCY: '#,##0.00"\u00A0₽"',
  },
  currency: /^(-?)(.*\d)[ \u00A0]?(?:₽|р\.|руб\.)$/,
};

const EN: LocaleRules = {
  decimal: '.',
  group: ',',
  typedGroup: /,/g,
  dateOrder: 'mdy',
  dateSeparators: '/-',
  shortDateSeparators: '/',
  yes: 'TRUE',
  no: 'FALSE',
  patterns: {
    DATE: 'M/d/yyyy',
    TIME: 'h:mm:ss am/pm',
    DATE_TIME: 'M/d/yyyy H:mm:ss',
    CURRENCY: '"$"#,##0.00',
  },
  currency: /^(-?)\$(.*\d)$/,
};

const LOCALES: Readonly<Record<string, LocaleRules>> = { ru_RU: RU, ru: RU, en_US: EN, en: EN };

/** @throws ApiError 501 for a locale that the stand-in does not know */
export function localeRules(locale: string): LocaleRules {
  const rules = LOCALES[locale];
  if (!rules) throw unknownHere(`the locale "${locale}" (it knows ru_RU and en_US)`);
  return rules;
}
