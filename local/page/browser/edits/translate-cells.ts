import type { ICellData, IDocumentData, IStyleData, Nullable } from '@univerjs/core';
import type { Entered, Step, StyleChange } from '../../wire/edits.ts';
import { toEnglishFormula } from '../../wire/formula-names.ts';
import { truthOf, type CellTruth } from '../grid/cell-data.ts';

/** Cells of a mutation: by row, then by column; null for a cell that is emptied. */
export type CellMatrix = Readonly<Record<number, Readonly<Record<number, ICellData | null>> | null>>;

export interface CellKeys {
  row(index: number): string | undefined;
  column(index: number): string | undefined;
  /** How the cell looks in the grid's state before; undefined: plain. */
  styleBefore(row: number, column: number): IStyleData | undefined;
}

/**
 * What was done to cells, as steps: values, then looks. `isRaw`: texts are taken as they are, for they come back
 * (an undone deletion) and nobody types them.
 */
export function translateCells(
  sheetId: number,
  matrix: CellMatrix,
  { keys, isRaw }: { readonly keys: CellKeys; readonly isRaw: boolean },
): Step[] {
  const cells: [string, string, Entered][] = [];
  const styled = new Map<string, { style: StyleChange; cells: [string, string][] }>();
  eachCell(matrix, (row, column, cell) => {
    const rowKey = keys.row(row);
    const columnKey = keys.column(column);
    if (rowKey === undefined || columnKey === undefined) return;
    const entered = toEntered(cell, isRaw);
    if (entered) cells.push([rowKey, columnKey, entered]);
    const style = toStyleChange(cell, keys.styleBefore(row, column));
    if (!style) return;
    const key = JSON.stringify(style);
    const group = styled.get(key) ?? { style, cells: [] };
    group.cells.push([rowKey, columnKey]);
    styled.set(key, group);
  });
  return [
    ...(cells.length > 0 ? [{ kind: 'cells', sheetId, cells } satisfies Step] : []),
    ...[...styled.values()].map((group) => ({ kind: 'style', sheetId, ...group }) satisfies Step),
  ];
}

function eachCell(
  matrix: CellMatrix,
  visit: (row: number, column: number, cell: ICellData | null) => void,
): void {
  for (const [row, cells] of Object.entries(matrix))
    for (const [column, cell] of Object.entries(cells ?? {})) visit(Number(row), Number(column), cell);
}

/** Undefined: the value stays. */
function toEntered(cell: ICellData | null, isRaw: boolean): Entered | undefined {
  if (cell === null) return { value: null };
  if (!('v' in cell) && !cell.p && !cell.f) return undefined;
  if (cell.f) return { text: toEnglishFormula(cell.f) };
  const text = cell.p ? textOf(cell.p) : cell.v;
  if (text === undefined || text === null || text === '') return { value: null };
  const truth = truthOf(cell);
  if (truth && truth.shown === String(text)) return fromTruth(truth);
  if (typeof text === 'boolean') return { value: text };
  if (isRaw) return { value: text };
  return { text: typeof text === 'number' ? String(text).replace('.', ',') : toEnglishFormula(text) };
}

function fromTruth({ value }: CellTruth): Entered {
  return typeof value === 'string' && value.startsWith('=') ? { text: value } : { value };
}

function textOf({ body }: IDocumentData): string {
  return (body?.dataStream ?? '').replace(/\r\n$/u, '').replaceAll('\r', '\n');
}

const ALIGN = ['left', 'left', 'center', 'right', 'left', 'left', 'left'] as const;
const VERTICAL = ['bottom', 'top', 'middle', 'bottom'] as const;
const WRAP = ['overflow', 'overflow', 'clip', 'wrap'] as const;

/** Univer's enumerations are types only here. */
function isOn(flag: unknown): boolean {
  return flag === 1;
}

/** The look on the wire; a property that the style does not name is not among its keys. */
function describeStyle(style: IStyleData): StyleChange {
  const change: StyleChange = {};
  if ('bl' in style) change.bold = isOn(style.bl);
  if ('it' in style) change.italic = isOn(style.it);
  if ('ul' in style) change.underline = isOn(style.ul?.s);
  if ('st' in style) change.strike = isOn(style.st?.s);
  if ('ff' in style) change.font = style.ff ?? null;
  if ('fs' in style) change.size = style.fs ? Math.round(style.fs) : null;
  if ('cl' in style) change.colour = parseColour(style.cl?.rgb);
  if ('bg' in style) change.background = parseColour(style.bg?.rgb);
  if ('ht' in style) change.align = style.ht ? (ALIGN[style.ht] ?? null) : null;
  if ('vt' in style) change.vertical = style.vt ? (VERTICAL[style.vt] ?? null) : null;
  if ('tb' in style) change.wrap = style.tb ? (WRAP[style.tb] ?? null) : null;
  return change;
}

/** Only what differs from the look before; undefined: nothing. */
function toStyleChange(cell: ICellData | null, before: IStyleData | undefined): StyleChange | undefined {
  const given = cell?.s;
  if (!given || typeof given === 'string') return undefined;
  const was = describeStyle(before ?? {});
  const differing = Object.entries(describeStyle(given)).filter(
    ([name, value]) => (was[name as keyof StyleChange] ?? false) !== (value ?? false),
  );
  return differing.length > 0 ? Object.fromEntries(differing) : undefined;
}

/** `#rrggbb` from what colour pickers and pasted pages give; null where that is no colour. */
export function parseColour(colour: Nullable<string>): string | null {
  if (!colour) return null;
  if (/^#[0-9a-f]{6}$/iu.test(colour)) return colour.toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/u.exec(colour);
  if (!parts) return null;
  const hex = parts.slice(1, 4).map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}
