import { DEFAULT_DEADLINE_SETTINGS } from '../../../../functions/domain/deadlines/index.ts';
import { calendarYear } from '../../../../functions/domain/dates/period.ts';
import {
  DEFAULT_CONTROL_SETTINGS,
  DEFAULT_REPORT_LOOK,
  type Execution,
  type SchoolPlanItem,
  type Settings,
  type WorkbookRecords,
} from '../../../../functions/domain/records/records.ts';
import { REGULATION_148_01 } from '../../../../functions/domain/records/regulation.ts';

export const SETTINGS: Settings = {
  period: calendarYear(2021),
  institution: 'МКУ «Управление образования КГО»',
  addressee: 'МОиН Челябинской области',
  signerPosition: 'Начальник',
  signerName: '',
  preparedBy: '',
  remindDaysBefore: 14,
  countedStatuses: ['ШНОР', '500+'],
  reportTabsKept: 1,
  reportRequisites: { standard: 'ГОСТ Р 7.0.97-2016', contacts: '', reference: '' },
  reportLook: DEFAULT_REPORT_LOOK,
  deadlines: DEFAULT_DEADLINE_SETTINGS,
  mail: { isOn: true, ladder: [14, 7, 3, 1], escalateAfter: 5, hour: 8 },
  control: DEFAULT_CONTROL_SETTINGS,
};

/** Two counted schools, one that has left, the regulation of the order, nothing done yet. */
export function records(changes: Partial<WorkbookRecords> = {}): WorkbookRecords {
  return {
    settings: SETTINGS,
    schools: [
      { rowId: 's1', name: 'ОО № 1', status: 'ШНОР' },
      { rowId: 's2', name: 'ОО № 2', status: '500+' },
      { rowId: 's3', name: 'ОО № 3', status: 'вышла' },
    ],
    measures: REGULATION_148_01.map((item) => ({ ...item, rowId: `r${item.number}` })),
    acts: [],
    executions: [],
    journal: [],
    schoolPlans: [],
    dayOverrides: [],
    people: [],
    findings: [],
    ...changes,
  };
}

export function execution(changes: Partial<Execution> = {}): Execution {
  return {
    rowId: 'e1',
    school: 'ОО № 1',
    measure: '3.2',
    occurrence: '',
    mark: 'не начато',
    evidence: {},
    ...changes,
  };
}

/** A measure of the plan of a school, due on 15 October. */
export function planItem({
  rowId = 'm1',
  school = 'ОО № 1',
  title = 'Курсы для учителей математики',
  deadline = 'До 15 октября',
  riskFactor = 'дефицит педагогических кадров',
  indicator = '',
  responsible = '',
  ...facts
}: PlanItemChanges = {}): SchoolPlanItem {
  return {
    rowId,
    riskFactor,
    indicator,
    measure: {
      rowId,
      number: '',
      section: '',
      title,
      deadlinePhrase: deadline,
      responsible,
      scope: 'each_school',
    },
    execution: {
      ...execution({ rowId, measure: '', ...(responsible && { executor: responsible }), ...facts }),
      school,
    },
  };
}

interface PlanItemChanges extends Partial<Pick<Execution, 'rowId' | 'mark' | 'doneOn' | 'evidence'>> {
  readonly school?: string;
  readonly title?: string;
  readonly deadline?: string;
  readonly riskFactor?: string;
  readonly indicator?: string;
  readonly responsible?: string;
}

export const PROOF = { kind: 'приказ', number: '7', date: '2021-09-20' } as const;
