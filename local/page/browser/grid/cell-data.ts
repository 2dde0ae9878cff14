import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { PageCell, PageStyle } from '../../wire/book.ts';

/** Kept with a cell whose value is not what it shows: a date is a number that reads «05.09.2026». */
export interface CellTruth {
  readonly value: string | number | boolean;
  readonly shown: string;
}

/** What was kept with the cell of the grid; undefined where its value is what it shows. */
export function truthOf(cell: Nullable<ICellData>): CellTruth | undefined {
  return (cell?.custom as { truth?: CellTruth } | null | undefined)?.truth;
}

/** Values of Univer's enumerations, which are types only here: this file runs in tests without a browser. */
const STRING = 1;
const NUMBER = 2;
const FORMULA_TEXT = STRING;
const ALIGN = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = { overflow: 1, clip: 2, wrap: 3 } as const;
const THIN = 1;
const SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;

/** A cell as the grid shows and edits it; every property is given, so that it replaces what stood there. */
export function toCellData(cell: PageCell | null): ICellData {
  if (!cell) return { v: null, p: null, f: null, si: null, s: null, custom: null };
  const custom = { ...keepTruth(cell), ...(cell.l && { link: cell.l }), ...(cell.n && { note: cell.n }) };
  return {
    ...toValue(cell),
    p: null,
    f: null,
    si: null,
    s: cell.s ? toStyle(cell.s) : null,
    custom: Object.keys(custom).length > 0 ? custom : null,
  };
}

function toValue({ v, t, f }: PageCell): Pick<ICellData, 'v' | 't'> {
  // Never calculated here: the grid shows what the spreadsheet shows, and edits the formula as text.
  if (f !== undefined) return { v: t ?? String(v ?? f), t: FORMULA_TEXT };
  if (v === undefined) return { v: null };
  if (typeof v === 'number' && t === undefined) return { v, t: NUMBER };
  return { v: t ?? String(v), t: STRING };
}

function keepTruth({ v, t, f }: PageCell): { readonly truth?: CellTruth } {
  const shown = t ?? (v === undefined ? undefined : String(v));
  if (shown === undefined || v === undefined) return {};
  if (f !== undefined) return { truth: { value: f, shown } };
  return typeof v === 'string' && t === undefined ? {} : { truth: { value: v, shown } };
}

const styles = new WeakMap<PageStyle, IStyleData>();

export function toStyle(style: PageStyle): IStyleData {
  const known = styles.get(style) ?? describe(style);
  styles.set(style, known);
  return known;
}

function describe(style: PageStyle): IStyleData {
  return {
    ...(style.bold && { bl: 1 }),
    ...(style.italic && { it: 1 }),
    ...(style.underline && { ul: { s: 1 } }),
    ...(style.strike && { st: { s: 1 } }),
    ...(style.font && { ff: style.font }),
    ...(style.size && { fs: style.size }),
    ...(style.colour && { cl: { rgb: style.colour } }),
    ...(style.background && { bg: { rgb: style.background } }),
    ...(style.align && { ht: ALIGN[style.align] }),
    ...(style.vertical && { vt: VERTICAL[style.vertical] }),
    ...(style.wrap && { tb: WRAP[style.wrap] }),
    ...(style.borders && { bd: toBorders(style.borders) }),
  };
}

function toBorders(borders: NonNullable<PageStyle['borders']>): NonNullable<IStyleData['bd']> {
  const sides = Object.entries(borders) as [keyof typeof SIDES, string][];
  return Object.fromEntries(sides.map(([side, rgb]) => [SIDES[side], { s: THIN, cl: { rgb } }]));
}
