import type { CalendarDate } from '../dates/dates.ts';
import type { Place } from '../records/worksheet-key.ts';

/** Why a row is written about. A term before it has run out, and after; a report given back; a document that is missing. */
export type ReminderKind = 'due' | 'overdue' | 'returned' | 'unproved';

/** One row that somebody is to hear of. */
export interface Reminder {
  /** Each names row, occurrence and step: what was sent under it is not sent again. */
  readonly keys: readonly string[];
  readonly kind: ReminderKind;
  /** Of the row in «Исполнение» or «Планы школ», or of the measure where there is none yet. */
  readonly place: Place;
  /** Null: the municipality as a whole. */
  readonly school: string | null;
  /** '' of a school's plan, whose measures have no numbers. */
  readonly measure: string;
  readonly title: string;
  /** The position whose it is. */
  readonly responsible: string;
  readonly controlDate: CalendarDate;
  /** The day that is reminded of: the control date, or the working day before it. */
  readonly remindDate: CalendarDate;
  /** Calendar days past the control date, 0 where not overdue. */
  readonly overdueDays: number;
  /** The last day that does not count as overdue. */
  readonly lastDay: CalendarDate;
  /** Calendar days to the day that is reminded of, negative after it, and how many of them are working days. */
  readonly daysLeft: number;
  readonly workingDaysLeft: number;
  /** In the controller's words, of what was given back. */
  readonly returned?: string;
}

/** How the workbook stands, for the head's week. */
export interface WeekView {
  readonly key: string;
  readonly overdue: readonly Reminder[];
  readonly thisWeek: readonly Reminder[];
  /** What is overdue of the schools' own plans; no figure counts it. */
  readonly plans: readonly Reminder[];
  readonly figures: WeekFigures;
}

export interface WeekFigures {
  /** Obligations whose term has come, and how many of them are done and proved. */
  readonly due: number;
  readonly done: number;
  readonly overdue: number;
  readonly thisWeek: number;
  readonly thisMonth: number;
  readonly waitingAct: number;
}

/** All that one address could be told on a day; what of it is new only those know who keep the keys. */
export interface PersonReminders {
  readonly address: string;
  /** Of the rows of «Ответственные» with this address. */
  readonly positions: readonly string[];
  readonly own: readonly Reminder[];
  /** Of a head: what has been overdue for long, whoever is responsible. */
  readonly escalated: readonly Reminder[];
  readonly week?: WeekView;
}
