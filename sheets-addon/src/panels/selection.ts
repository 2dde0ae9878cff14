import { CommandError } from '../calls/command-error.ts';

/** The selected row as the functions understand it: `Исполнение!12`. */
export function readSelectedPlace(): string {
  const range = readRange();
  return `${range.getSheet().getName()}!${range.getRow()}`;
}

/** The title of the tab that is open. */
export function readSelectedTab(): string {
  return readRange().getSheet().getName();
}

/** Null where nothing is selected. */
function readRange(): GoogleAppsScript.Spreadsheet.Range {
  const range: GoogleAppsScript.Spreadsheet.Range | null = SpreadsheetApp.getActiveRange();
  if (range) return range;
  throw new CommandError('Выделите любую ячейку строки и повторите команду.', 'no selection');
}
