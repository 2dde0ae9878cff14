import * as z from 'zod';
import { parseIsoDate, type CalendarDate } from '../../../domain/dates/dates.ts';

/** A day as documents hold it, `2026-11-23`; one that no calendar has is damage. */
export const storedDay = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== undefined,
);
