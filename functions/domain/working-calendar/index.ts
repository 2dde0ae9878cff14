export { createWorkingCalendar, type DayOverride, type WorkingCalendar } from './working-calendar.ts';
export { shiftToWorkingDay, type WeekendPolicy } from './shift.ts';
