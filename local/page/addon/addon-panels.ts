import { randomUUID } from 'node:crypto';
import type { Shown } from '../../addon-host/addon-options.ts';
import type { EventStream } from '../event-stream.ts';

/** Documents of sidebars and dialogs, each at an address that nobody can guess. */
export interface Panels {
  /** Answers the id. */
  add(html: string): string;
  find(id: string): string | undefined;
}

/** More than are open at once; the oldest go first. */
const KEPT = 200;
const SIDEBAR_WIDTH = 320;

export function createPanels(): Panels {
  const kept = new Map<string, string>();
  return {
    add(html) {
      const id = randomUUID();
      kept.set(id, html);
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      return id;
    },
    find: (id) => kept.get(id),
  };
}

/** Shows in the user's window what the script shows. Questions are asked by whoever waits for their answers. */
export function showInWindow(
  { stream, panels }: { readonly stream: EventStream; readonly panels: Panels },
  client: string,
  shown: Shown,
): void {
  switch (shown.kind) {
    case 'toast':
      stream.send(client, shown);
      return;
    case 'activated_sheet':
      stream.send(client, { kind: 'activate', sheetId: shown.sheetId });
      return;
    case 'sidebar':
    case 'dialog': {
      const size =
        shown.kind === 'dialog' ? { width: shown.width, height: shown.height } : { width: SIDEBAR_WIDTH };
      const address = `/api/panels/${panels.add(shown.html)}`;
      stream.send(client, { kind: 'panel', title: shown.title, address, ...size });
      return;
    }
    case 'alert':
    case 'prompt':
      return;
  }
}
