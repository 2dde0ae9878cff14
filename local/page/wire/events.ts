import type { AlertButtonSet } from '../../addon-host/alert-buttons.ts';
import type { BookPatch } from './book.ts';

export interface PageDialog {
  readonly id: string;
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: AlertButtonSet;
}

/** What the server tells a browser without being asked. */
export type PageEvent =
  /** The connection stands; a browser that shows another state asks for the whole workbook. */
  | { readonly kind: 'hello'; readonly sequence: number }
  | { readonly kind: 'patch'; readonly patch: BookPatch }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | { readonly kind: 'dialog'; readonly dialog: PageDialog }
  /** A document of the script at `address`; with a height, over the grid, else beside it. */
  | {
      readonly kind: 'panel';
      readonly title: string;
      readonly address: string;
      readonly width: number;
      readonly height?: number;
    }
  | { readonly kind: 'activate'; readonly sheetId: number; readonly range?: string }
  /** Something the user started is under way, or is not any more. */
  | { readonly kind: 'busy'; readonly isBusy: boolean }
  /** The system is reading what was typed. */
  | { readonly kind: 'checking'; readonly isChecking: boolean };

export interface PageMenu {
  readonly title: string;
  readonly items: readonly (
    { readonly kind: 'item'; readonly title: string } | { readonly kind: 'separator' }
  )[];
}

export interface PagePerson {
  readonly email: string;
  /** What they are in the workbook, Russian. */
  readonly title: string;
  /** Others look. */
  readonly mayEdit: boolean;
}

/** What the page must know of the program behind it. */
export interface PageSite {
  readonly people: readonly PagePerson[];
  /** The one person is who has signed in, and can sign out; else whoever sits here chooses whom to be. */
  readonly isSignedIn: boolean;
  /** To stand in the page's head. */
  readonly notice?: string;
}
