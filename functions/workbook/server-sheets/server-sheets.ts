import type { ReportForm } from '../../domain/report/report-document.ts';

/**
 * Of «Контроль» and «Обзор» as this program draws them. Raise it whenever either says or shows the same otherwise (a
 * test tells): the next pass then draws both once, though nothing was typed.
 */
export const OWN_TABS_FORM = 1;

/** The sheets that the functions alone write, besides the reports. */
export const SERVER_SHEETS = {
  overview: { title: 'Обзор', synonyms: [] },
  control: { title: 'Контроль', synonyms: [] },
  about: { title: 'О системе', synonyms: [] },
  instruction: { title: 'Инструкция', synonyms: ['Помощь'] },
} as const;

/** What people call each form: on the menu, on its tab, in messages. */
export const FORM_TITLES: Readonly<Record<ReportForm, string>> = {
  full: 'Сводный отчёт',
  brief: 'Справка',
  overdue: 'Просроченное',
  data_bank: 'Банк данных',
  school_card: 'Карточка школы',
  data_quality: 'Качество данных',
  own: 'По форме',
  region: 'Областной свод',
};

/** A draft has no number, and there is one at a time. */
export const DRAFT_TAB_TITLE = 'Черновик отчёта';

/** A tab too large for one batch bears this at its end until its last row is written. */
export const UNFINISHED_SUFFIX = ' (записывается)';

export function reportTabTitle(form: ReportForm, number: number): string {
  return number === 0 ? DRAFT_TAB_TITLE : `${FORM_TITLES[form]} № ${number}`;
}

export interface ReportTab {
  readonly form: ReportForm;
  readonly number: number;
}

/** The report in whose name the tab's title is; undefined for any other tab. */
export function parseReportTab(title: string): ReportTab | undefined {
  const [, name, number] = /^(.+) № (\d+)$/u.exec(title) ?? [];
  const form = FORMS.find((each) => FORM_TITLES[each] === name);
  return form && { form, number: Number(number) };
}

const FORMS = Object.keys(FORM_TITLES) as ReportForm[];
