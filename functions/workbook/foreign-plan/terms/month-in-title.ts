const MONTHS = 'январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь';
const FOR_MONTH = new RegExp(
  `(?:^|\\s)(?:на|за)\\s+(${MONTHS})(?:\\s+месяц)?(?!\\s*(?:[-–—,/]|и\\s))(?:\\s+(20\\d\\d)(?!\\d))?`,
  'iu',
);

/** «Календарный план на октябрь 2021 года»: the month of rows that say a day alone; '' where no title names one. */
export function monthInTitle(texts: readonly string[]): string {
  const [, month = '', year] =
    texts.map((text) => FOR_MONTH.exec(text)).find((match) => match !== null) ?? [];
  return [month.toLocaleLowerCase('ru'), year].filter(Boolean).join(' ');
}
