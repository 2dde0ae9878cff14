import type { AlertButton } from './alert-buttons.ts';
import type { DocumentLocks } from './document-locks.ts';
import type { AddonMenu, Alert, LogLine, Panel, Prompt, PromptAnswer, Selection, Toast } from './host-api.ts';
import type { ScriptStorage } from './script-storage.ts';

/** What the script shows, as it is shown; what to do with each stands in `open-addon.ts`. */
export type Shown =
  | ({ readonly kind: 'toast' } & Toast)
  | ({ readonly kind: 'alert' } & Alert)
  | ({ readonly kind: 'prompt' } & Prompt)
  | Panel
  | { readonly kind: 'activated_sheet'; readonly sheetId: number };

export interface AddonOptions {
  /** The built `Code.js`. */
  readonly codePath: string;
  readonly spreadsheetId: string;
  readonly scriptProperties: Readonly<Record<string, string>>;
  /** Null: the user has not let the add-on know who they are. */
  readonly identityToken: () => string | null | Promise<string | null>;
  /** Who the user is: keeps their triggers and properties apart from others'. Absent: ''. */
  readonly user?: string;
  /** The button that the user presses; absent: «OK» at once. */
  readonly answerAlert?: (alert: Alert) => AlertButton | Promise<AlertButton>;
  /** Absent: the question is closed at once. */
  readonly answerPrompt?: (prompt: Prompt) => PromptAnswer | Promise<PromptAnswer>;
  /** Whether the spreadsheet has the tab; absent: it has every tab that it is asked for. */
  readonly hasSheet?: (sheetId: number) => boolean | Promise<boolean>;
  /** The id of the tab with the title; absent: there is none. */
  readonly findSheet?: (title: string) => number | null | Promise<number | null>;
  /** What the user has selected now, on the tab that is open; absent or null: nothing. */
  readonly selection?: () => Selection | null | Promise<Selection | null>;
  /** Told at once of everything that is shown. */
  readonly onShown?: (shown: Shown) => void;
  /** Given to all sessions of one spreadsheet; absent: this session's own. */
  readonly locks?: DocumentLocks;
  /** Given to all sessions of one spreadsheet; absent: this session's own. */
  readonly storage?: ScriptStorage;
}

/** What the user has seen. */
export interface Seen {
  readonly menus: AddonMenu[];
  readonly shown: Shown[];
  readonly log: LogLine[];
}
