import type { EntryMode } from '../model/values/cells.ts';
import { localeRules } from '../model/locale/locales.ts';
import type { Spreadsheet, Surroundings } from '../model/types.ts';
import { parseInputOption } from '../wire/query.ts';

/** How the values of a call are to be taken; `option` as it came. */
export function entryMode(book: Spreadsheet, option: string | undefined, around: Surroundings): EntryMode {
  const rules = localeRules(book.properties.locale);
  return { option: parseInputOption(option), rules, now: around.now };
}
