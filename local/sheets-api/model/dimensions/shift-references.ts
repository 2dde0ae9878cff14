import type { BooleanCondition, DataValidationRule } from '../../schema/cell.ts';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import { parseA1Cells, quoteTitle, splitReference, type A1Bounds } from '../../wire/a1.ts';
import type { Axis } from '../ranges/boxes.ts';
import type { Draft } from '../draft.ts';
import { changeCell } from '../values/cells.ts';
import { breakFormulas, renameInFormulas, shiftFormulas } from '../formula/shift-formulas.ts';
import { shiftSpan, type DimensionChange } from './shift.ts';
import type { Sheet } from '../types.ts';

/** The list of a dropdown may stand in another sheet (`=Школы!$B$2:$B`): it follows the rows it names, as formulas do. */
export function shiftReferences(draft: Draft, axis: Axis, change: DimensionChange): void {
  const title = draft.read(axis.sheetId).properties.title;
  rewriteValidations(draft, title, (bounds) => shiftBounds(bounds, axis, change));
  shiftFormulas(draft, axis, change);
}

/** The same dropdowns keep their list when its sheet gets another title. */
export function renameReferences(draft: Draft, before: string, after: string): void {
  rewriteValidations(draft, before, (bounds) => bounds, after);
  renameInFormulas(draft, before, after);
}

/** The list of a deleted sheet is lost: the dropdowns that named it say `#REF!`. */
export function breakReferences(draft: Draft, title: string): void {
  rewriteValidations(draft, title, () => undefined);
  breakFormulas(draft, title);
}

type BoundsChange = (bounds: A1Bounds) => A1Bounds | undefined;

function rewriteValidations(draft: Draft, title: string, change: BoundsChange, newTitle = title): void {
  const known = new Map<DataValidationRule, DataValidationRule>();
  const rewrite = (rule: DataValidationRule, own: boolean): DataValidationRule => {
    const ready = known.get(rule) ?? rewriteRule(rule, { title, own, change, newTitle });
    known.set(rule, ready);
    return ready;
  };
  for (const sheet of draft.sheets)
    if (hasRangeLists(sheet))
      rewriteSheet(draft, sheet, (rule) => rewrite(rule, sheet.properties.title === title));
}

/** Most sheets have no such dropdown: they are not copied. */
function hasRangeLists(sheet: Sheet): boolean {
  return sheet.rows.some((row) => row?.some((cell) => cell?.validation?.condition?.type === 'ONE_OF_RANGE'));
}

function rewriteSheet(
  draft: Draft,
  source: Sheet,
  rewrite: (rule: DataValidationRule) => DataValidationRule,
): void {
  source.rows.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (cell?.validation?.condition?.type !== 'ONE_OF_RANGE') return;
      const validation = rewrite(cell.validation);
      if (validation === cell.validation) return;
      draft.setCell(draft.edit(source.properties.sheetId), { row, column }, changeCell(cell, { validation }));
    }),
  );
}

interface Rewriting {
  readonly title: string;
  /** Whether the rule stands in the sheet itself: a reference without a sheet means that one. */
  readonly own: boolean;
  readonly change: BoundsChange;
  readonly newTitle: string;
}

function rewriteRule(rule: DataValidationRule, rewriting: Rewriting): DataValidationRule {
  const condition: BooleanCondition = rule.condition ?? {};
  const values = condition.values?.map((value) => {
    const rewritten = rewriteReference(value.userEnteredValue ?? '', rewriting);
    return rewritten === undefined ? value : { ...value, userEnteredValue: rewritten };
  });
  const same = values?.every((value, index) => value === condition.values?.[index]) ?? true;
  return same || !values ? rule : { ...rule, condition: { ...condition, values } };
}

/** Undefined where the reference names another sheet, is no reference, or does not change. */
function rewriteReference(text: string, rewriting: Rewriting): string | undefined {
  const split = splitReference(text.replace(/^=/, ''));
  if (!split?.cells || (split.sheet === undefined ? !rewriting.own : split.sheet !== rewriting.title))
    return undefined;
  const bounds = parseA1Cells(split.cells);
  if (!bounds) return undefined;
  const after = rewriting.change(bounds);
  const sign = text.startsWith('=') ? '=' : '';
  const title = split.sheet === undefined ? '' : `${quoteTitle(rewriting.newTitle)}!`;
  const written = after ? `${sign}${title}${formatBounds(after)}` : `${sign}${title}#REF!`;
  const unchanged = after === bounds && rewriting.newTitle === rewriting.title;
  return unchanged || written === text ? undefined : written;
}

function shiftBounds(bounds: A1Bounds, axis: Axis, change: DimensionChange): A1Bounds | undefined {
  const rows = axis.dimension === 'ROWS';
  const start = rows ? bounds.startRow : bounds.startColumn;
  const end = rows ? bounds.endRow : bounds.endColumn;
  if (start === undefined && end === undefined) return bounds;
  const span = shiftSpan({ start: start ?? 0, end }, change);
  if (!span) return undefined;
  if (span.start === (start ?? 0) && span.end === end) return bounds;
  const ends = span.end === undefined ? {} : rows ? { endRow: span.end } : { endColumn: span.end };
  return { ...bounds, ...(rows ? { startRow: span.start } : { startColumn: span.start }), ...ends };
}

/** Absolute, as Google writes such a list: `$B$2:$B`. */
function formatBounds({ startRow, endRow, startColumn, endColumn }: A1Bounds): string {
  const corner = (row: number | undefined, column: number | undefined): string =>
    `${column === undefined ? '' : `$${columnLetters(column)}`}${row === undefined ? '' : `$${row + 1}`}`;
  const lastColumn = endColumn === undefined ? undefined : endColumn - 1;
  return `${corner(startRow, startColumn)}:${corner(endRow === undefined ? undefined : endRow - 1, lastColumn)}`;
}
