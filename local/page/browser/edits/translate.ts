import type { IRange } from '@univerjs/core';
import type { Step } from '../../wire/edits.ts';
import type { Axes } from '../grid/axes.ts';
import { hide, insert, merge, move, remove, reorder, resize, type Sizes } from './translate-lines.ts';
import { parseColour, translateCells, type CellKeys, type CellMatrix } from './translate-cells.ts';

/** A change of Univer's model, as it tells of it. */
export interface Mutation {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface TranslationContext {
  readonly axes: Axes;
  /** How a cell looked before, for what of a look is new. */
  readonly styleBefore: (sheetId: number, row: number, column: number) => ReturnType<CellKeys['styleBefore']>;
  /** Earlier steps of the same edit made rows or columns: what fills them comes back from an undone deletion. */
  readonly isRaw: boolean;
}

type Params = Mutation['params'];
type Translate = (sheetId: number, params: Params, context: TranslationContext) => Step[];

/**
 * The steps that tell the server of a mutation; none for one that is this window's own affair. The keys of rows
 * and columns in `context.axes` go along with what the mutation moves.
 */
export function translate({ id, params }: Mutation, context: TranslationContext): Step[] {
  const sheetId = Number(params['subUnitId'] ?? Number.NaN);
  return TRANSLATIONS[id.replace('sheet.mutation.', '')]?.(sheetId, params, context) ?? [];
}

const TRANSLATIONS: Readonly<Record<string, Translate>> = {
  'set-range-values': (sheetId, { cellValue }, context) =>
    translateCells(sheetId, (cellValue ?? {}) as CellMatrix, {
      keys: keysOf(sheetId, context),
      isRaw: context.isRaw,
    }),
  'insert-row': (sheetId, { range }, { axes }) => insert(sheetId, 'rows', { range: range as IRange, axes }),
  'insert-col': (sheetId, { range }, { axes }) =>
    insert(sheetId, 'columns', { range: range as IRange, axes }),
  'remove-rows': (sheetId, { range }, { axes }) => remove(sheetId, 'rows', { range: range as IRange, axes }),
  'remove-col': (sheetId, { range }, { axes }) =>
    remove(sheetId, 'columns', { range: range as IRange, axes }),
  'move-rows': (sheetId, params, { axes }) => move(sheetId, 'rows', { params, axes }),
  'move-columns': (sheetId, params, { axes }) => move(sheetId, 'columns', { params, axes }),
  'move-range': (_sheetId, params, context) => moveRange(params, context),
  'reorder-range': reorder,
  'set-worksheet-col-width': (sheetId, { ranges, colWidth }, { axes }) =>
    resize(sheetId, 'columns', { ranges: ranges as IRange[], sizes: colWidth as Sizes, axes }),
  'set-worksheet-row-height': (sheetId, { ranges, rowHeight }, { axes }) =>
    resize(sheetId, 'rows', { ranges: ranges as IRange[], sizes: rowHeight as Sizes, axes }),
  'set-row-hidden': hide('rows', true),
  'set-row-visible': hide('rows', false),
  'set-col-hidden': hide('columns', true),
  'set-col-visible': hide('columns', false),
  'set-frozen': (sheetId, { ySplit, xSplit }) => [
    { kind: 'freeze', sheetId, rows: Number(ySplit), columns: Number(xSplit) },
  ],
  'add-worksheet-merge': (sheetId, { ranges }, { axes }) =>
    merge('merge', { sheetId, ranges: ranges as IRange[], axes }),
  'remove-worksheet-merge': (sheetId, { ranges }, { axes }) =>
    merge('unmerge', { sheetId, ranges: ranges as IRange[], axes }),
  'set-worksheet-name': (sheetId, { name }) => [{ kind: 'rename_sheet', sheetId, title: String(name) }],
  'set-worksheet-order': (sheetId, { toOrder }) => [{ kind: 'move_sheet', sheetId, index: Number(toOrder) }],
  'set-worksheet-hidden': (sheetId, { hidden }) => [{ kind: 'hide_sheet', sheetId, isHidden: hidden === 1 }],
  'set-tab-color': (sheetId, { color }) => [
    { kind: 'colour_sheet', sheetId, colour: parseColour(color as string | undefined) },
  ],
};

function keysOf(sheetId: number, { axes, styleBefore }: TranslationContext): CellKeys {
  const keys = axes.get(sheetId);
  return {
    row: (index) => keys?.rows[index],
    column: (index) => keys?.columns[index],
    styleBefore: (row, column) => styleBefore(sheetId, row, column),
  };
}

interface MovedPart {
  readonly subUnitId: string;
  readonly value: CellMatrix;
}

function moveRange(params: Params, context: TranslationContext): Step[] {
  return [params['from'] as MovedPart, params['to'] as MovedPart].flatMap(({ subUnitId, value }) =>
    translateCells(Number(subUnitId), value, { keys: keysOf(Number(subUnitId), context), isRaw: true }),
  );
}
