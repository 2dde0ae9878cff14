import type { ActEntries } from './act-entries.ts';
import type { CalendarDate } from '../dates/dates.ts';
import type { DeadlineSettings } from '../deadlines/index.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from '../findings/finding.ts';
import type { PostponementLog } from './postponements.ts';
import type { Period } from '../dates/period.ts';
import type { Measure } from './regulation.ts';
import type { DayOverride } from '../working-calendar/index.ts';
import type { RowId } from './worksheet-key.ts';

/** Whether a school takes part: one that has left the list stays in the data bank and is not counted. */
export const SCHOOL_STATUSES = ['ШНОР', '500+', 'группа риска', 'вышла'] as const;

export type SchoolStatus = (typeof SCHOOL_STATUSES)[number];

export interface School {
  readonly rowId: RowId;
  readonly name: string;
  readonly status: SchoolStatus;
  readonly bank?: SchoolBank;
}

/** What the data bank says of a school; absent where nobody has filled it in. Shares are per cent, 0 to 100. */
export interface SchoolBank {
  readonly officialName?: string;
  readonly listBasis?: string;
  readonly yearIncluded?: number;
  /** The day from which the school is on the list. */
  readonly includedOn?: CalendarDate;
  readonly curator?: string;
  readonly riskFactors?: string;
  readonly studentsTotal?: number;
  readonly graduates9?: number;
  readonly graduates11?: number;
  readonly teachersTotal?: number;
  readonly vacancies?: number;
  readonly trainedShare?: number;
  readonly vprMath?: number;
  readonly vprRussian?: number;
  readonly ogeFail?: number;
  readonly egeBelow?: number;
  readonly objectivity?: string;
  readonly planDate?: CalendarDate;
  readonly planNumber?: string;
  readonly exitDate?: CalendarDate;
  readonly exitBasis?: string;
  readonly updatedOn?: CalendarDate;
}

/** A ministry's letter or order that a deadline waits for. */
export interface ExternalAct {
  readonly rowId: RowId;
  readonly kind: string;
  readonly issuer: string;
  readonly number: string;
  readonly date: CalendarDate;
  /** The date that the act itself sets, where it sets one. */
  readonly dueDate?: CalendarDate;
  /** It sets one, and what was typed is no date. */
  readonly isDueUnread?: true;
  readonly measures: readonly string[];
}

/** What staff put down about an execution; the state follows from it, the deadline and the day. */
export const MARKS = ['не начато', 'в работе', 'выполнено', 'не требуется'] as const;

export type Mark = (typeof MARKS)[number];

/** School × measure × occurrence. */
export interface Execution {
  readonly rowId: RowId;
  /** Null for a measure of the municipality as a whole. */
  readonly school: string | null;
  readonly measure: string;
  /** Which occurrence of a recurring deadline, as typed («I квартал»); empty where there is one only. */
  readonly occurrence: string;
  readonly mark: Mark;
  /** Not required, and nothing in the row says why. */
  readonly isExcusedUntold?: true;
  readonly doneOn?: CalendarDate;
  readonly evidence: Evidence;
  /** The position that does it, as typed in the row. */
  readonly executor?: string;
  readonly control?: ControlMarks;
  /** Why it is late and what is done about it, in words of the staff. */
  readonly delay?: { readonly reason?: string; readonly taken?: string };
}

/** What the controller has put down about an execution; a text that is there is not empty. */
export interface ControlMarks {
  /** The report of the execution was accepted. */
  readonly takenOffOn?: CalendarDate;
  /** What is missing, in the controller's words. */
  readonly returned?: string;
  readonly postponedTo?: CalendarDate;
  readonly postponementGround?: string;
}

/** An interview, consultation, event, course or checked procedure. */
export interface JournalEntry {
  readonly rowId: RowId;
  readonly date: CalendarDate;
  readonly kind: string;
  readonly measure: string;
  /** Null: all schools. */
  readonly school: string | null;
  readonly topic: string;
  /** How many people took part; absent where nobody counted. */
  readonly leaders?: number;
  readonly teachers?: number;
  readonly evidence: Evidence;
}

/**
 * A measure of a school's own plan («дорожная карта»): its row in «Планы школ» is a measure and its execution in one. It
 * has no number, and stands for one term.
 */
export interface SchoolPlanItem {
  readonly rowId: RowId;
  /** '' where not given. */
  readonly riskFactor: string;
  readonly indicator: string;
  readonly measure: Measure;
  readonly execution: Execution & { readonly school: string };
}

