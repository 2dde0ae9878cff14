import type { CalendarDate } from '../dates/dates.ts';
import type { Period } from '../dates/period.ts';
import type { WeekendPolicy, WorkingCalendar } from '../working-calendar/index.ts';
import type { TermProfile } from './term-profile.ts';
import type { DeadlineRule } from './rule/rule.ts';

export interface DeadlineReading {
  readonly phrase: string;
  readonly rule: DeadlineRule;
  /** Other rules that the same words can mean; for an unknown phrase, rules of the parts that can be read. */
  readonly alternatives: readonly DeadlineRule[];
  /** Russian sentences: what was mended in the phrase before it was read. */
  readonly healed: readonly string[];
  /** Words beside the rule, in the phrase's own spelling («по графику»): kept, but they set no date. */
  readonly remarks: readonly string[];
  /**
   * Words that may set a deadline of their own («далее ежеквартально»), or that say what a report is about and not
   * when it is due («за 2020 год»): nothing here is certain then.
   */
  readonly further: readonly string[];
}

/** An external act entered for the measure at hand; `kind` is «письмо», «приказ»… */
export interface DeadlineAct {
  readonly kind: string;
  readonly issuer: string;
  readonly number: string;
  readonly date: CalendarDate;
  /** The date by which the act itself wants the work done. */
  readonly dueDate?: CalendarDate;
  /** It does, and nobody can read which: nothing stands for it then. */
  readonly isDueUnread?: true;
}

export interface DeadlineSettings {
  /** Where a control date falls on a day off: remind on the working day before, after, or on the day itself. */
  readonly remindPolicy: WeekendPolicy;
  readonly overduePolicy: WeekendPolicy;
  /** «до 15.09» still allows the 15th. */
  readonly beforeIsInclusive: boolean;
  /** Working days that an act without a due date of its own gives. */
  readonly workingDaysAfterAct: number;
  /** What words that name no day mean; absent: they ask. */
  readonly profile?: TermProfile;
}

export const DEFAULT_DEADLINE_SETTINGS: DeadlineSettings = {
  remindPolicy: 'previous',
  overduePolicy: 'next',
  beforeIsInclusive: true,
  workingDaysAfterAct: 5,
};

export interface DeadlineEvent {
  readonly name: string;
  readonly date: CalendarDate;
}

export interface DeadlineContext {
  readonly period: Period;
  readonly calendar: WorkingCalendar;
  readonly acts: readonly DeadlineAct[];
  readonly settings: DeadlineSettings;
  readonly events?: readonly DeadlineEvent[];
}

/** `start: null`: nothing says when the work may begin. */
export interface DeadlineWindow {
  readonly start: CalendarDate | null;
  readonly end: CalendarDate;
}

export interface DeadlineOccurrence {
  readonly label: string;
  readonly window: DeadlineWindow;
  /** The nominal last day, whatever day of the week it is. */
  readonly controlDate: CalendarDate;
  readonly remindDate: CalendarDate;
  /** The last day on which the work is not yet overdue. */
  readonly overdueAfter: CalendarDate;
}

export interface ReadingOption {
  /** Russian, for the one who has to choose. */
  readonly meaning: string;
  readonly windows: readonly DeadlineWindow[];
  readonly controlDate: CalendarDate | null;
  readonly isDefault: boolean;
}

/**
 * `waiting_act`: the date stands in a document or hangs on an event that has not been entered; never overdue.
 * `unknown`: the phrase was not understood, or leaves open a month or day that only a person can name.
 * `impossible`: it names a day that the calendar does not have.
 */
export type DeadlineStatus = 'dated' | 'waiting_act' | 'on_demand' | 'unknown' | 'impossible';

export interface DeadlineResolution {
  readonly phrase: string;
  readonly rule: DeadlineRule;
  readonly kind: DeadlineRule['kind'];
  readonly status: DeadlineStatus;
  readonly occurrences: readonly DeadlineOccurrence[];
  readonly windows: readonly DeadlineWindow[];
  /** Of the last occurrence: only then is the whole measure due. Null where the status is not `dated`. */
  readonly controlDate: CalendarDate | null;
  readonly ambiguous: boolean;
  readonly readings: readonly ReadingOption[];
  readonly healed: readonly string[];
  readonly warnings: readonly string[];
  /** Years of the dates, moved ones too, for which no official calendar is known. */
  readonly calendarGaps: readonly number[];
  readonly explanation: string;
}
