import { invalidArgument } from '../../../wire/api-error.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, wholeGrid } from '../../ranges/boxes.ts';
import { enterValue, type EntryMode } from '../../values/cells.ts';
import { dropDefaults } from '../../sheets/defaults.ts';
import type { Draft } from '../../draft.ts';
import { formatCellValue } from '../../locale/format-value.ts';
import { required, type Handlers } from '../../handler.ts';
import { localeRules } from '../../locale/locales.ts';
import type { Box, Surroundings } from '../../types.ts';

interface Scope {
  readonly sheetId: number;
  readonly box: Box;
}

interface Tally {
  occurrences: number;
  values: number;
  rows: number;
  sheets: number;
}

function findReplace(draft: Draft, body: RequestBody<'findReplace'>, around: Surroundings): object {
  const search = searchOf(body);
  const tally: Tally = { occurrences: 0, values: 0, rows: 0, sheets: 0 };
  const rules = localeRules(draft.properties.locale);
  const mode: EntryMode = { option: 'USER_ENTERED', rules, now: around.now };
  const replacement = replacementOf(body);
  const inFormulas = body.includeFormulas ?? false;
  for (const scope of scopesOf(draft, body))
    replaceIn(draft, scope, { search, replacement, inFormulas, mode, tally });
  const reply = {
    valuesChanged: tally.values,
    rowsChanged: tally.rows,
    sheetsChanged: tally.sheets,
    occurrencesChanged: tally.occurrences,
  };
  return { findReplace: dropDefaults(reply) };
}

function searchOf(body: RequestBody<'findReplace'>): RegExp {
  const find = required(body.find || undefined, 'find');
  const pattern = body.searchByRegex ? find : find.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  try {
    return new RegExp(body.matchEntireCell ? `^(?:${pattern})$` : pattern, body.matchCase ? 'gu' : 'giu');
  } catch {
    // Only a pattern of the caller's own can be broken.
    throw invalidArgument(`Invalid regular expression: ${find}`);
  }
}

/** `$1` stands for a group of the pattern, and for itself where there is no pattern. */
function replacementOf({ replacement = '', searchByRegex }: RequestBody<'findReplace'>): string {
  return searchByRegex ? replacement : replacement.replaceAll('$', '$$$$');
}

function scopesOf(draft: Draft, body: RequestBody<'findReplace'>): Scope[] {
  if (body.range) {
    const sheetId = body.range.sheetId ?? 0;
    return [{ sheetId, box: boxOf(draft.read(sheetId), body.range) }];
  }
  if (body.sheetId !== undefined)
    return [{ sheetId: body.sheetId, box: wholeGrid(draft.read(body.sheetId)) }];
  if (!body.allSheets) throw invalidArgument('One of range, sheetId and allSheets must be given.');
  return draft.sheets.map((sheet) => ({ sheetId: sheet.properties.sheetId, box: wholeGrid(sheet) }));
}

interface Replacing {
  readonly search: RegExp;
  /** As `String.replace` takes it. */
  readonly replacement: string;
  readonly inFormulas: boolean;
  readonly mode: EntryMode;
  readonly tally: Tally;
}

function replaceIn(draft: Draft, { sheetId, box }: Scope, replacing: Replacing): void {
  const { tally } = replacing;
  const before = tally.rows;
  const last = Math.min(box.endRow, draft.read(sheetId).rows.length);
  for (let row = box.startRow; row < last; row++) {
    const changed = replaceInRow(draft, { sheetId, row, box }, replacing);
    tally.values += changed;
    if (changed > 0) tally.rows++;
  }
  if (tally.rows > before) tally.sheets++;
}

function replaceInRow(
  draft: Draft,
  place: { sheetId: number; row: number; box: Box },
  { search, replacement, inFormulas, mode, tally }: Replacing,
): number {
  const { sheetId, row, box } = place;
  let changed = 0;
  const cells = draft.read(sheetId).rows[row] ?? [];
  for (let column = box.startColumn; column < Math.min(box.endColumn, cells.length); column++) {
    const cell = cells[column];
    // Formulas are searched by what they are, not by what they show, and only on demand.
    if (!cell || cell.value === undefined || (cell.formula !== undefined && !inFormulas)) continue;
    const text = cell.formula ?? formatCellValue(cell, mode.rules);
    const found = text.match(search)?.length ?? 0;
    if (found === 0) continue;
    const after = text.replace(search, replacement);
    draft.setCell(draft.edit(sheetId), { row, column }, enterValue(cell, after, mode));
    tally.occurrences += found;
    changed++;
  }
  return changed;
}

export const findHandlers: Handlers<'findReplace'> = { findReplace };
