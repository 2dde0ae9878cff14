import type { CalendarDate } from '../../domain/dates/dates.ts';
import { checkStore, type CheckOutcome } from './check-store.ts';
import { planAbout } from '../sync/writing/plan-sheets.ts';
import type { ReconcileOutcome } from '../sync/reconcile-outcome.ts';
import { describeRun } from './describe-run.ts';
import { readMemberHead } from '../stored/access/membership.ts';
import { sendReminders } from '../reminders/send-reminders.ts';
import { settle, type ReconcileRequest, type Described } from '../sync/reconcile.ts';
import type { Dependencies } from '../ports/dependencies.ts';

interface MonitoringRequest extends Omit<ReconcileRequest, 'isMonitoring' | 'consent' | 'times'> {
  /** The instant for which the schedule appointed the run, ISO 8601; absent where a person asks. */
  readonly scheduledAt?: string | undefined;
}

export interface Monitored extends Described {
  /** The one that was assessed. */
  readonly day: CalendarDate;
}

/** The daily look: everything that a new day changes without anyone typing. A second run that day is free. */
export async function runMonitoring(deps: Dependencies, request: MonitoringRequest): Promise<Monitored> {
  const { scheduledAt, ...asked } = request;
  const times = { startedAt: deps.clock.now(), scheduledAt };
  const settled = await settle(deps, {
    ...asked,
    action: 'monitor.run',
    times,
    isMonitoring: true,
    leavesAboutToCheck: true,
  });
  const { outcome, reading } = settled;
  const mail = await sendReminders(deps, { ...asked, ...outcome, head: reading?.head });
  const check = await checkHistory(deps, request, outcome);
  const message = [describeRun(outcome, times.startedAt), ...mail.told].join(' ');
  const { today: day } = outcome;
  return { ...outcome, day, message: check && !check.agrees ? `${message} ${check.message}` : message };
}

/**
 * Once for each revision; nothing at all where nothing has changed since. «О системе», which the pass has left to it,
 * is brought up to date whatever becomes of the check.
 */
async function checkHistory(
  deps: Dependencies,
  { workbookId, by }: MonitoringRequest,
  { revision, checkedRevision, today }: ReconcileOutcome,
): Promise<CheckOutcome | undefined> {
  if (checkedRevision === revision) return undefined;
  const [check] = await Promise.allSettled([checkStore(deps, { workbookId, by })]);
  const { head } =
    check.status === 'fulfilled'
      ? check.value
      : await readMemberHead(deps, { workbookId, by }, 'monitor.run');
  await deps.spreadsheets.apply(workbookId, [
    planAbout(head, { today, at: deps.clock.now(), sheetsUse: deps.sheetsUse?.() }),
  ]);
  if (check.status === 'rejected') throw check.reason;
  return check.value;
}
