import {
  DEFAULT_DEADLINE_SETTINGS,
  resolveDeadline,
  type DeadlineContext,
  type DeadlineResolution,
} from '../../../../functions/domain/deadlines/index.ts';
import { calendarYear, schoolYear } from '../../../../functions/domain/dates/period.ts';
import { createWorkingCalendar } from '../../../../functions/domain/working-calendar/index.ts';

const calendar = createWorkingCalendar();

export const YEAR_2021: DeadlineContext = {
  period: calendarYear(2021),
  calendar,
  acts: [],
  settings: DEFAULT_DEADLINE_SETTINGS,
};
export const SCHOOL_YEAR_2020: DeadlineContext = { ...YEAR_2021, period: schoolYear(2020) };

export const in2021 = (phrase: string, more: Partial<DeadlineContext> = {}): DeadlineResolution =>
  resolveDeadline(phrase, { ...YEAR_2021, ...more });
export const inSchoolYear = (phrase: string, more: Partial<DeadlineContext> = {}): DeadlineResolution =>
  resolveDeadline(phrase, { ...SCHOOL_YEAR_2020, ...more });

/** The control dates of all occurrences. */
export const controls = ({ occurrences }: DeadlineResolution): readonly string[] =>
  occurrences.map(({ controlDate }) => controlDate);
