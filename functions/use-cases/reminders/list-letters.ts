import { formatMoment } from '../../domain/dates/moment.ts';
import { countOf, type NounForms } from '../../domain/text/russian.ts';
import { formatLetter } from '../../workbook/reminders/format-letter.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { listMailboxes, type Mailbox, type StoredLetter } from '../stored/mail/letters.ts';
import { readMemberHead } from '../stored/access/membership.ts';

interface LettersRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  /** The id of the one that is to be shown whole. */
  readonly letter?: string;
}

/** More than a panel shows to any use. */
const LISTED = 50;
const LETTERS: NounForms = ['письмо', 'письма', 'писем'];

const STATES: Readonly<Record<StoredLetter['state'], string>> = {
  waiting: 'ждёт отправки',
  sending: 'отправляется',
  sent: 'отправлено',
  failed: 'не отправлено',
  replaced: 'заменено следующим',
};

/** The letters of the workbook, the latest first, and what one of them says. Costs one store read an address. */
export async function listLetters(deps: Dependencies, request: LettersRequest) {
  const { workbookId, letter: wanted } = request;
  const { head } = await readMemberHead(deps, request, 'letters.look');
  const mailboxes = await listMailboxes(deps.store, workbookId);
  const all = mailboxes
    .flatMap((mailbox) => mailbox.letters.map((letter) => ({ mailbox, letter })))
    .toSorted((a, b) => (a.letter.at < b.letter.at ? 1 : -1));
  const letters = all.slice(0, LISTED).map(({ mailbox, letter }) => ({
    id: letter.id,
    moment: formatMoment(letter.at, head.timeZone),
    to: mailbox.positions.join(', '),
    subject: letter.subject,
    state: letter.reason === undefined ? STATES[letter.state] : `${STATES[letter.state]}: ${letter.reason}`,
  }));
  const found = all.find(({ letter }) => letter.id === wanted);
  const text = found ? textOf(found.letter, found.mailbox, deps.mail?.urlOf(workbookId) ?? '') : null;
  return { letters, text, message: describe(all.length, deps.mail !== undefined) };
}

function textOf({ digest }: StoredLetter, { positions }: Mailbox, url: string): string | null {
  return digest ? formatLetter(digest, { url, unsubscribeUrl: url, positions }).text : null;
}

function describe(count: number, hasMail: boolean): string {
  const unset = hasMail ? '' : ' Почта сейчас не настроена: новых не будет.';
  return `${count === 0 ? 'Писем ещё не было.' : `Всего ${countOf(count, LETTERS)}.`}${unset}`;
}
