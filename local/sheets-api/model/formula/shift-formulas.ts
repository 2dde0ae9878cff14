import type { Axis } from '../ranges/boxes.ts';
import type { Draft } from '../draft.ts';
import { changeCell } from '../values/cells.ts';
import { shiftSpan, type DimensionChange, type Span } from '../dimensions/shift.ts';
import type { Sheet } from '../types.ts';
import { formulasOf } from './formula-rows.ts';
import { mapReferences, type Corner, type Reference } from './references.ts';

/**
 * Formulas keep naming the same cells when rows or columns come, go or move; what is gone reads `#REF!`.
 * @param across where cells of only these columns (or rows) move
 */
export function shiftFormulas(draft: Draft, axis: Axis, change: DimensionChange, across?: Span): void {
  const [line, other] = axis.dimension === 'ROWS' ? LINES : LINES.toReversed();
  const { title } = draft.read(axis.sheetId).properties;
  const isMeant = (reference: Reference, home: string): boolean =>
    (reference.sheet ?? home) === title && (!across || liesWithin(reference, other ?? 'column', across));
  mapFormulas(draft, (reference, home) =>
    isMeant(reference, home) ? shiftReference(reference, line ?? 'row', change) : reference,
  );
}

type LineName = 'row' | 'column';
const LINES: readonly LineName[] = ['row', 'column'];

function liesWithin({ first, last = first }: Reference, line: LineName, { start, end }: Span): boolean {
  const indexes = [first[line]?.index, last[line]?.index];
  return indexes.every((index) => index !== undefined && index >= start && index < (end ?? Infinity));
}

export function renameInFormulas(draft: Draft, before: string, after: string): void {
  mapFormulas(draft, (reference) =>
    reference.sheet === before ? { ...reference, sheet: after } : reference,
  );
}

/** For a deleted sheet. */
export function breakFormulas(draft: Draft, title: string): void {
  mapFormulas(draft, (reference) => (reference.sheet === title ? undefined : reference));
}

type Change = (reference: Reference, home: string) => Reference | undefined;

function mapFormulas(draft: Draft, change: Change): void {
  for (const sheet of draft.sheets) mapSheet(draft, sheet, change);
}

function mapSheet(draft: Draft, sheet: Sheet, change: Change): void {
  const { sheetId, title } = sheet.properties;
  for (const place of formulasOf(sheet)) {
    const cell = sheet.rows[place.row]?.[place.column];
    if (cell?.formula === undefined) continue;
    const formula = mapReferences(cell.formula, (reference) => change(reference, title));
    if (formula !== cell.formula) draft.putCell(draft.edit(sheetId), place, changeCell(cell, { formula }));
  }
}

function shiftReference(
  reference: Reference,
  line: LineName,
  change: DimensionChange,
): Reference | undefined {
  const { first, last } = reference;
  const [a, b] = [first[line], (last ?? first)[line]];
  if (!a) return reference;
  const [low, high] = b ? [Math.min(a.index, b.index), Math.max(a.index, b.index)] : [a.index, undefined];
  const span = shiftSpan({ start: low, end: high === undefined ? undefined : high + 1 }, change);
  if (!span) return undefined;
  const end = span.end === undefined ? undefined : span.end - 1;
  if (span.start === low && end === high) return reference;
  const at = (corner: Corner, index: number): Corner => {
    const before = corner[line];
    return before ? { ...corner, [line]: { ...before, index } } : corner;
  };
  const moved = { ...reference, first: at(first, span.start) };
  return last ? { ...moved, last: at(last, end ?? span.start) } : moved;
}
