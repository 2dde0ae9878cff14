import { formatMoment } from '../../domain/dates/moment.ts';
import { GRANTABLE_ROLES, ROLE_TITLES, ROLES, type Role } from '../../domain/roles.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { planAccess } from '../stored/access/access.ts';
import { revokeFeeds } from '../stored/mail/calendar-keys.ts';
import type { Head } from '../stored/head/head.ts';
import { readMemberHead, roleOf } from '../stored/access/membership.ts';
import { fencedHead } from '../stored/plan-commit.ts';
import { contend } from '../sync/contention.ts';
import { calendarsOf } from './calendars-of.ts';
import {
  LastCoordinatorError,
  LastServiceError,
  MemberUnknownError,
  TooManyMembersError,
} from './access-errors.ts';

interface AccessRequest {
  readonly workbookId: string;
  /** Verified address of who asks. */
  readonly by: string;
  /** Absent: nothing is changed, the members are listed. */
  readonly wish?: AccessWish;
}

/** What somebody is to be from now on; null: no member. */
interface AccessWish {
  readonly email: string;
  readonly role: Role | null;
}

/** As many as an office has, with its schools. */
const MAX_MEMBERS = 500;

/**
 * Who may what in the workbook, and since when by whose word; lets somebody in, changes what they are, or lets them
 * out. Each change is a revision of the history. One store read to look; a change costs one commit, letting somebody
 * out one read more, and one a shard of people where calendar addresses stand: those that they know are revoked. Throws `LastCoordinatorError`, `LastServiceError`, `MemberUnknownError`, `TooManyMembersError`.
 */
export async function changeAccess(deps: Dependencies, request: AccessRequest) {
  const { head, message } = await contend(deps, () => tryChange(deps, request));
  return {
    status: message === undefined ? ('unchanged' as const) : ('changed' as const),
    members: listMembers(head),
    roles: GRANTABLE_ROLES.map((role) => ({ role, title: ROLE_TITLES[role] })),
    message: message ?? (request.wish ? 'Так уже и есть: ничего не изменено.' : describe(head)),
  };
}

async function tryChange(deps: Dependencies, { workbookId, by, wish }: AccessRequest) {
  const action = wish ? (wish.role === null ? 'access.remove' : 'access.grant') : 'access.look';
  const { head, version } = await readMemberHead(deps, { workbookId, by }, action);
  const leaving =
    wish?.role === null ? await calendarsOf(deps.store, { workbookId, head, email: wish.email }) : NONE;
  const calendars = leaving.known.map(({ whose }) => whose);
  const planned = wish && planWish(head, wish, { workbookId, by, at: deps.clock.now(), calendars });
  if (!planned) return { head, message: undefined };
  const revoked = revokeFeeds(workbookId, leaving.feeds, leaving.known);
  await deps.store.commit([...planned.writes, ...revoked, fencedHead(workbookId, planned.head, version)]);
  return { head: planned.head, message: `${describeWish(wish)}${describeCalendars(leaving)}` };
}

const NONE: Awaited<ReturnType<typeof calendarsOf>> = { feeds: { feeds: [], version: undefined }, known: [] };

interface Author {
  readonly workbookId: string;
  readonly by: string;
  readonly at: string;
  /** Whose calendar addresses go with it. */
  readonly calendars: readonly string[];
}

function planWish(head: Head, { email, role }: AccessWish, author: Author) {
  const held = roleOf(head, email);
  if (role === null && held === undefined) throw new MemberUnknownError(email);
  if (held === undefined && Object.keys(head.members).length >= MAX_MEMBERS)
    throw new TooManyMembersError(MAX_MEMBERS);
  if (held !== undefined && role !== held) assertNotLast(head, email, held);
  return planAccess({ ...author, head, roles: { [email]: role } });
}

/** Somebody has to lead the workbook, and the daily check and its letters go by an account of this role. */
function assertNotLast({ members }: Head, email: string, held: Role): void {
  if (Object.values(members).filter((role) => role === held).length > 1) return;
  if (held === 'municipal_coordinator') throw new LastCoordinatorError(email);
  if (held === 'service') throw new LastServiceError(email);
}

/** Those who decide first, accounts of programs last. */
const ORDER: readonly Role[] = [
  'municipal_coordinator',
  'head',
  ...ROLES.filter((role) => role !== 'municipal_coordinator' && role !== 'head' && role !== 'service'),
  'service',
];

function listMembers({ members, grants = {}, timeZone }: Head) {
  return Object.entries(members)
    .toSorted(([a, one], [b, other]) => ORDER.indexOf(one) - ORDER.indexOf(other) || (a < b ? -1 : 1))
    .map(([email, role]) => {
      const grant = Object.hasOwn(grants, email) ? grants[email] : undefined;
      const since = grant ? formatMoment(grant.at, timeZone) : '';
      return { email, role, title: ROLE_TITLES[role], since, by: grant?.by ?? '' };
    });
}

/** What the member knew opens nothing any more; whom a secret address was given on to besides is known to nobody. */
function describeCalendars({ feeds: { feeds }, known }: typeof NONE): string {
  if (feeds.length === 0) return '';
  const gone =
    known.length > 0
      ? ` Отозваны адреса календаря сроков: ${known.map(({ whose }) => whose).join(', ')}.`
      : '';
  const others = known.length < feeds.length ? ' Прочие адреса календаря открываются по-прежнему.' : '';
  return `${gone}${others} Выдать новые: меню «ШНОР» → «Календарь сроков…».`;
}

function describe({ title, members }: Head): string {
  return `Доступ к книге «${title}»: участников — ${Object.keys(members).length}.`;
}

function describeWish({ email, role }: AccessWish): string {
  return role === null
    ? `Доступ для ${email} закрыт.`
    : `Доступ открыт: ${email} — ${ROLE_TITLES[role]}. Саму таблицу откройте этому адресу кнопкой «Настройки доступа».`;
}
