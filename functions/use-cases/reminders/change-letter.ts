import type { Dependencies } from '../ports/dependencies.ts';
import {
  mailboxWrite,
  personKey,
  readMailboxes,
  type StoredLetter,
  type StoredMailbox,
} from '../stored/mail/letters.ts';
import { contend } from '../sync/contention.ts';

interface LetterPlace {
  readonly workbookId: string;
  readonly address: string;
  readonly id: string;
  /** The mailbox as it was last read, for the first try. */
  readonly known?: StoredMailbox | undefined;
}

/**
 * Stores the letter as `change` makes it of the one that stands; nothing where it answers undefined, or the letter is
 * gone. Answers what is stored then. Throws `ContentionError` after five lost races.
 */
export async function changeLetter(
  deps: Pick<Dependencies, 'store' | 'pause'>,
  { workbookId, address, id, known }: LetterPlace,
  change: (letter: StoredLetter) => StoredLetter | undefined,
): Promise<StoredLetter | undefined> {
  let box = known;
  const { letter } = await contend(deps, async () => {
    box ??= (await readMailboxes(deps.store, workbookId, [personKey(address)]))[0];
    const standing = box?.mailbox.letters.find((each) => each.id === id);
    const changed = standing && change(standing);
    if (!box || !changed) return { letter: undefined };
    const { mailbox, version } = box;
    box = undefined;
    const letters = mailbox.letters.map((each) => (each.id === id ? changed : each));
    await deps.store.commit([mailboxWrite(workbookId, { ...mailbox, letters }, version)]);
    return { letter: changed };
  });
  return letter;
}
