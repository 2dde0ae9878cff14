import { readFile } from 'node:fs/promises';
import { createDocumentLocks, type DocumentLocks } from './document-locks.ts';
import { fetchUrl } from './fetch-url.ts';
import type { AddonMenu, Alert, AlertButton, AsyncHost, LogLine, Toast } from './host-api.ts';
import { runScript } from './run-script.ts';

/** More than a person would look back at; the oldest go first. */
const KEPT = 1000;

/** What the user has seen. */
export type Shown =
  | ({ readonly kind: 'toast' } & Toast)
  | ({ readonly kind: 'alert' } & Alert)
  | { readonly kind: 'activated_sheet'; readonly sheetId: number };

export interface AddonOptions {
  /** The built `Code.js`. */
  readonly codePath: string;
  readonly spreadsheetId: string;
  readonly scriptProperties: Readonly<Record<string, string>>;
  /** Null: the user has not let the add-on know who they are. */
  readonly identityToken: () => string | null | Promise<string | null>;
  /** The button that the user presses; absent: «OK» at once. */
  readonly answerAlert?: (alert: Alert) => AlertButton | Promise<AlertButton>;
  /** Whether the spreadsheet has the tab; absent: it has every tab that it is asked for. */
  readonly hasSheet?: (sheetId: number) => boolean | Promise<boolean>;
  /** Told at once of everything that is shown. */
  readonly onShown?: (shown: Shown) => void;
  /** Given to all sessions of one spreadsheet; absent: this session's own. */
  readonly locks?: DocumentLocks;
}

/** A spreadsheet that one user has open, with the add-on in it. */
export interface AddonSession {
  readonly menus: readonly AddonMenu[];
  /** Oldest first. */
  readonly shown: readonly Shown[];
  readonly log: readonly LogLine[];
  /**
   * Ends when the item's function has ended. Throws `NoSuchMenuItemError`, and `ScriptFailedError` where the
   * function threw.
   */
  press(menuTitle: string, itemTitle: string): Promise<void>;
  /** Ends what still runs, and waits for that end. */
  close(): Promise<void>;
}

class NoSuchMenuItemError extends Error {
  override readonly name = 'NoSuchMenuItemError';

  constructor(menuTitle: string, itemTitle: string) {
    super(`the add-on has no menu item «${menuTitle}» → «${itemTitle}»`);
  }
}

/** Opens the spreadsheet: runs the script's `onOpen`, which builds the menus. Throws `ScriptFailedError`. */
export async function openAddon(options: AddonOptions): Promise<AddonSession> {
  const code = await readFile(options.codePath, 'utf8');
  const locks = options.locks ?? createDocumentLocks();
  const closing = new AbortController();
  const runs = new Set<Promise<void>>();
  const seen = { menus: [] as AddonMenu[], shown: [] as Shown[], log: [] as LogLine[] };
  const run = async (functionName: string, isAuthorised: boolean): Promise<void> => {
    const { codePath, spreadsheetId, scriptProperties } = options;
    const job = { code, codePath, functionName, isAuthorised, spreadsheetId, scriptProperties };
    const holder = {};
    try {
      await runScript(
        job,
        createHost({ options, locks, holder, seen, closing: closing.signal }),
        closing.signal,
      );
    } finally {
      locks.release(spreadsheetId, holder);
    }
  };
  await run('onOpen', false);
  return {
    ...seen,
    press: async (menuTitle, itemTitle) => run(findFunction(seen.menus, menuTitle, itemTitle), true),
    async close() {
      closing.abort();
      await Promise.allSettled(runs);
    },
  };
}

function findFunction(menus: readonly AddonMenu[], menuTitle: string, itemTitle: string): string {
  const items = menus.filter(({ title }) => title === menuTitle).flatMap((menu) => menu.items);
  const found = items.find((item) => item.kind === 'item' && item.title === itemTitle);
  if (found?.kind !== 'item') throw new NoSuchMenuItemError(menuTitle, itemTitle);
  return found.functionName;
}

interface HostContext {
  readonly options: AddonOptions;
  readonly locks: DocumentLocks;
  /** The run, as holder of the spreadsheet's lock. */
  readonly holder: object;
  readonly closing: AbortSignal;
  readonly seen: { readonly menus: AddonMenu[]; readonly shown: Shown[]; readonly log: LogLine[] };
}

function createHost({ options, locks, holder, seen, closing }: HostContext): AsyncHost {
  const { spreadsheetId } = options;
  const show = (shown: Shown): void => {
    keep(seen.shown, shown);
    options.onShown?.(shown);
  };
  return {
    fetch: (request) => fetchUrl(request, closing),
    readIdentityToken: options.identityToken,
    addMenu: (menu) => keep(seen.menus, menu),
    toast: (toast) => show({ kind: 'toast', ...toast }),
    alert(alert) {
      show({ kind: 'alert', ...alert });
      return options.answerAlert?.(alert) ?? 'OK';
    },
    hasSheet: (sheetId) => options.hasSheet?.(sheetId) ?? true,
    activateSheet: (sheetId) => show({ kind: 'activated_sheet', sheetId }),
    tryLock: (timeoutMs) => locks.tryLock(spreadsheetId, holder, timeoutMs),
    releaseLock: () => locks.release(spreadsheetId, holder),
    log: (line) => keep(seen.log, line),
  };
}

function keep<Item>(list: Item[], item: Item): void {
  list.push(item);
  if (list.length > KEPT) list.shift();
}
