import type { Role } from '../../../domain/roles.ts';
import type { JsonObject, StoreWrite } from '../../ports/store.ts';
import { hashOf } from '../encoding/canonical-json.ts';
import type { Head } from '../head/head.ts';
import { historyKey, type AccessChange } from '../history/history.ts';

interface AccessRevision {
  readonly workbookId: string;
  readonly head: Head;
  /** Of whom, and what they are from now on; null: no member any more. */
  readonly roles: Readonly<Record<string, Role | null>>;
  /** Whose calendar addresses are revoked with it. */
  readonly calendars?: readonly string[];
  /** The instant, ISO 8601 in UTC, and whose word it is. */
  readonly at: string;
  readonly by: string;
}

/**
 * The members as they are to be, as a revision of its own: whoever was let in or out stands in the history between the
 * changes of rows, in the same chain. Undefined where everybody is what they are to be already.
 */
export function planAccess(
  request: AccessRevision,
): { readonly head: Head; readonly writes: readonly StoreWrite[] } | undefined {
  const { workbookId, head, at, by } = request;
  const access = changesOf(request);
  if (access.length === 0) return undefined;
  const revision = head.revision + 1;
  const before = head.historyHash ?? '';
  const data: JsonObject = { revision, at, by, changes: [], access: access.map(toJson), before };
  const next = access.reduce(
    (before, { email, after }) => withMember(before, { email, role: after, at, by }),
    head,
  );
  return {
    head: { ...next, revision, historyHash: hashOf(data) },
    writes: [{ kind: 'put', key: historyKey(workbookId, revision, 0), data }],
  };
}

function toJson({ calendars, ...change }: AccessChange): JsonObject {
  return { ...change, ...(calendars && { calendars }) };
}

function changesOf({ head: { members }, roles, calendars = [] }: AccessRevision): readonly AccessChange[] {
  return Object.entries(roles).flatMap(([email, after]) => {
    const before = Object.hasOwn(members, email) ? (members[email] ?? null) : null;
    return before === after
      ? []
      : [{ email, before, after, ...(calendars.length > 0 && { calendars: [...calendars] }) }];
  });
}

interface Member {
  readonly email: string;
  readonly role: Role | null;
  readonly at: string;
  readonly by: string;
}

function withMember(head: Head, { email, role, at, by }: Member): Head {
  const { [email]: _role, ...members } = head.members;
  const { [email]: _grant, ...grants } = head.grants ?? {};
  if (role === null) return { ...head, members, grants };
  return { ...head, members: { ...members, [email]: role }, grants: { ...grants, [email]: { at, by } } };
}
