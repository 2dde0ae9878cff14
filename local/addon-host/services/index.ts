import type { HostApi } from '../host-api.ts';
import { createCacheService } from './cache-service.ts';
import { createConsole } from './console.ts';
import { createHtmlService } from './html-service.ts';
import { createLockService } from './lock-service.ts';
import { createPropertiesService } from './properties-service.ts';
import { createScriptApp } from './script-app.ts';
import { createSpreadsheetApp } from './spreadsheet-app.ts';
import { createUrlFetchApp } from './url-fetch-app.ts';
import { createUtilities } from './utilities.ts';

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

/** The globals of Apps Script, as far as the add-on uses them. */
export function createServices(run: ScriptRun): Readonly<Record<string, object>> {
  return {
    CacheService: createCacheService(run),
    console: createConsole(run),
    HtmlService: createHtmlService(run),
    LockService: createLockService(run),
    PropertiesService: createPropertiesService(run),
    ScriptApp: createScriptApp(run),
    SpreadsheetApp: createSpreadsheetApp(run),
    UrlFetchApp: createUrlFetchApp(run),
    Utilities: createUtilities(run),
  };
}
