import { digestOfQuestion } from '../../domain/sync/consent.ts';
import { STAFF_WORKSHEETS } from '../../domain/records/worksheet-key.ts';
import { assertMayAct } from '../stored/access/membership.ts';
import type { Head } from '../stored/head/head.ts';

/** A yes to the losses that the brake holds; not the head's to say (`assertMayAct`). */
export interface DeletionConsent {
  /** The question that was read (`questionOf`). Absent: whatever the workbook asks about when the yes comes in. */
  readonly question?: string;
}

/** Which losses of the head a person has agreed to. */
export type AgreedTo = (head: Head) => Head['held'];

/** Names what the brake asks about: the same rows and columns, the same question; '' where it asks nothing. */
export function questionOf({ held }: Pick<Head, 'held'>): string {
  const asked = STAFF_WORKSHEETS.flatMap((key) => {
    const losses = held[key];
    return losses
      ? [[key, losses.rows, losses.digest ?? '', losses.columns?.map(({ column }) => column) ?? []]]
      : [];
  });
  return asked.length === 0 ? '' : digestOfQuestion(asked);
}

/**
 * A person's word is for what was asked when the call came in, and for what that person had read: neither a head that
 * is read again nor a colleague's later question can widen it.
 */
export function wordOf(consent: DeletionConsent | undefined, by: string): AgreedTo {
  let agreed: Head['held'] | undefined;
  return (head) => {
    if (!consent) return {};
    assertMayAct(head, by, 'sync.confirm');
    const asked = questionOf(head);
    return (agreed ??= (consent.question ?? asked) === asked ? head.held : {});
  };
}

/** After a commit the word is used up. */
export const NOTHING: AgreedTo = () => ({});
