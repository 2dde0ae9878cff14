import { createCacheService } from './cache-service.ts';
import { createConsole } from './console.ts';
import { createHtmlService } from './html-service.ts';
import { createLockService } from './lock-service.ts';
import { createPropertiesService } from './properties-service.ts';
import { createScriptApp } from './script-app.ts';
import type { ScriptRun } from './script-run.ts';
import { createSpreadsheetApp } from './spreadsheet-app.ts';
import { createUrlFetchApp } from './url-fetch-app.ts';
import { createUtilities } from './utilities.ts';

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
