/** For whom the page is to open. */
export interface ReachWish {
  /** The network to listen on. */
  readonly host?: string | undefined;
  /** As a proxy serves it: `https://shnor.example.ru`. */
  readonly url?: string | undefined;
}

export interface ChosenReach {
  readonly host?: string;
  readonly publicUrl?: string;
  /** What is otherwise than wished, and the mend. */
  readonly notice?: string;
}

const OWN: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

/** Without accounts whoever reaches the page is everybody at once: then it opens on this machine alone. */
export function chooseReach({ host, url }: ReachWish, hasAccounts: boolean): ChosenReach {
  const isWide = host !== undefined && !OWN.has(host);
  if (!isWide && url === undefined) return {};
  if (!hasAccounts) return { notice: NO_ACCOUNTS };
  return { ...(isWide && { host }), ...(url !== undefined && { publicUrl: new URL(url).origin }) };
}

const NO_ACCOUNTS =
  'Учётных записей ещё нет, поэтому страница открыта только на этом компьютере. Пригласите людей — ' +
  'npm run -s shnor -- invite почта --role municipal_coordinator — и запустите программу снова.';
