import { hasJoined } from '../assessment/school-membership.ts';
import type { CalendarDate } from '../dates/dates.ts';
import { logAsOf, type PostponementLog } from '../records/postponements.ts';
import type { Execution, School, SchoolBank, WorkbookRecords } from '../records/records.ts';

/** What the workbook cannot tell of a past day, by number of rows: the notes of the report name it. */
export interface AsOfGaps {
  /** Executions and documents dated after the day: counted as not done, or as not proved. */
  readonly doneLater: number;
  readonly provedLater: number;
  /** «Выполнено» without any date: on a past day counted as not proved. */
  readonly doneUndated: number;
  /** Marks «в работе» and «не требуется», what was returned or moved to another day, of which nobody knows since when they stand. */
  readonly marksUndated: number;
  readonly actsLater: number;
  readonly journalLater: number;
  /** Entries of the day or before whose document is dated after it: shown without the document. */
  readonly journalProvedLater: number;
  readonly schoolsIncludedLater: readonly string[];
  readonly schoolsLeftLater: readonly string[];
  /** Data of the bank renewed after the day: the former ones are not in the sheet, so none are shown. */
  readonly bankLater: readonly string[];
}

export interface AsOfRecords {
  readonly records: WorkbookRecords;
  readonly gaps: AsOfGaps;
}

/** The records as they can have stood on the day `asOf`: nothing that is dated later is left in them. */
export function recordsAsOf(
  records: WorkbookRecords,
  { asOf, today }: { readonly asOf: CalendarDate; readonly today: CalendarDate },
): AsOfRecords {
  const later = (date: CalendarDate | undefined): boolean => date !== undefined && date > asOf;
  const isPast = asOf < today;
  const log = records.postponements ?? {};
  const standing = records.executions.map((execution) =>
    executionAsOf(termAsOf(execution, log, asOf), { later, isPast }),
  );
  const kinds = Map.groupBy(standing, ({ gap }) => gap);
  const countOfGap = (gap: ExecutionGap): number => kinds.get(gap)?.length ?? 0;
  const isIncluded = (school: School): boolean => hasJoined(school, asOf);
  const schools = records.schools.filter(isIncluded);
  const acts = records.acts.filter(({ date }) => !later(date));
  const journal = records.journal.filter(({ date }) => !later(date));
  const provedLater = journal.filter(({ evidence }) => later(evidence.date));
  return {
    records: {
      ...records,
      postponements: logAsOf(log, asOf),
      acts,
      journal: journal.map((entry) => (later(entry.evidence.date) ? { ...entry, evidence: {} } : entry)),
      executions: standing.map(({ execution }) => execution),
      schoolPlans: plansAsOf(records, { later, isPast }),
      schools: schools.map((school) => schoolAsOf(school, later)),
    },
    gaps: {
      doneLater: countOfGap('done_later'),
      provedLater: countOfGap('proved_later'),
      doneUndated: countOfGap('done_undated'),
      marksUndated: countOfGap('mark_undated'),
      actsLater: records.acts.length - acts.length,
      journalLater: records.journal.length - journal.length,
      journalProvedLater: provedLater.length,
      schoolsIncludedLater: namesOf(records.schools.filter((school) => !isIncluded(school))),
      schoolsLeftLater: namesOf(schools.filter((school) => hasLeftLater(school, later))),
      bankLater: namesOf(schools.filter(({ bank }) => later(bank?.updatedOn))),
    },
  };
}

type Later = (date: CalendarDate | undefined) => boolean;
type ExecutionGap = 'done_later' | 'proved_later' | 'done_undated' | 'mark_undated' | undefined;

/** A plan that was approved on a later day is not there yet. */
function plansAsOf(
  { schools, schoolPlans }: WorkbookRecords,
  when: Parameters<typeof executionAsOf>[1],
): WorkbookRecords['schoolPlans'] {
  const approvedLater = new Set(
    schools.filter(({ bank }) => when.later(bank?.planDate)).map(({ name }) => name),
  );
  return schoolPlans.flatMap((item) => {
    const { school } = item.execution;
    if (approvedLater.has(school)) return [];
    return [{ ...item, execution: { ...executionAsOf(item.execution, when).execution, school } }];
  });
}

