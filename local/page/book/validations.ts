import type { DataValidationRule } from '../../sheets-api/schema/cell.ts';
import { findA1 } from '../../sheets-api/model/ranges/find-range.ts';
import type { Row, Sheet, Spreadsheet } from '../../sheets-api/model/types.ts';
import type { Box, PageValidation } from '../wire/book.ts';

/** More than anyone scrolls through in a dropdown. */
const MAX_OPTIONS = 500;

interface Run {
  readonly rule: DataValidationRule;
  readonly box: Box;
}

const known = new WeakMap<Sheet['rows'], readonly Run[]>();

/** The sheet's rules, each with the blocks of cells that carry it; what a dropdown offers is looked up. */
export function describeValidations(book: Spreadsheet, sheet: Sheet): readonly PageValidation[] {
  const runs = known.get(sheet.rows) ?? findRuns(sheet.rows);
  known.set(sheet.rows, runs);
  const groups = Map.groupBy(runs, ({ rule }) => JSON.stringify(rule));
  return [...groups.values()].flatMap((group) => {
    const rule = group[0]?.rule;
    return rule ? [{ boxes: group.map(({ box }) => box), ...describeRule(book, rule) }] : [];
  });
}

/** Down each column: neighbours with the same rule are one block. */
function findRuns(rows: readonly (Row | undefined)[]): readonly Run[] {
  const runs: Run[] = [];
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  for (let column = 0; column < width; column++) {
    let startRow = 0;
    let rule: DataValidationRule | undefined;
    for (let row = 0; row <= rows.length; row++) {
      const here = rows[row]?.[column]?.validation;
      if (isSame(here, rule)) continue;
      if (rule)
        runs.push({ rule, box: { startRow, endRow: row, startColumn: column, endColumn: column + 1 } });
      [rule, startRow] = [here, row];
    }
  }
  return runs;
}

function isSame(a: DataValidationRule | undefined, b: DataValidationRule | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

function describeRule(book: Spreadsheet, rule: DataValidationRule): Omit<PageValidation, 'boxes'> {
  const { condition, inputMessage, showCustomUi = true } = rule;
  const help = inputMessage ? { help: inputMessage } : {};
  const texts = (condition?.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
  if (condition?.type === 'BOOLEAN') return { kind: 'checkbox', ...help };
  if (condition?.type?.startsWith('DATE_')) return { kind: 'date', ...help };
  if (condition?.type === 'ONE_OF_LIST' && showCustomUi) return { kind: 'list', options: texts, ...help };
  if (condition?.type === 'ONE_OF_RANGE' && showCustomUi)
    return { kind: 'list', options: optionsOf(book, texts[0] ?? ''), ...help };
  return { kind: 'none', ...help };
}

/** The texts of the range, each once; none where the range is gone. */
function optionsOf(book: Spreadsheet, reference: string): readonly string[] {
  try {
    const { sheet, box } = findA1(book, reference.replace(/^=/u, ''));
    const texts = sheet.rows
      .slice(box.startRow, box.endRow)
      .flatMap((row) => row?.slice(box.startColumn, box.endColumn) ?? [])
      .map((cell) => String(cell?.value ?? ''));
    return [...new Set(texts)].filter((text) => text !== '').slice(0, MAX_OPTIONS);
  } catch {
    // A reference to a sheet that was deleted: the dropdown is empty, as in Google Sheets.
    return [];
  }
}