/** Requisites that only a report needs; '' where not given. */
export interface ReportRequisites {
  readonly standard: 'ГОСТ Р 7.0.97-2016' | 'ГОСТ Р 7.0.97-2025';
  readonly contacts: string;
  /** The letter that asks for the report. */
  readonly reference: string;
}

/** What can be sent with a report beside its own pages. */
export const REPORT_ANNEXES = ['details', 'data_bank', 'journal', 'notes'] as const;

export type ReportAnnex = (typeof REPORT_ANNEXES)[number];

/** How the department has its reports made up. */
export interface ReportLook {
  /** «по приказу от 30.12.2020 № 148-01 (о/д)»: what the work is done by; '' where not given. */
  readonly basis: string;
  /** The head in the dative, as typed: whom lists for the head are addressed to. */
  readonly headAddressee: string;
  readonly annexes: readonly ReportAnnex[];
  readonly overdueBy: 'measure' | 'school';
}

export const DEFAULT_REPORT_LOOK: ReportLook = {
  basis: '',
  headAddressee: '',
  annexes: [],
  overdueBy: 'measure',
};

/** Executors are reminded of what is theirs; heads hear what is long overdue, and once a week how all stands. */
export type PersonRole = 'executor' | 'head';

/** Whom reminders go to: a position, not a person by name. */
export interface Person {
  readonly rowId: RowId;
  readonly position: string;
  /** As it can be written to; null where none or a broken one was entered. */
  readonly address: string | null;
  readonly role: PersonRole;
  /** Numbers of measures that the address wants to hear nothing of. */
  readonly muted: readonly string[];
}

export interface MailSettings {
  readonly isOn: boolean;
  /** Working days before the term on which is reminded, the most first. */
  readonly ladder: readonly number[];
  /** Working days overdue after which the head is told. */
  readonly escalateAfter: number;
  /** 0 to 23, by the workbook's clock: earlier nothing is sent. */
  readonly hour: number;
}
/** How the department keeps control of executions. */
export interface ControlSettings {
  /** What is done and proved waits until the controller takes it off control. */
  readonly needsAcceptance: boolean;
  /** As often a term may be moved before that is a finding. */
  readonly mostPostponements: number;
}

export const DEFAULT_CONTROL_SETTINGS: ControlSettings = { needsAcceptance: false, mostPostponements: 2 };

/** The first rows that were entered for a period, by their numbers; absent: nobody noted it. */
export interface FirstRows {
  /** Of «Исполнение». */
  readonly firstRow?: number;
  /** Of «Планы школ». */
  readonly firstPlanRow?: number;
}

/** Without what nobody noted. */
export function firstRowsOf({
  firstRow,
  firstPlanRow,
}: { readonly [Key in keyof FirstRows]: FirstRows[Key] | undefined }): FirstRows {
  return {
    ...(firstRow !== undefined && { firstRow }),
    ...(firstPlanRow !== undefined && { firstPlanRow }),
  };
}

/** A period by its rows of «Настройки». */
export interface ListedPeriod extends Period, FirstRows {}

/** The first rows are those of the period in force. */
export interface Settings extends FirstRows {
  readonly period: Period;
  /** Others that the workbook has been or will be kept in, by their first day; absent: none. */
  readonly otherPeriods?: readonly ListedPeriod[];
  readonly institution: string;
  readonly addressee: string;
  readonly signerPosition: string;
  readonly signerName: string;
  readonly preparedBy: string;
  readonly remindDaysBefore: number;
  readonly countedStatuses: readonly SchoolStatus[];
  readonly reportTabsKept: number;
  readonly reportRequisites: ReportRequisites;
  readonly reportLook: ReportLook;
  readonly deadlines: DeadlineSettings;
  readonly mail: MailSettings;
  readonly control: ControlSettings;
}

/** The workbook as it was understood; `findings` says what was not. */
export interface WorkbookRecords {
  readonly settings: Settings;
  readonly schools: readonly School[];
  readonly measures: readonly Measure[];
  readonly acts: readonly ExternalAct[];
  readonly executions: readonly Execution[];
  readonly journal: readonly JournalEntry[];
  readonly schoolPlans: readonly SchoolPlanItem[];
  readonly dayOverrides: readonly DayOverride[];
  /** Which terms were moved when; absent where nobody has looked. */
  readonly postponements?: PostponementLog;
  /** Which acts were entered when; absent where nobody has looked. */
  readonly actEntries?: ActEntries;
  readonly people: readonly Person[];
  readonly findings: readonly Finding[];
}
