import { createDocumentLocks } from '../../addon-host/document-locks.ts';
import type { ChangeType, Selection } from '../../addon-host/host-api.ts';
import type { AddonSession } from '../../addon-host/open-addon.ts';
import { keepReady } from '../../addon-host/idle-workers.ts';
import { createScriptStorage } from '../../addon-host/script-storage.ts';
import type { Answer } from './addon-questions.ts';
import { openWindow, type AddonParts, type OpenWindow, type Shared } from './addon-window.ts';
import { createPanels } from './addon-panels.ts';
import { createHint } from '../hint.ts';
import type { EventStream, Listener } from '../event-stream.ts';
import type { PageMenu } from '../wire/events.ts';

/** The add-on in each open window: its menu, what it shows, and the answers of its user. */
export interface Addons {
  menus(window: Listener): Promise<readonly PageMenu[]>;
  press(window: Listener, menu: string, item: string): Promise<void>;
  answer(window: Listener, id: string, answer: Answer): void;
  select(window: Listener, selection: Selection): void;
  run(window: Listener, functionName: string, args: readonly unknown[]): Promise<RunAnswer>;
  /** The document of a sidebar or dialog, for its frame. */
  panel(id: string): string | undefined;
  /** Fires the triggers although nothing has changed. */
  warmUp(): void;
  /** Somebody has changed the spreadsheet: the triggers fire. */
  changed(window: Listener, types: ReadonlySet<ChangeType>): void;
  leave(client: string): Promise<void>;
  close(): Promise<void>;
}

export type RunAnswer = { readonly result: unknown } | { readonly failure: string };

export function openAddons(parts: AddonParts, stream: EventStream): Addons {
  const shared: Shared = {
    parts,
    stream,
    panels: createPanels(),
    locks: createDocumentLocks(),
    storage: createScriptStorage(),
  };
  installTriggers(shared);
  keepReady();
  const windows = new Map<string, OpenWindow>();
  const open = (window: Listener): OpenWindow => {
    const known = windows.get(keyOf(window));
    if (known) return known;
    const opened = openWindow(shared, window);
    windows.set(keyOf(window), opened);
    return opened;
  };
  const hint = createHint(stream);
  return {
    menus: async (window) => (await open(window).session).menus.map(toPageMenu),
    press: (window, menu, item) =>
      whileBusy(stream, window, async () => (await open(window).session).press(menu, item)),
    answer: (window, id, answer) => open(window).questions.answer(id, answer),
    select: (window, selection) => void (open(window).selection = selection),
    run: async (window, functionName, args) => runFunction(await open(window).session, functionName, args),
    panel: (id) => shared.panels.find(id),
    warmUp() {
      const window = { client: WARM_UP, email: parts.owner };
      hint(async () => {
        try {
          await (await open(window).session).fireEdit();
        } finally {
          await closeWindows(windows, (key) => key === keyOf(window));
        }
      });
    },
    changed(window, types) {
      hint(async () => {
        const session = await open(window).session;
        if (types.has('EDIT')) await session.fireEdit();
        for (const type of types) if (type !== 'EDIT') await session.fireChange(type);
      });
    },
    leave: (client) => closeWindows(windows, (key) => key.startsWith(`${client} `)),
    close: () => closeWindows(windows, () => true),
  };
}

/** No window is called so: theirs are longer. */
const WARM_UP = 'warm-up';

/** Another person in the same window is another session. */
function keyOf({ client, email }: Listener): string {
  return `${client} ${email}`;
}

/** On this machine nobody need switch the automatic checks on: a newcomer sees the verdict at once. */
function installTriggers({ parts, storage }: Shared): void {
  const { owner, tokenFor } = parts;
  for (const trigger of parts.triggers)
    storage.triggers.add({ ...trigger, user: owner, identityToken: () => tokenFor(owner) });
}

function toPageMenu({ title, items }: AddonSession['menus'][number]): PageMenu {
  return {
    title,
    items: items.map((item) => (item.kind === 'item' ? { kind: 'item', title: item.title } : item)),
  };
}

async function whileBusy(stream: EventStream, { client }: Listener, run: () => Promise<void>): Promise<void> {
  stream.send(client, { kind: 'busy', isBusy: true });
  try {
    await run();
  } finally {
    stream.send(client, { kind: 'busy', isBusy: false });
  }
}

async function runFunction(
  session: AddonSession,
  functionName: string,
  args: readonly unknown[],
): Promise<RunAnswer> {
  try {
    return { result: await session.runFromSidebar(functionName, args) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

async function closeWindows(
  windows: Map<string, OpenWindow>,
  isMeant: (key: string) => boolean,
): Promise<void> {
  const meant = [...windows].filter(([key]) => isMeant(key));
  for (const [key] of meant) windows.delete(key);
  await Promise.allSettled(
    meant.map(async ([, { session, questions }]) => {
      questions.closeAll();
      await (await session).close();
    }),
  );
}
