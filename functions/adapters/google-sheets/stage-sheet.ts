import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { SheetEdit } from '../../use-cases/ports.ts';
import { splitBySize } from '../../domain/split-by-size.ts';
import type { LayoutRow } from '../../workbook/layout.ts';
import { UNFINISHED_SUFFIX } from '../../workbook/server-sheets.ts';
import { planAddBareSheet } from './plan-sheet.ts';
import { MAX_PART_BYTES } from './split-edits.ts';
import { planMarkRequests, planValueRanges, type ValueRange } from './stage-cells.ts';

type Request = sheets_v4.Schema$Request;
type AddSheet = Extract<SheetEdit, { kind: 'add_sheet' }>;

/** One call: the edits that it carries out, or what stands for a part of one. */
export interface Batch {
  readonly edits: readonly SheetEdit[];
  /** Absent: those of the edits. */
  readonly requests?: readonly Request[];
  /** Values alone, by a method that says them in a fraction of the bytes. */
  readonly values?: readonly ValueRange[];
}

interface Staged {
  /** They bring the large sheets into being, under titles that tell that they are not whole. Each is made when asked for. */
  readonly batches: Iterable<Batch>;
  /** What is left to do at once: the new titles are among it. */
  readonly rest: readonly SheetEdit[];
}

/** Whoever looks before the last batch sees what stood before, and the new sheet under another title. */
export function stageLargeSheets(edits: readonly SheetEdit[]): Staged {
  const large = edits
    .filter((edit) => edit.kind === 'add_sheet')
    .filter(({ layout }) => isLarge(layout.rows));
  if (large.length === 0) return { batches: [], rest: edits };
  const leftOut: ReadonlySet<SheetEdit> = new Set(large);
  const renames = large.map(({ sheetId, layout: { title } }): SheetEdit => ({
    kind: 'rename_sheet',
    sheetId,
    title,
  }));
  return {
    batches: stageSheets(large),
    // A title may be that of a sheet which leaves by the same batch.
    rest: [...edits.filter((edit) => !leftOut.has(edit)), ...renames],
  };
}

/** Frame of a cell on the wire, of a cell without anything, of a link. */
const BYTES = { filled: 45, blank: 3, link: 90 } as const;

/** By an estimate: to plan all cells only to learn their size would cost as much as to write them. */
function isLarge(rows: readonly LayoutRow[]): boolean {
  let size = 0;
  for (const { cells } of rows) {
    for (const { value, link } of cells) {
      size += value === null ? BYTES.blank : BYTES.filled;
      if (typeof value === 'string') size += 2 * value.length;
      if (link !== undefined) size += BYTES.link;
    }
    if (size > MAX_PART_BYTES) return true;
  }
  return false;
}

function* stageSheets(sheets: readonly AddSheet[]): Generator<Batch> {
  for (const sheet of sheets) yield* stageSheet(sheet);
}

/** In as few calls as the size needs; what may not be repeated comes first, with the sheet that can be looked up. */
function* stageSheet(edit: AddSheet): Generator<Batch> {
  const { sheetId, layout } = edit;
  for (const [index, requests] of pack(planFrame(edit)).entries()) {
    yield { edits: index === 0 ? [edit] : [], requests };
  }
  for (const values of pack(planValueRanges(sheetId, layout.rows))) yield { edits: [], values };
  for (const requests of pack(planMarkRequests(sheetId, layout.rows))) yield { edits: [], requests };
}

function planFrame(edit: AddSheet): Request[] {
  const title = edit.layout.title + UNFINISHED_SUFFIX;
  const bare = planAddBareSheet({ ...edit, layout: { ...edit.layout, title } });
  return [...bare.filter((request) => !isRepeatable(request)), ...bare.filter(isRepeatable)];
}

function isRepeatable(request: Request): boolean {
  return Boolean(request.repeatCell ?? request.mergeCells ?? request.updateDimensionProperties);
}

function pack<Item>(items: readonly Item[]): Item[][] {
  const sized = items.map((item) => ({ item, size: Buffer.byteLength(JSON.stringify(item)) + 1 }));
  return splitBySize(sized, MAX_PART_BYTES).map((part) => part.map(({ item }) => item));
}
