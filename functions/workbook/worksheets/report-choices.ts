import type { ReportAnnex } from '../../domain/records/records.ts';

/** What can be sent with a report, as «Настройки» and the command line name it. */
export const ANNEX_TITLES: Readonly<Record<ReportAnnex, string>> = {
  details: 'расшифровка',
  data_bank: 'банк данных',
  journal: 'журнал',
  notes: 'пояснения',
};

export const NO_ANNEXES = 'нет';

/** By what the overdue of a report stand together. */
export const OVERDUE_BY = { measure: 'по мероприятиям', school: 'по школам' } as const;