function namesOf(schools: readonly School[]): readonly string[] {
  return schools.map(({ name }) => name);
}

function executionAsOf(
  current: Execution,
  { later, isPast }: { readonly later: Later; readonly isPast: boolean },
): { readonly execution: Execution; readonly gap: ExecutionGap } {
  const execution = controlAsOf(current, later);
  const { mark, doneOn, evidence, control, ...rest } = execution;
  if (mark !== 'выполнено') {
    return {
      execution: withoutLater(execution, later),
      gap: isPast && (mark !== 'не начато' || control) ? 'mark_undated' : undefined,
    };
  }
  // A document of a later day cannot prove what had been done by then, but the date of the work still counts.
  if (later(doneOn) || (doneOn === undefined && later(evidence.date))) {
    // What had not been handed in had not been returned either.
    const { returned: _, ...standing } = control ?? {};
    return {
      execution: { ...rest, mark: 'не начато', evidence: {}, ...(control && { control: standing }) },
      gap: 'done_later',
    };
  }
  if (later(evidence.date)) return { execution: { ...execution, evidence: {} }, gap: 'proved_later' };
  if (isPast && doneOn === undefined && evidence.date === undefined) {
    return { execution: { ...execution, evidence: {} }, gap: 'done_undated' };
  }
  return { execution, gap: isPast && isUndated(control) ? 'mark_undated' : undefined };
}

/** Since when work stands as returned or its term as moved the sheet does not keep. */
function isUndated(control: Execution['control']): boolean {
  return control?.returned !== undefined || control?.postponedTo !== undefined;
}

/** The postponement that stood on the day, where the log tells it. */
function termAsOf(execution: Execution, log: PostponementLog, day: CalendarDate): Execution {
  const values = log[execution.rowId];
  if (!values || !execution.control) return execution;
  const { postponedTo: _, ...control } = execution.control;
  const to = logAsOf({ [execution.rowId]: values }, day)[execution.rowId]?.at(-1)?.to ?? undefined;
  return { ...execution, control: { ...control, ...(to !== undefined && { postponedTo: to }) } };
}

function controlAsOf(execution: Execution, later: Later): Execution {
  const { control } = execution;
  if (!control || !later(control.takenOffOn)) return execution;
  const { takenOffOn: _, ...standing } = control;
  return { ...execution, control: standing };
}

/** Of a work that is not done nothing dated later may show. */
function withoutLater({ doneOn, ...rest }: Execution, later: Later): Execution {
  const evidence = later(rest.evidence.date) ? {} : rest.evidence;
  return { ...rest, evidence, ...(doneOn !== undefined && !later(doneOn) && { doneOn }) };
}

function hasLeftLater({ status, bank }: School, later: Later): boolean {
  return status === 'вышла' && later(bank?.exitDate);
}

/** The sheet does not keep the status that a school had before it left: it is read as «ШНОР», and the notes say so. */
function schoolAsOf(school: School, later: Later): School {
  const { bank } = school;
  if (!bank) return school;
  const status = hasLeftLater(school, later) ? 'ШНОР' : school.status;
  return { ...school, status, bank: bankAsOf(bank, later) };
}

function bankAsOf(bank: SchoolBank, later: Later): SchoolBank {
  const { officialName, listBasis, yearIncluded, includedOn } = bank;
  const exit = later(bank.exitDate)
    ? {}
    : {
        ...(bank.exitDate !== undefined && { exitDate: bank.exitDate }),
        ...(bank.exitBasis !== undefined && { exitBasis: bank.exitBasis }),
      };
  // Since when and until when a school owes anything stands also where its figures were renewed later.
  const registry = {
    ...exit,
    ...(officialName !== undefined && { officialName }),
    ...(listBasis !== undefined && { listBasis }),
    ...(yearIncluded !== undefined && { yearIncluded }),
    ...(includedOn !== undefined && { includedOn }),
  };
  if (later(bank.updatedOn)) return registry;
  const { planDate, planNumber, exitDate: _date, exitBasis: _basis, ...rest } = bank;
  return {
    ...rest,
    ...(!later(planDate) && {
      ...(planDate && { planDate }),
      ...(planNumber !== undefined && { planNumber }),
    }),
    ...exit,
  };
}
