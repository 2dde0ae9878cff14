export { createWorkingCalendar, type DayOverride, type WorkingCalendar } from './working-calendar.ts';
export { shiftToWorkingDay } from './shift.ts';
