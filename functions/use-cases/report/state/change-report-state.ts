import type { ActionName } from '../../../contract/actions.ts';
import type { CalendarDate } from '../../../domain/dates/dates.ts';
import { contend } from '../../sync/contention.ts';
import { fencedHead } from '../../stored/plan-commit.ts';
import type { StoreWrite } from '../../ports/store.ts';
import { readMemberHead, roleOf } from '../../stored/access/membership.ts';
import { readInForce, type InForce } from '../kept/reports-in-force.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { todayIn } from '../../ports/today.ts';
import { checkWish, type StateWish } from './state-wish.ts';
import { showState } from './show-state.ts';
import type { Head, StoredHead } from '../../stored/head/head.ts';
import { ReportRecalledError, ReportStateRefusedError } from '../../stored/reports/errors.ts';
import {
  dayOfChange,
  describeState,
  planStates,
  readReportStates,
  type ReportStates,
  type StateChange,
} from '../../stored/reports/states.ts';
import { readProvedReport } from '../kept/prove-report.ts';
import { inputKey, type StoredReport } from '../../stored/reports/reports.ts';

export interface ReportStateRequest {
  readonly workbookId: string;
  /** Verified address of who says so; must be a member of the workbook. */
  readonly by: string;
  readonly number: number;
  /** Absent: today by the clock in the workbook's zone. */
  readonly today?: CalendarDate;
  /** Absent: nothing is changed, the state is told. */
  readonly wish?: StateWish;
}

export interface ReportStateOutcome {
  readonly status: 'unchanged' | 'changed';
  readonly number: number;
  readonly state: 'formed' | 'signed' | 'recalled';
  /** Oldest first. */
  readonly changes: readonly StateChange[];
  readonly message: string;
}

/** Corrections of a mistyped paper number included. */
const MAX_CHANGES = 100;

/**
 * Keeps what a person says of a report and shows it on the report's tab, where it still stands. The report itself
 * never changes, and nothing is sent to anyone. A recalled report gives its inputs free: the next one on them has a
 * new number. Throws `ReportMissingError`, `ReportRecalledError`, `ReportStateRefusedError`.
 */
export async function changeReportState(
  deps: Dependencies,
  request: ReportStateRequest,
): Promise<ReportStateOutcome> {
  const { head, report, changes, status, inForce } = await contend(deps, () => tryChange(deps, request));
  const text = describeState(report.document, changes, head.timeZone);
  if (request.wish) await showState(deps, report, { workbookId: request.workbookId, state: text });
  return {
    status,
    number: request.number,
    state: changes.at(-1)?.state ?? 'formed',
    changes,
    message: `Отчёт № ${request.number}: ${text}.${inForce ? describeInForce(inForce) : ''}`,
  };
}

interface KeptReport {
  readonly stored: StoredHead;
  readonly report: StoredReport;
  readonly states: ReportStates;
}

async function tryChange(deps: Dependencies, request: ReportStateRequest) {
  const { workbookId, number } = request;
  const stored = await readMemberHead(deps, request, actionOfWish(request.wish));
  const { head } = stored;
  const [report, states] = await Promise.all([
    readProvedReport(deps.store, { workbookId, head, number }),
    readReportStates(deps.store, workbookId, number),
  ]);
  const today = request.today ?? todayIn(deps, head.timeZone);
  const change = planChange(request, { stored, report, states }, { at: deps.clock.now(), today });
  if (!change)
    return { head, report, changes: states.changes, status: 'unchanged' as const, inForce: undefined };
  const next = { ...states, changes: [...states.changes, change] };
  const inForce =
    change.state === 'recalled' ? await readRemaining(deps, workbookId, { head, report }) : undefined;
  const released = inForce ? releaseInputs(workbookId, { stored, report, inForce }) : [];
  await deps.store.commit([planStates(workbookId, number, next), ...released]);
  return { head, report, changes: next.changes, status: 'changed' as const, inForce };
}

/** Undefined where the report is in that state already, or nothing was wished. */
function planChange(
  { by, number, wish }: ReportStateRequest,
  { stored: { head }, report, states: { changes } }: KeptReport,
  { at, today }: { readonly at: string; readonly today: CalendarDate },
): StateChange | undefined {
  if (!wish) return undefined;
  const tidy = checkWish(wish, { number, asOf: report.document.asOf, today });
  const latest = changes.at(-1);
  if (latest && isSame(latest, tidy)) return undefined;
  if (latest?.state === 'recalled') throw new ReportRecalledError(number, dayOfChange(latest, head.timeZone));
  if (changes.length >= MAX_CHANGES) {
    throw new ReportStateRefusedError(
      number,
      `оно менялось уже ${MAX_CHANGES} раз. Отзовите отчёт и сформируйте новый.`,
    );
  }
  const email = by.toLowerCase();
  const role = roleOf(head, email);
  if (!role) throw new Error(`${email} was let in without a role`);
  return { ...tidy, on: today, at, by: email, role };
}

const ACTIONS = { signed: 'report-state.sign', recalled: 'report-state.recall' } as const;

function actionOfWish(wish: StateWish | undefined): ActionName {
  return wish ? ACTIONS[wish.state] : 'report-state.look';
}

function isSame(latest: StateChange, wish: StateWish): boolean {
  if (latest.state === 'signed') {
    const { state, paperNumber, paperDate } = latest;
    return wish.state === state && wish.paperNumber === paperNumber && wish.paperDate === paperDate;
  }
  return wish.state === 'recalled' && wish.reason === latest.reason;
}

function readRemaining(
  { store }: Dependencies,
  workbookId: string,
  { head, report }: { readonly head: Head; readonly report: StoredReport },
): Promise<InForce> {
  const { form, number } = report.document;
  return readInForce(store, workbookId, { form, except: number, last: head.lastReport?.number ?? number });
}

function describeInForce({ number }: InForce): string {
  return number === undefined
    ? ' Действующего отчёта этой формы больше нет: сформируйте новый.'
    : ` Теперь последний действующий отчёт этой формы — № ${number}; если данные изменились, сформируйте новый.`;
}

interface Release extends Omit<KeptReport, 'states'> {
  readonly inForce: InForce;
}

/** Its data may have a report again, under the next number; the region counts the one before it. */
function releaseInputs(workbookId: string, { stored, report, inForce }: Release): readonly StoreWrite[] {
  const { number, form } = report.document;
  const { head, version } = stored;
  const { [form]: latest, ...others } = head.latestReports ?? {};
  const { aggregates: counted, lastReport, ...rest } = head;
  const aggregates = counted?.number === number ? inForce.aggregates : counted;
  const fallback = inForce.number === undefined ? others : { ...others, [form]: inForce.number };
  const next: Head = {
    ...rest,
    // The number stays: none is given twice.
    lastReport: lastReport && { ...lastReport, ...(lastReport.number === number && { inputHash: '' }) },
    latestReports: latest === number ? fallback : { ...head.latestReports },
    ...(aggregates && { aggregates }),
  };
  return [
    { kind: 'delete', key: inputKey(workbookId, report.proof.inputHash) },
    fencedHead(workbookId, next, version),
  ];
}
