import type { HostApi } from '../host-api.ts';

/** What the services need to know about the run of the script that uses them. */
export interface ScriptRun {
  readonly host: HostApi;
  /** Throws, inside the script's own world, what Apps Script's services throw. */
  readonly refuse: (message: string) => never;
  /** Simple triggers run without the user's authorisation: no network, no identity. */
  readonly isAuthorised: boolean;
  readonly user: string;
  /** The script's `Code.js`; its HTML files lie beside it. */
  readonly codePath: string;
  readonly spreadsheetId: string;
  readonly scriptProperties: Readonly<Record<string, string>>;
}
