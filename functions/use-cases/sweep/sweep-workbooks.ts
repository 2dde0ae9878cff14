import type { CalendarDate } from '../../domain/dates/dates.ts';
import { dueAt } from '../../domain/monitor/morning.ts';
import { mayDo } from '../../contract/actions.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Enqueued, Task, Tasks } from '../ports/tasks.ts';
import { hashOfText } from '../stored/encoding/canonical-json.ts';
import type { Head } from '../stored/head/head.ts';
import { roleOf } from '../stored/access/membership.ts';
import { scanHeads } from '../stored/head/scan-heads.ts';
import { countOutcomes, type SweepOutcome, type Swept } from './sweep-outcome.ts';

export interface SweepRequest {
  readonly function: Task['function'];
  /** Verified address of who asks: workbooks in which it is a service member are swept, others are not touched. */
  readonly by: string;
  /** The instant for which the schedule appointed the sweep, ISO 8601; absent: now. */
  readonly scheduledAt?: string | undefined;
}

interface SweepDependencies extends Dependencies {
  readonly tasks: Tasks;
}

/** Put into the queue at once. */
const AT_ONCE = 10;

export class SweepDeniedError extends UserFacingError {
  override readonly name = 'SweepDeniedError';
  readonly code = 'sweep_denied';
  override readonly kind = 'denied';

  constructor(email: string) {
    super(
      `Обойти все книги может только служебный адрес, а ${email} не служебный ни в одной из них. Назовите книгу ` +
        '(workbookId) или подключите адрес: provision --member АДРЕС=service.',
    );
  }
}

/**
 * The same for all workbooks, a task each. Asked every hour it finds those whose own morning has come; asked twice it
 * puts each task there once; what failed before is put there anew, for its day has no run yet. Where the morning's look
 * is done and a half-typed row has had its time since, it asks for a synchronisation instead. One workbook that is
 * damaged or refused holds up no other; nor does a bug of ours, which is thrown at the end. Cost: one store read a
 * workbook. Throws `SweepDeniedError`.
 */
export async function sweepWorkbooks(deps: SweepDependencies, request: SweepRequest): Promise<SweepOutcome> {
  const instant = request.scheduledAt ?? deps.clock.now();
  const swept: Swept[] = [];
  const bugs: unknown[] = [];
  for await (const page of scanHeads(deps.store)) {
    for (let start = 0; start < page.length; start += AT_ONCE) {
      const some = page.slice(start, start + AT_ONCE);
      const ends = await Promise.allSettled(
        some.map((each) => sweepOne(deps, each, { ...request, instant })),
      );
      for (const end of ends)
        if (end.status === 'fulfilled') swept.push(end.value);
        else bugs.push(end.reason);
    }
  }
  if (bugs.length > 0) throw bugs[0];
  const outcome = countOutcomes(swept, request.function);
  if (swept.length > 0 && outcome.workbooks === outcome.closed + outcome.damaged)
    throw new SweepDeniedError(request.by);
  return outcome;
}

interface Appointed extends SweepRequest {
  readonly instant: string;
}

async function sweepOne(
  { tasks, clock }: SweepDependencies,
  { workbookId, head }: { readonly workbookId: string; readonly head: Head | undefined },
  { by, instant, function: name }: Appointed,
): Promise<Swept> {
  if (!head) return { kind: 'damaged', workbookId };
  if (!mayDo(roleOf(head, by), `${name}.all`)) return { kind: 'closed', workbookId };
  const moment = dueOf(head, instant, clock.fixedToday);
  const asked = name === 'monitor' && !moment.isDue ? overdueLook(head, instant) : name;
  if (!asked) return { kind: 'resting', workbookId };
  const slot = asked === 'monitor' ? `${moment.day}-${moment.hour}` : instant.slice(0, 16);
  const task = {
    name: taskName(asked, workbookId, slot),
    function: asked,
    workbookId,
    by,
    scheduledAt: instant,
  };
  const about = { workbookId, title: head.title, isLate: asked === 'monitor' && moment.isLate };
  return { kind: 'asked', ...about, enqueued: await enqueue(tasks, task) };
}

/** A half-typed row has had its time, and nobody may come by before the next morning to say so. */
function overdueLook({ graceUntil }: Head, instant: string): 'sync' | undefined {
  return graceUntil !== undefined && graceUntil <= instant ? 'sync' : undefined;
}

/** On a day that the installation has fixed the morning has always come. */
function dueOf(head: Head, instant: string, fixedToday: CalendarDate | undefined) {
  const last = { timeZone: head.timeZone, monitoredOn: head.monitoredOn };
  const moment = dueAt(last, instant);
  return fixedToday
    ? { ...moment, day: fixedToday, isDue: head.monitoredOn !== fixedToday, isLate: false }
    : moment;
}

/** The hash comes first: names in a row slow the queue down. */
function taskName(name: string, workbookId: string, slot: string): string {
  return `${hashOfText(workbookId).slice(0, 16)}-${name}-${slot.replaceAll(/[^\d-]/gu, '-')}`;
}

async function enqueue(tasks: Tasks, task: Task): Promise<Enqueued> {
  try {
    return await tasks.enqueue(task);
  } catch (error) {
    if (error instanceof UserFacingError) return { status: 'failed', error };
    throw error;
  }
}
