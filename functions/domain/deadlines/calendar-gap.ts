/** Russian: what a year without an official calendar means for the dates computed in it. */
export function formatCalendarGap(year: number): string {
  return (
    `Производственного календаря на ${year} год ещё нет: учтены выходные и праздники по ст. 112 ТК РФ, ` +
    'переносы неизвестны.'
  );
}
