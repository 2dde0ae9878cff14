import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { Worksheet } from './spec.ts';
import { ACTS } from './acts.ts';
import { CALENDAR } from './calendar.ts';
import { EXECUTIONS } from './executions.ts';
import { JOURNAL } from './journal.ts';
import { PEOPLE } from './people.ts';
import { SCHOOL_PLANS } from './school-plans.ts';
import { REGULATION } from './regulation.ts';
import { SCHOOLS } from './schools.ts';
import { SETTINGS } from './settings.ts';

/** Every worksheet that staff own, described once. */
export const WORKSHEETS: Readonly<Record<StaffWorksheetKey, Worksheet>> = {
  schools: SCHOOLS,
  regulation: REGULATION,
  acts: ACTS,
  executions: EXECUTIONS,
  journal: JOURNAL,
  schoolPlans: SCHOOL_PLANS,
  calendar: CALENDAR,
  people: PEOPLE,
  settings: SETTINGS,
};

/** In the order of the tabs that people see. */
export const WORKSHEETS_IN_ORDER: readonly Worksheet[] = STAFF_WORKSHEETS.map((key) => WORKSHEETS[key]);
