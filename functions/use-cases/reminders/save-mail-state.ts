import type { CalendarDate } from '../../domain/dates/dates.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { hashOf } from '../stored/encoding/canonical-json.ts';
import { readKnownHead } from '../stored/head/head.ts';
import { isOpen, personKey, type StoredLetter } from '../stored/mail/letters.ts';
import type { MailState } from '../stored/mail/mail-state.ts';
import { fencedHead } from '../stored/plan-commit.ts';
import { contend } from '../sync/contention.ts';
import { LEASE_MS, later } from './letter-times.ts';

/** What became of a letter. */
export interface Delivery {
  readonly address: string;
  readonly letter: StoredLetter;
  readonly isTried?: true;
}

interface Deliveries {
  readonly workbookId: string;
  readonly today: CalendarDate;
  readonly plannedAt?: string | undefined;
  /** As the letters were found. */
  readonly state: MailState;
  readonly deliveries: readonly Delivery[];
}

/**
 * Says in the head what is still open. Where all that was planned just now has gone out nothing is written: the next
 * pass whose time has come looks once, and clears it.
 */
export async function saveMailState(
  deps: Pick<Dependencies, 'store' | 'pause'>,
  { workbookId, today, plannedAt, state, deliveries }: Deliveries,
): Promise<void> {
  const after = stateAfter(state, deliveries, today);
  const isNews = hashOf(after.troubles) !== hashOf(state.troubles);
  const isSmooth = plannedAt !== undefined && after.open.length === 0 && !isNews;
  if (isSmooth || hashOf(after) === hashOf(state)) return;
  await contend(deps, async () => {
    const { head, version } = await readKnownHead(deps.store, workbookId);
    const standing = head.mail ?? state;
    const isAlone = hashOf(standing) === hashOf(state);
    const mail = isAlone
      ? after
      : addTo(standing, after, troublesAfter(standing.troubles, deliveries, today));
    // A trouble that came or went is a finding that came or went: the next pass looks at «Ответственные» anew.
    const digests = isNews ? { ...head.digests, people: '' } : head.digests;
    await deps.store.commit([fencedHead(workbookId, { ...head, mail, digests }, version)]);
    return head;
  });
}

/** Others have planned or sent meanwhile: what either knows to be open is looked after. */
function addTo(standing: MailState, after: MailState, troubles: MailState['troubles']): MailState {
  const { next: _before, ...rest } = standing;
  const [next] = [standing.next, after.next].filter((each) => each !== undefined).toSorted();
  const open = [...new Set([...standing.open, ...after.open])];
  return { ...rest, open, troubles, ...(next !== undefined && { next }) };
}

function stateAfter(state: MailState, deliveries: readonly Delivery[], today: CalendarDate): MailState {
  const open = deliveries.filter(({ letter }) => isOpen(letter));
  const next = open
    .map(({ letter }) => (letter.state === 'waiting' ? letter.next : later(letter.at, LEASE_MS)))
    .toSorted()[0];
  const { next: _before, ...rest } = state;
  return {
    ...rest,
    open: [...new Set(open.map(({ address }) => personKey(address)))],
    ...(next !== undefined && { next }),
    troubles: troublesAfter(state.troubles, deliveries, today),
  };
}

/** So often a letter is put off before people are told: most servers that are busy are not for long. */
const TOLD_AFTER = 3;

function troublesAfter(
  before: MailState['troubles'],
  deliveries: readonly Delivery[],
  today: CalendarDate,
): MailState['troubles'] {
  const troubles = { ...before };
  for (const { address, letter } of deliveries.filter(({ isTried }) => isTried)) {
    const person = personKey(address);
    if (letter.state === 'sent') delete troubles[person];
    const isFailed = letter.state === 'failed';
    if (!isFailed && (letter.state !== 'waiting' || letter.tries < TOLD_AFTER)) continue;
    const reason = letter.reason ?? '';
    const on = troubles[person]?.reason === reason ? troubles[person].on : today;
    troubles[person] = { on, reason, isRefused: letter.isRefused === true };
  }
  return troubles;
}
