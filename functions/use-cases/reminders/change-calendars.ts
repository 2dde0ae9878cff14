import { formatMoment } from '../../domain/dates/moment.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { todayIn } from '../ports/today.ts';
import { fingerprintOf, readFeeds, replaceFeeds } from '../stored/mail/calendar-keys.ts';
import type { Head } from '../stored/head/head.ts';
import { readMemberHead } from '../stored/access/membership.ts';
import { contend } from '../sync/contention.ts';
import { readStoredRecords } from './read-stored-records.ts';

interface CalendarsRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  readonly wish?: 'issue' | 'revoke';
  /** A new one each time, that nobody can guess. */
  readonly newSecret: () => string;
  /** The address of a feed, given its secret. */
  readonly addressOf: (secret: string) => string;
}

/**
 * The secret addresses of the control dates: for the workbook, and for each position of «Ответственные». They are shown
 * once, when they are made; new ones take the place of the old, which open nothing from then on.
 */
export async function changeCalendars(deps: Dependencies, request: CalendarsRequest) {
  const { workbookId, wish } = request;
  const { head } = await readMemberHead(deps, request, wish ? 'calendars.change' : 'calendars.look');
  const standing = await readFeeds(deps.store, workbookId);
  if (wish === undefined) {
    const feeds = standing.feeds.map(({ whose, at }) => ({
      whose,
      since: formatMoment(at, head.timeZone),
      url: '',
    }));
    return { feeds, message: feeds.length > 0 ? KNOWN : NONE };
  }
  const made = wish === 'issue' ? await makeFeeds(deps, request, head) : [];
  await contend(deps, async () => {
    const before = await readFeeds(deps.store, workbookId);
    const feeds = made.map(({ secret: _shown, ...feed }) => feed);
    await deps.store.commit(replaceFeeds(workbookId, before, feeds));
    return before;
  });
  const feeds = made.map(({ whose, at, secret }) => ({
    whose,
    since: formatMoment(at, head.timeZone),
    url: request.addressOf(secret),
  }));
  return { feeds, message: wish === 'issue' ? ISSUED : REVOKED };
}

async function makeFeeds(deps: Dependencies, { workbookId, by, newSecret }: CalendarsRequest, head: Head) {
  const today = todayIn(deps, head.timeZone);
  const { people } = await readStoredRecords(deps.store, { workbookId, head, today });
  const owners = [
    { personId: null, whose: 'вся книга' },
    ...people.map(({ rowId, position }) => ({ personId: rowId, whose: position })),
  ];
  const at = deps.clock.now();
  return owners.map((owner) => {
    const secret = newSecret();
    return { ...owner, workbookId, at, by, secret, key: fingerprintOf(secret) };
  });
}

const HOW =
  'Адрес добавляют в календарь один раз: Google — «Другие календари» → «Добавить по URL», Яндекс — «Подписки» → ' +
  '«Импортировать по ссылке», Outlook — «Добавить календарь» → «Подписаться из Интернета».';
const NONE = `Адресов календаря ещё нет. ${HOW}`;
const KNOWN =
  'Адреса уже выданы и показываются один раз, действуют год. Если адрес потерян или попал к чужим, выдайте новые: прежние перестанут работать.';
const ISSUED = `Новые адреса готовы и действуют год, прежние больше не работают. Скопируйте их сейчас: второй раз они не показываются. ${HOW}`;
const REVOKED = 'Адреса отозваны: по ним больше ничего не открыть.';
