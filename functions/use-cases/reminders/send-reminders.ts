import type { CalendarDate } from '../../domain/dates/dates.ts';
import { formatMoment } from '../../domain/dates/moment.ts';
import { readKnownHead, type Head } from '../stored/head/head.ts';
import { sendLetters, type LetterDependencies, type MailOutcome } from './send-letters.ts';

interface ReminderRequest {
  readonly workbookId: string;
  readonly today: CalendarDate;
  /** As the pass has left it; undefined where that is not known. */
  readonly head: Head | undefined;
  /** Of the commit by which the pass has planned the day's letters. */
  readonly mailPlannedAt?: string;
}

export interface Reminded extends MailOutcome {
  /** Russian sentences, for the person who asked; none where there is nothing to tell. */
  readonly told: readonly string[];
}

/** Sends what the daily look has planned, and what earlier ones have left. */
export async function sendReminders(deps: LetterDependencies, request: ReminderRequest): Promise<Reminded> {
  const { workbookId, today, mailPlannedAt: plannedAt } = request;
  const head = request.head ?? (await readKnownHead(deps.store, workbookId)).head;
  const outcome = await sendLetters(deps, { workbookId, today, head, plannedAt });
  const isUnset = plannedAt !== undefined && head.mail?.isUnset === true;
  return { ...outcome, told: isUnset ? [UNSET] : tell(outcome, head) };
}

/** Of a pass that anybody asked for: letters that were put off, and whose time has come. Costs nothing before that. */
export async function sendLeftLetters(
  deps: LetterDependencies,
  { workbookId, today, head }: Omit<ReminderRequest, 'mailPlannedAt'>,
): Promise<void> {
  const { next } = head?.mail ?? {};
  if (head && next !== undefined && next <= deps.clock.now())
    await sendLetters(deps, { workbookId, today, head });
}

const UNSET =
  'Почта не настроена, поэтому напоминаний никто не получит; всё остальное работает. Чтобы письма уходили, задайте ' +
  'функциям переменные SHNOR_SMTP_URL и SHNOR_MAIL_FROM.';

function tell({ sent, waiting, failed, reason }: MailOutcome, { mail, timeZone }: Head): readonly string[] {
  const why = reason === '' ? '' : `: ${reason}`;
  const until =
    mail?.next === undefined || reason !== '' ? '' : `, не раньше ${formatMoment(mail.next, timeZone)}`;
  return [
    ...(sent > 0 ? [`Отправлено писем: ${sent}.`] : []),
    ...(waiting > 0 ? [`Писем ждёт отправки: ${waiting}${until}${why}.`] : []),
    ...(failed > 0 ? [`Писем не принято: ${failed}${why}. Проверьте лист «Ответственные».`] : []),
  ];
}
