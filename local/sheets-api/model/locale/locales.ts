import { invalidArgument } from '../../wire/api-error.ts';
import { monthNames, rulesByIntl, weekdayNames, type LocaleRules } from './locales-by-intl.ts';

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
 * Throws `ApiError` 400 for a text that names no locale.
 */
export function localeRules(locale: string): LocaleRules {
  const ready = known.get(locale);
  if (ready) return ready;
  const rules = rulesByIntl(locale.replaceAll('_', '-'), EN);
  if (!rules) throw invalidArgument(`Unsupported locale: ${locale}`);
  known.set(locale, rules);
  return rules;
}
