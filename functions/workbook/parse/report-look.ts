import { formatDate, type CalendarDate } from '../../domain/dates/dates.ts';
import { REPORT_ANNEXES, type ReportAnnex, type ReportLook } from '../../domain/records/records.ts';
import { isSameName } from '../../domain/text/same-name.ts';
import { ANNEX_TITLES, NO_ANNEXES, OVERDUE_BY } from '../worksheets/report-choices.ts';
import type { SettingKey } from '../worksheets/settings.ts';
import type { SettingValues } from './setting-values.ts';

/** The annexes that the text names, and the words in it that name none. */
export function parseAnnexes(text: string): {
  readonly annexes: readonly ReportAnnex[];
  readonly unknown: readonly string[];
} {
  const words = text.split(/[;,]/u).map((word) => word.trim());
  const named = words.filter((word) => word !== '' && !isSameName(word, NO_ANNEXES));
  const isOf = (word: string) => (annex: ReportAnnex) => isSameName(ANNEX_TITLES[annex], word);
  return {
    annexes: REPORT_ANNEXES.filter((annex) => named.some((word) => isOf(word)(annex))),
    unknown: named.filter((word) => !REPORT_ANNEXES.some(isOf(word))),
  };
}

export function lookOf(values: SettingValues): ReportLook {
  const own = (key: SettingKey) => String(values.get(key) ?? '').trim();
  const date = values.get('basisDate');
  const [document, number] = [own('basisDocument'), own('basisNumber')];
  const particulars = [
    date === undefined ? '' : `от ${formatDate(date as CalendarDate)}`,
    number === '' ? '' : `№ ${number}`,
  ];
  return {
    basis: document === '' ? '' : ['по', document, ...particulars].filter(Boolean).join(' '),
    headAddressee: own('headAddressee'),
    annexes: parseAnnexes(own('reportAnnexes')).annexes,
    overdueBy: own('overdueBy') === OVERDUE_BY.school ? 'school' : 'measure',
  };
}
