/**
 * The production calendar of the Russian Federation, 2019–2026: official facts.
 * Sources: art. 112 of the Labour Code (ТК РФ); the Government's yearly decrees on day-off transfers
 * (among them № 1648 for 2021, № 1564 for 2022, № 1505 for 2023, № 1314 for 2024, № 1335 for 2025);
 * the President's decrees № 206, 239, 294 (2020) and № 242, 595 (2021) on days off with pay kept.
 * Days are `MM-dd`, separated by spaces. Saturdays and Sundays are days off unless named as working.
 */
export interface OfficialYear {
  readonly year: number;
  /** Weekdays that are days off: holidays and transfers. */
  readonly daysOff: string;
  readonly workingWeekends: string;
  /** Working days that are an hour shorter; they count as whole working days. */
  readonly shortened: string;
  /** Non-working by decree of the President: whether deadlines run through them is disputed. */
  readonly byDecree: string;
}

export const OFFICIAL_YEARS: readonly OfficialYear[] = [
  {
    year: 2019,
    daysOff: '01-01 01-02 01-03 01-04 01-07 01-08 03-08 05-01 05-02 05-03 05-09 05-10 06-12 11-04',
    workingWeekends: '',
    shortened: '02-22 03-07 04-30 05-08 06-11 12-31',
    byDecree: '',
  },
  {
    year: 2020,
    daysOff: '01-01 01-02 01-03 01-06 01-07 01-08 02-24 03-09 05-01 05-04 05-05 05-11 06-12 11-04',
    workingWeekends: '',
    shortened: '06-11 11-03 12-31',
    byDecree:
      '03-30 03-31 04-01 04-02 04-03 04-04 04-05 04-06 04-07 04-08 04-09 04-10 04-11 04-12 04-13 04-14 ' +
      '04-15 04-16 04-17 04-18 04-19 04-20 04-21 04-22 04-23 04-24 04-25 04-26 04-27 04-28 04-29 04-30 ' +
      '05-06 05-07 05-08 06-24 07-01',
  },
  {
    year: 2021,
    daysOff: '01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31',
    workingWeekends: '02-20',
    shortened: '02-20 04-30 06-11',
    byDecree: '05-04 05-05 05-06 05-07 10-30 10-31 11-01 11-02 11-03',
  },
  {
    year: 2022,
    daysOff: '01-03 01-04 01-05 01-06 01-07 02-23 03-07 03-08 05-02 05-03 05-09 05-10 06-13 11-04',
    workingWeekends: '03-05',
    shortened: '02-22 03-05 11-03',
    byDecree: '',
  },
  {
    year: 2023,
    daysOff: '01-02 01-03 01-04 01-05 01-06 02-23 02-24 03-08 05-01 05-08 05-09 06-12 11-06',
    workingWeekends: '',
    shortened: '02-22 03-07 11-03',
    byDecree: '',
  },
  {
    year: 2024,
    daysOff:
      '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31',
    workingWeekends: '04-27 11-02 12-28',
    shortened: '02-22 03-07 05-08 06-11 11-02',
    byDecree: '',
  },
  {
    year: 2025,
    daysOff: '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31',
    workingWeekends: '11-01',
    shortened: '03-07 04-30 06-11 11-01',
    byDecree: '',
  },
  {
    year: 2026,
    daysOff: '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31',
    workingWeekends: '',
    shortened: '04-30 05-08 06-11 11-03',
    byDecree: '',
  },
];

/** `MM-dd` of the holidays of art. 112 ТК РФ, which come every year; what falls on a weekend is moved by decree. */
export const HOLIDAYS_OF_THE_LAW: ReadonlySet<string> = new Set(
  '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(' '),
);
