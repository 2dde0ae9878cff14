import { parseRowId } from '../../domain/sync/row-id.ts';
import { STAFF_WORKSHEETS, type RowId, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { comparableName } from '../../domain/text/same-name.ts';
import { WORKSHEETS, WORKSHEETS_IN_ORDER } from '../../workbook/worksheets/index.ts';
import { RowNotAcceptedError, RowUnknownError, TargetUnknownError } from './target-errors.ts';
import type { Standing } from '../sync/reading/read-standing.ts';

export interface RowName {
  readonly worksheet: StaffWorksheetKey;
  readonly rowId: RowId;
}

/** What is to be restored; an absent row means all rows of the worksheets. */
export interface Target {
  readonly worksheets: readonly StaffWorksheetKey[];
  readonly rowId?: RowId;
}

/** On a Russian keyboard these letters of an id look just the same. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { а: 'a', с: 'c', е: 'e', к: 'k' };

/** Reads `e17-4fa`; undefined for what is no row id of this workbook. */
export function parseRowName(text: string, workbookId: string): RowName | undefined {
  const id = text
    .trim()
    .toLocaleLowerCase('ru')
    .replaceAll(/[асек]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
  const worksheet = STAFF_WORKSHEETS.find(
    (key) => parseRowId(id, workbookId, WORKSHEETS[key].idPrefix) !== undefined,
  );
  return worksheet && { worksheet, rowId: id };
}

/** With `!` as in a formula, or with `:`, because an interactive shell takes `!12` for a command of its history. */
const ADDRESS = /^\s*'?(?<sheet>.+?)'?\s*[!:]\s*[A-Z]*(?<row>\d{1,7})\s*$/iu;

export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** The row that stands at `Исполнение!12` now. Throws `RowUnknownError`, `RowNotAcceptedError`. */
export function findRow(text: string, standing: Standing): RowName {
  const { sheet = '', row = '' } = ADDRESS.exec(text)?.groups ?? {};
  const worksheet = findWorksheet(sheet, standing);
  if (!worksheet) throw new RowUnknownError(text);
  const found = standing.rows[worksheet].find(({ rowIndex }) => rowIndex === Number(row) - 1);
  if (!found?.id) throw new RowNotAcceptedError(text);
  return { worksheet, rowId: found.id };
}

/** A row by id or place, a worksheet by title, or the workbook where nothing is named. Throws `TargetUnknownError`. */
export function findTarget(text: string | undefined, workbookId: string, standing: Standing): Target {
  if (text === undefined) return { worksheets: STAFF_WORKSHEETS };
  const worksheet = findWorksheet(text, standing);
  if (worksheet) return { worksheets: [worksheet] };
  const row = parseRowName(text, workbookId) ?? (isAddress(text) ? findRow(text, standing) : undefined);
  if (row) return { worksheets: [row.worksheet], rowId: row.rowId };
  throw new TargetUnknownError(
    text,
    WORKSHEETS_IN_ORDER.map(({ title }) => `«${title}»`),
  );
}

function findWorksheet(title: string, { tables }: Standing): StaffWorksheetKey | undefined {
  const wanted = comparableName(title);
  return STAFF_WORKSHEETS.find((key) => {
    const names = [tables[key].title, WORKSHEETS[key].title, ...(WORKSHEETS[key].synonyms ?? [])];
    return names.some((name) => comparableName(name) === wanted);
  });
}
