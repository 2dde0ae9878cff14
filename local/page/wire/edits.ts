import { z } from 'zod';

/**
 * What browsers send: each edit is a list of steps that is applied whole or refused, once. Places are named by
 * keys of rows and columns, never by numbers: while an edit was on its way, or waited for the connection, rows
 * may have moved.
 */

const MAX_TEXT = 50_000;
const MAX_CELLS = 200_000;
const MAX_KEYS = 20_000;

const sheetId = z.int().nonnegative();
const key = z.string().min(1).max(60);
const keys = z.array(key).min(1).max(MAX_KEYS);
const axis = z.enum(['rows', 'columns']);
const colour = z.string().regex(/^#[0-9a-f]{6}$/u);
const title = z.string().min(1).max(100);

/** `text`: as a person typed it, to be read as Google reads typing; `value`: as it is; null empties the cell. */
const entered = z.union([
  z.strictObject({ text: z.string().max(MAX_TEXT) }),
  z.strictObject({ value: z.union([z.string().max(MAX_TEXT), z.number(), z.boolean(), z.null()]) }),
]);

/** Null takes the property away. */
const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strike: z.boolean().optional(),
  font: z.string().max(100).nullable().optional(),
  size: z.int().positive().max(400).nullable().optional(),
  colour: colour.nullable().optional(),
  background: colour.nullable().optional(),
  align: z.enum(['left', 'center', 'right']).nullable().optional(),
  vertical: z.enum(['top', 'middle', 'bottom']).nullable().optional(),
  wrap: z.enum(['wrap', 'clip', 'overflow']).nullable().optional(),
});

const cellStep = z.strictObject({
  kind: z.literal('cells'),
  sheetId,
  cells: z.array(z.tuple([key, key, entered])).max(MAX_CELLS),
});

const step = z.discriminatedUnion('kind', [
  cellStep,
  z.strictObject({
    kind: z.literal('style'),
    sheetId,
    style,
    cells: z.array(z.tuple([key, key])).max(MAX_CELLS),
  }),
  /** New rows or columns before the one named; null: at the end. */
  z.strictObject({ kind: z.literal('insert'), sheetId, axis, keys, before: key.nullable() }),
  z.strictObject({ kind: z.literal('delete'), sheetId, axis, keys }),
  z.strictObject({ kind: z.literal('move'), sheetId, axis, keys, before: key.nullable() }),
  /**
   * A sort or its undoing: `rows`, from top to bottom, get the cells that stood in `from`. `isWhole`: the rows
   * themselves have changed places, and their keys with them.
   */
  z.strictObject({
    kind: z.literal('reorder'),
    sheetId,
    rows: keys,
    from: keys,
    columns: keys,
    isWhole: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('size'), sheetId, axis, keys, pixels: z.int().min(2).max(2000) }),
  z.strictObject({ kind: z.literal('hide'), sheetId, axis, keys, isHidden: z.boolean() }),
  z.strictObject({ kind: z.literal('freeze'), sheetId, rows: z.int().min(0), columns: z.int().min(0) }),
  z.strictObject({
    kind: z.enum(['merge', 'unmerge']),
    sheetId,
    /** First and last row and column. */
    areas: z
      .array(z.tuple([key, key, key, key]))
      .min(1)
      .max(1000),
  }),
  z.strictObject({ kind: z.literal('add_sheet'), sheetId, title: title.optional(), index: z.int().min(0) }),
  z.strictObject({ kind: z.literal('copy_sheet'), sheetId, source: sheetId }),
  z.strictObject({ kind: z.literal('delete_sheet'), sheetId }),
  z.strictObject({ kind: z.literal('rename_sheet'), sheetId, title }),
  z.strictObject({ kind: z.literal('move_sheet'), sheetId, index: z.int().min(0) }),
  z.strictObject({ kind: z.literal('hide_sheet'), sheetId, isHidden: z.boolean() }),
  z.strictObject({ kind: z.literal('colour_sheet'), sheetId, colour: colour.nullable() }),
]);

const client = z.string().regex(/^[a-z0-9]{8,40}$/u);

export const editSchema = z.strictObject({
  /** Grows by one with each edit of a client: an edit that comes again is known by it. */
  number: z.int().positive(),
  steps: z.array(step).min(1).max(1000),
});

export const editsRequest = z.strictObject({ client, edits: z.array(editSchema).min(1).max(50) });

export type Step = z.infer<typeof step>;
export type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;
export type StyleChange = z.infer<typeof style>;
export type Entered = z.infer<typeof entered>;
export type Edit = z.infer<typeof editSchema>;
export type EditsRequest = z.infer<typeof editsRequest>;

/** What became of one edit; `message` is Russian, to be shown as it stands. */
export type EditOutcome =
  | { readonly number: number; readonly status: 'done'; readonly message?: string }
  | { readonly number: number; readonly status: 'refused'; readonly message: string };

/** `sequence`: the state that holds all of these edits. */
export interface EditsAnswer {
  readonly sequence: number;
  readonly outcomes: readonly EditOutcome[];
}
