/** The sheets that the functions alone write, besides the reports. */
export const SERVER_SHEETS = {
  control: { title: 'Контроль', synonyms: [] },
  about: { title: 'О системе', synonyms: [] },
  instruction: { title: 'Инструкция', synonyms: ['Помощь'] },
} as const;

/** Titles of report tabs begin so; the number follows. */
export const REPORT_TAB_PREFIX = 'Сводный отчёт №';

export function reportTabTitle(number: number): string {
  return `${REPORT_TAB_PREFIX} ${number}`;
}

/** The number in the title of a report's tab; undefined for any other tab. */
export function reportNumberOf(title: string): number | undefined {
  const match = /^Сводный отчёт № (\d+)$/u.exec(title);
  return match ? Number(match[1]) : undefined;
}
