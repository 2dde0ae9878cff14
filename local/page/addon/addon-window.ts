import type { createDocumentLocks } from '../../addon-host/document-locks.ts';
import type { Selection } from '../../addon-host/host-api.ts';
import { openAddon, type AddonSession } from '../../addon-host/open-addon.ts';
import type { createScriptStorage } from '../../addon-host/script-storage.ts';
import { showInWindow, type Panels } from './addon-panels.ts';
import { createQuestions, type Questions } from './addon-questions.ts';
import type { EventStream, Listener } from '../event-stream.ts';

export interface AddonParts {
  /** The built `Code.js`. */
  readonly codePath: string;
  readonly spreadsheetId: string;
  readonly functionsUrl: string;
  readonly tokenFor: (email: string) => string;
  readonly findSheet: (wanted: {
    readonly sheetId?: number;
    readonly title?: string;
  }) => Selection['sheetId'] | null;
  /** Functions of the script that are installed as triggers, in the name of `owner`. */
  readonly triggers: readonly { readonly functionName: string; readonly event: 'ON_EDIT' | 'ON_CHANGE' }[];
  readonly owner: string;
}

/** The add-on in one open window of one person. */
export interface OpenWindow {
  readonly session: Promise<AddonSession>;
  readonly questions: Questions;
  selection: Selection | null;
}

/** What all windows of the spreadsheet share. */
export interface Shared {
  readonly parts: AddonParts;
  readonly stream: EventStream;
  readonly panels: Panels;
  readonly locks: ReturnType<typeof createDocumentLocks>;
  readonly storage: ReturnType<typeof createScriptStorage>;
}

export function openWindow({ parts, stream, panels, locks, storage }: Shared, window: Listener): OpenWindow {
  const questions = createQuestions((dialog) => stream.send(window.client, { kind: 'dialog', dialog }));
  const session = openAddon({
    codePath: parts.codePath,
    spreadsheetId: parts.spreadsheetId,
    scriptProperties: { SHNOR_FUNCTIONS_URL: parts.functionsUrl },
    identityToken: () => parts.tokenFor(window.email),
    user: window.email,
    hasSheet: (sheetId) => parts.findSheet({ sheetId }) !== null,
    findSheet: (title) => parts.findSheet({ title }),
    selection: () => opened.selection,
    answerAlert: async (alert) => (await questions.ask('alert', alert)).button,
    answerPrompt: (prompt) => questions.ask('prompt', prompt),
    onShown: (shown) => showInWindow({ stream, panels }, window.client, shown),
    locks,
    storage,
  });
  const opened: OpenWindow = { session, questions, selection: null };
  return opened;
}
