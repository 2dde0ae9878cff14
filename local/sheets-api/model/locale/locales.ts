import { invalidArgument } from '../../wire/api-error.ts';
import {
  monthNames,
  rulesByIntl,
  weekdayNames,
  type MonthNames,
  type WeekdayNames,
} from './locales-by-intl.ts';

/** How a locale writes what people type and read. */
export interface LocaleRules {
  readonly decimal: string;
  /** Between thousands, as printed. */
  readonly group: string;
  /** What may stand between thousands when typed. */
  readonly typedGroup: RegExp;
  /** Order of the parts of a date written with separators. */
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd';
  readonly dateSeparators: string;
  /** `15.09` is a date of the current year. */
  readonly shortDateSeparators: string;
  readonly months: MonthNames;
  readonly weekdays: WeekdayNames;
  readonly yes: string;
  readonly no: string;
  readonly patterns: Readonly<Record<'DATE' | 'TIME' | 'DATE_TIME' | 'CURRENCY', string>>;
  /** A typed day with its month in words: with the year, and without. */
  readonly wordPatterns: readonly [withYear: string, withoutYear: string];
  readonly currency: RegExp;
}

const RU: LocaleRules = {
  decimal: ',',
  group: '\u00A0',
  typedGroup: /[ \u00A0\u202F]/g,
  dateOrder: 'dmy',
  dateSeparators: './-',
  shortDateSeparators: './',
  months: monthNames('ru'),
  weekdays: weekdayNames('ru'),
  yes: 'ИСТИНА',
  no: 'ЛОЖЬ',
  patterns: {
    DATE: 'dd.MM.yyyy',
    TIME: 'H:mm:ss',
    DATE_TIME: 'dd.MM.yyyy H:mm:ss',
    CURRENCY: '#,##0.00"\u00A0₽"',
  },
  wordPatterns: ['d mmmm yyyy', 'd mmmm'],
  currency: /^(-?)(.*\d)[ \u00A0]?(?:₽|р\.|руб\.?)$/,
};

const EN: LocaleRules = {
  decimal: '.',
  group: ',',
  typedGroup: /,/g,
  dateOrder: 'mdy',
  dateSeparators: '/-',
  shortDateSeparators: '/-',
  months: monthNames('en'),
  weekdays: weekdayNames('en'),
  yes: 'TRUE',
  no: 'FALSE',
  patterns: {
    DATE: 'M/d/yyyy',
    TIME: 'h:mm:ss am/pm',
    DATE_TIME: 'M/d/yyyy H:mm:ss',
    CURRENCY: '"$"#,##0.00',
  },
  wordPatterns: ['mmmm d, yyyy', 'mmmm d'],
  currency: /^(-?)\$(.*\d)$/,
};

const known = new Map<string, LocaleRules>([
  ['ru_RU', RU],
  ['ru', RU],
  ['en_US', EN],
  ['en', EN],
]);

/**
 * The two that the product meets are written out; any other is what this machine's tables say of it.
 * @throws ApiError 400 for a text that names no locale
 */
export function localeRules(locale: string): LocaleRules {
  const ready = known.get(locale);
  if (ready) return ready;
  const rules = rulesByIntl(locale.replaceAll('_', '-'), EN);
  if (!rules) throw invalidArgument(`Unsupported locale: ${locale}`);
  known.set(locale, rules);
  return rules;
}
