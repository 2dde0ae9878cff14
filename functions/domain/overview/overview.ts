import type { State } from '../assessment/states/state.ts';
import type { CalendarDate } from '../dates/dates.ts';
import type { RunFigures } from '../monitor/run-figures.ts';
import type { TrendPoint } from '../monitor/trend.ts';
import type { RowId, StaffWorksheetKey } from '../records/worksheet-key.ts';

/** What one sheet has room for, on the screen and on one printed page. */
export const ROOM = { lines: 6, weeks: 7, months: 7, measures: 15, schools: 24 } as const;

/** The municipality as a whole, where schools are named. */
export const MUNICIPALITY = 'Муниципалитет';

/** What the head sees at once: how things stand, where it burns, whose it is, whether it gets better. */
export interface Overview {
  readonly today: CalendarDate;
  readonly institution: string;
  readonly figures: RunFigures;
  /** The figures a week before; absent where nobody looked then. */
  readonly weekAgo?: TrendPoint | undefined;
  readonly monthAgo?: TrendPoint | undefined;
  /** What is overdue for the longest time. */
  readonly oldest?:
    { readonly name: string; readonly since: CalendarDate; readonly days: number } | undefined;
  readonly burning: BurningLines;
  readonly week: WeekChanges;
  readonly sections: readonly SectionLine[];
  readonly responsible: readonly ResponsibleLine[];
  readonly ages: readonly AgeLine[];
  /** Oldest first. */
  readonly weeks: readonly TrendPoint[];
  readonly months: readonly TrendPoint[];
  readonly grid: HeatGrid;
}

export interface BurningLines {
  /** The longest overdue first. */
  readonly overdue: readonly BurningLine[];
  /** Overdue obligations that there is no room for. */
  readonly hiddenOverdue: number;
  /** Still to be done, the nearest first. */
  readonly coming: readonly BurningLine[];
}

/** The same measure and term, of all schools that owe it to one responsible or, where there is no room, to several. */
export interface BurningLine {
  readonly measure: { readonly number: string; readonly title: string };
  /** At least one; the municipality as a whole may stand for one. */
  readonly schools: readonly string[];
  readonly controlDate: CalendarDate;
  /** Calendar days; of what is still to come so many are left, as a negative number. */
  readonly overdueDays: number;
  readonly responsible: string;
  /** How many more answer for some of it. */
  readonly otherResponsible: number;
  /** The row of the first school; where nobody has entered one, the measure. */
  readonly place: RowRef;
}

/** The last seven days, today among them. */
export interface WeekChanges {
  readonly done: number;
  /** `ОО № 5, мероприятие 2.1`: overdue since then, the worst first. */
  readonly newlyOverdue: readonly string[];
}

export interface SectionLine {
  readonly title: string;
  readonly total: number;
  readonly due: number;
  /** Of those due. */
  readonly dueDone: number;
  readonly overdue: number;
  /** Null where nothing has fallen due. */
  readonly percent: number | null;
}

export interface ResponsibleLine {
  readonly name: string;
  readonly overdue: number;
  /** Calendar days of the one that waits longest. */
  readonly longest: number;
}

/** Overdue for so many days: `from` to `to`, or more. */
export interface AgeLine {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

export interface HeatGrid {
  /** Numbers of the measures, a column each. */
  readonly measures: readonly string[];
  readonly rows: readonly HeatRow[];
  /** Schools that are not shown: those with the least to look at. */
  readonly hiddenSchools: number;
  readonly hiddenMeasures: number;
}

export interface HeatRow {
  /** The school, or the municipality as a whole. */
  readonly name: string;
  /** Null: nothing is owed there. */
  readonly cells: readonly (HeatCell | null)[];
}

export interface HeatCell {
  readonly state: State;
  /** Of what is overdue: calendar days past the control date. */
  readonly days: number;
  /** Still to be done, and due soon: the control date. */
  readonly dueOn: CalendarDate | null;
  readonly place: RowRef;
}

export interface RowRef {
  readonly worksheet: StaffWorksheetKey;
  readonly rowId: RowId;
}
