import type { CalendarDate } from '../../domain/dates/dates.ts';
import { formatLetter } from '../../workbook/reminders/format-letter.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { MailRefusedError, MailUnavailableError, type Mail } from '../ports/mail.ts';
import type { Head } from '../stored/head/head.ts';
import { isOpen, readMailboxes, type StoredLetter, type StoredMailbox } from '../stored/mail/letters.ts';
import { changeLetter } from './change-letter.ts';
import {
  LEASE_MS,
  later,
  LONGEST_TRY_MS,
  MAX_ATTEMPTS_TO_SEND,
  nextTry,
  SENDING_MS,
} from './letter-times.ts';
import { saveMailState, type Delivery } from './save-mail-state.ts';

/** What letters need of the world: no spreadsheet. */
export type LetterDependencies = Pick<Dependencies, 'store' | 'mail' | 'clock' | 'pause'>;

export interface SendRequest {
  readonly workbookId: string;
  readonly head: Head;
  readonly today: CalendarDate;
  /** The instant of the commit by which whoever asks has planned letters, and so has them in hand. */
  readonly plannedAt?: string | undefined;
}

export interface MailOutcome {
  readonly sent: number;
  /** Put off, or in the hand of somebody else. */
  readonly waiting: number;
  readonly failed: number;
  /** Russian: what the mail server has said, where letters did not go out; '' where all did. */
  readonly reason: string;
}

/**
 * Sends what is planned and has its time. Each letter is in the hand of one caller: whoever committed it as being sent
 * (`plannedAt`), or takes it by a commit that nobody else can win.
 *
 * What nobody can know: a caller that dies between the server's yes and our commit of it leaves a letter of which only
 * the server knows, and SMTP cannot be asked. After ten minutes it is sent again under the same Message-ID, by which
 * mail programs show one letter: rather twice under one name than never. Where the service keeps to Message-IDs, as the
 * local folder does, it is there once.
 *
 * Cost: one store read an address with open letters; one write for each letter that is sent at once, two for one that
 * had to wait. The head is written only where something was put off or refused, or had been.
 */
export async function sendLetters(deps: LetterDependencies, request: SendRequest): Promise<MailOutcome> {
  const { mail: state } = request.head;
  const { mail, store } = deps;
  if (!mail || !state || state.open.length === 0) return countSent([]);
  const boxes = await readMailboxes(store, request.workbookId, state.open);
  const deliveries: Delivery[] = [];
  const end = later(deps.clock.now(), SENDING_MS);
  for (const box of boxes) {
    for (const letter of box?.mailbox.letters.filter(isOpen) ?? []) {
      if (!box) continue;
      const isOver = deps.clock.now() >= end;
      deliveries.push(
        isOver
          ? { address: box.mailbox.address, letter }
          : await deliver(deps, { ...request, mail, box, letter }),
      );
    }
  }
  await saveMailState(deps, { ...request, state, deliveries });
  return countSent(deliveries);
}

interface LetterRequest extends SendRequest {
  readonly mail: Mail;
  readonly box: StoredMailbox;
  readonly letter: StoredLetter;
}

async function deliver(deps: LetterDependencies, request: LetterRequest): Promise<Delivery> {
  const { box, letter, workbookId } = request;
  const { address } = box.mailbox;
  const place = { workbookId, address, id: letter.id };
  const held = isHeld(request, deps.clock.now()) ? letter : await take(deps, request, place);
  if (!held) return { address, letter };
  if (held.state !== 'sending') return { address, letter: held, isTried: true };
  const end = await attempt(request, held, deps.clock.now());
  const known = held === letter ? box : undefined;
  return {
    address,
    letter: (await changeLetter(deps, { ...place, known }, unlessSent(end))) ?? end,
    isTried: true,
  };
}

/** Of many letters that were planned at once the last may have been left for too long: another may have it by then. */
function isHeld({ letter, plannedAt }: LetterRequest, now: string): boolean {
  return (
    letter.state === 'sending' && letter.at === plannedAt && now < later(plannedAt, LEASE_MS - LONGEST_TRY_MS)
  );
}

/** What somebody knows to be sent stays so, whatever became of another try. */
function unlessSent(end: StoredLetter) {
  return (standing: StoredLetter) => (standing.state === 'sent' ? undefined : end);
}

/** Undefined where its time has not come, or somebody else has it. */
async function take(
  deps: LetterDependencies,
  { box }: LetterRequest,
  place: { readonly workbookId: string; readonly address: string; readonly id: string },
): Promise<StoredLetter | undefined> {
  const at = deps.clock.now();
  return await changeLetter(deps, { ...place, known: box }, (letter) => {
    const isLeft = letter.state === 'sending' && later(letter.at, LEASE_MS) <= at;
    const isDue = letter.state === 'waiting' && letter.next <= at;
    if (!isLeft && !isDue) return undefined;
    if (letter.tries >= MAX_ATTEMPTS_TO_SEND) return { ...letter, state: 'failed', at, reason: NEVER_ENDED };
    return { ...letter, state: 'sending', at, tries: letter.tries + 1, ...(isLeft && { mayBeSent: true }) };
  });
}

const NEVER_ENDED = 'отправка каждый раз прерывалась';

/** The letter as it is after the try. Throws only what is a bug of ours. */
async function attempt(
  { mail, workbookId, box, head }: LetterRequest,
  letter: StoredLetter,
  at: string,
): Promise<StoredLetter> {
  if (!letter.digest) return { ...letter, state: 'failed', at, reason: 'текст письма не сохранился' };
  const url = mail.urlOf(workbookId);
  const unsubscribeUrl = `${url}#gid=${head.sheetIds.people}`;
  const written = formatLetter(letter.digest, { url, unsubscribeUrl, positions: box.mailbox.positions });
  try {
    const { id: messageId } = letter;
    await mail.send({ ...written, messageId, to: box.mailbox.address, date: at, unsubscribeUrl });
    const { reason: _before, ...sent } = letter;
    return { ...sent, state: 'sent', at };
  } catch (error) {
    if (error instanceof MailRefusedError)
      return { ...letter, state: 'failed', at, reason: error.answer, isRefused: true };
    if (error instanceof MailUnavailableError) return putOff(letter, error, at);
    throw error;
  }
}

function putOff(letter: StoredLetter, { answer, mayBeSent }: MailUnavailableError, at: string): StoredLetter {
  const isOver = letter.tries >= MAX_ATTEMPTS_TO_SEND;
  return {
    ...letter,
    state: isOver ? 'failed' : 'waiting',
    at,
    next: nextTry(at, letter.tries),
    reason: answer,
    ...((mayBeSent || letter.mayBeSent) && { mayBeSent: true }),
  };
}

function countSent(deliveries: readonly Delivery[]): MailOutcome {
  const tried = deliveries.filter(({ isTried }) => isTried);
  const count = (state: StoredLetter['state']) => tried.filter(({ letter }) => letter.state === state).length;
  return {
    sent: count('sent'),
    waiting: deliveries.filter(({ letter }) => isOpen(letter)).length,
    failed: count('failed'),
    reason: tried.find(({ letter }) => letter.reason !== undefined)?.letter.reason ?? '',
  };
}
