import type { NumberFormat } from '../../schema/cell.ts';
import { closeRange } from '../ranges/boxes.ts';
import { changeCell } from '../values/cells.ts';
import { formatCellValue } from '../locale/format-value.ts';
import { localeRules } from '../locale/locales.ts';
import type { Cell, Fault, Sheet, Spreadsheet } from '../types.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { formulasOf, type FormulaPlace } from './formula-rows.ts';
import { inferFormat } from './infer-format.ts';
import { callFunction } from './functions/index.ts';
import { parseFormula, type Node } from './parse.ts';
import type { Reference } from './references.ts';
import { FaultError, fault, isFault, showFault, type Matrix, type Value } from './values.ts';

interface Computed {
  readonly value: Value;
  readonly format: NumberFormat | undefined;
}

/** What formulas are computed from. */
interface Computable extends Pick<Spreadsheet, 'properties' | 'sheets' | 'namedRanges'> {
  /** The moment of the change, as a serial number in the zone of the spreadsheet. */
  readonly now: number;
}

/** A formula's cell as it is to stand. */
export interface Recalculated {
  readonly place: FormulaPlace;
  readonly cell: Cell | undefined;
}

/**
 * Computes every formula anew, and names the cells that change by it: formulas are few, and which of them a change
 * concerns costs more to know than to compute.
 * Throws `ApiError` 501 naming a function that only Google knows.
 */
export function recalculate(book: Computable): readonly Recalculated[] {
  const places = book.sheets.flatMap(formulasOf);
  if (places.length === 0) return [];
  const compute = calculator(book);
  return places.flatMap((place) => {
    const before = place.sheet.rows[place.row]?.[place.column];
    const result = compute(place);
    const cell = before && withResult(before, result);
    return cell === before ? [] : [{ place, cell }];
  });
}

function withResult(cell: Cell, { value, format }: Computed): Cell | undefined {
  // A formula that comes to a blank cell shows nothing, where another program would show a zero.
  const shown = isFault(value) ? showFault(value) : (value ?? '');
  const error = isFault(value) ? value : undefined;
  const same =
    cell.value === shown &&
    cell.error?.type === error?.type &&
    JSON.stringify(cell.computed) === JSON.stringify(format);
  return same ? cell : changeCell(cell, { value: shown, error, computed: format });
}

const CIRCULAR = fault(
  'REF',
  'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
);

/** Computes cells on demand, each once. */
function calculator(book: Computable): (place: FormulaPlace) => Computed {
  const rules = localeRules(book.properties.locale);
  const results = new Map<string, Computed>();
  const parsed = new Map<string, Node>();
  const compute = ({ sheet, row, column }: FormulaPlace): Computed => {
    const cell = sheet.rows[row]?.[column];
    if (cell?.formula === undefined)
      return { value: cell?.value ?? null, format: cell?.format?.numberFormat };
    const key = `${sheet.properties.sheetId} ${row} ${column}`;
    const ready = results.get(key);
    if (ready) return ready;
    results.set(key, { value: CIRCULAR, format: undefined });
    const result = attempt(() => {
      const formula = cell.formula ?? '';
      const node = parsed.get(formula) ?? parseFormula(formula, rules.decimal);
      parsed.set(formula, node);
      const own = scopeOf(sheet);
      return { value: evaluate(node, own), format: inferFormat(node, formatAt(sheet)) };
    });
    results.set(key, result);
    return result;
  };
  const find = (home: Sheet, { sheet: title }: Reference): Sheet => {
    if (title === undefined) return home;
    const found = book.sheets.find(({ properties }) => properties.title === title);
    if (!found) throw new FaultError('REF', `Unresolved sheet name '${title}'.`);
    return found;
  };
  const formatAt = (home: Sheet) => (reference: Reference) => {
    const sheet = find(home, reference);
    const box = boxOf(sheet, reference);
    return compute({ sheet, row: box.startRow, column: box.startColumn }).format;
  };
  const readBox = (sheet: Sheet, box: ReturnType<typeof boxOf>): Matrix => {
    // Below the last filled row there is nothing: whole columns stay cheap.
    const endRow = Math.max(box.startRow + 1, Math.min(box.endRow, sheet.rows.length));
    return Array.from({ length: endRow - box.startRow }, (_, down) =>
      Array.from({ length: box.endColumn - box.startColumn }, (__, right) => {
        return compute({ sheet, row: box.startRow + down, column: box.startColumn + right }).value;
      }),
    );
  };
  const scopeOf = (home: Sheet): Scope => ({
    read: (reference) => {
      const sheet = find(home, reference);
      return readBox(sheet, boxOf(sheet, reference));
    },
    readName: (name) => {
      const named = book.namedRanges.find((entry) => entry.name?.toLowerCase() === name.toLowerCase());
      const sheetId = named?.range ? (named.range.sheetId ?? 0) : undefined;
      const sheet = book.sheets.find(({ properties }) => properties.sheetId === sheetId);
      return sheet && readBox(sheet, closeRange(sheet, named?.range ?? {}));
    },
    print: (value) => formatCellValue({ value }, rules),
    now: book.now,
    call: callFunction,
  });
  return compute;
}

function boxOf(sheet: Sheet, { first, last = first }: Reference): ReturnType<typeof closeRange> {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const rows = [first.row?.index, last.row?.index].filter((index) => index !== undefined);
  const columns = [first.column?.index, last.column?.index].filter((index) => index !== undefined);
  const box = {
    startRow: rows.length > 0 ? Math.min(...rows) : 0,
    endRow: rows.length > 1 ? Math.max(...rows) + 1 : rowCount,
    startColumn: columns.length > 0 ? Math.min(...columns) : 0,
    endColumn: columns.length > 1 ? Math.max(...columns) + 1 : columnCount,
  };
  if (box.startRow >= rowCount || box.startColumn >= columnCount)
    throw new FaultError('REF', 'Reference does not exist.');
  return { ...box, endRow: Math.min(box.endRow, rowCount), endColumn: Math.min(box.endColumn, columnCount) };
}

function attempt(work: () => Computed): Computed {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const value: Fault = error.fault;
    return { value, format: undefined };
  }
}
