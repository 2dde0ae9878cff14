import { setImmediate as turn } from 'node:timers/promises';
import type { SheetEdit } from '../../../use-cases/ports/spreadsheets.ts';
import type { LayoutRow } from '../../../workbook/layout/layout.ts';
import { UNFINISHED_SUFFIX } from '../../../workbook/server-sheets/server-sheets.ts';
import { planFormats } from '../requests/plan-cells.ts';
import { planBareSheet, planFinish } from '../requests/plan-sheet.ts';
import { roughSize } from './rough-size.ts';
import { MAX_PART_BYTES, MAX_STAGED_BYTES } from './split-edits.ts';
import { divideRows, planMarkRequests, planValueRanges } from './stage-cells.ts';

type AddSheet = Extract<SheetEdit, { kind: 'add_sheet' }>;

/** One call: the edits that it carries out, or what stands for a part of one. */
export interface Batch {
  readonly edits: readonly SheetEdit[];
  /** Absent: that of the edits. */
  readonly body?: StagedBody;
}

/** Made to text once: the client would copy objects of this size twice before it did the same. */
export interface StagedBody {
  /** `values`: values alone, by a method that says them in a fraction of the bytes. */
  readonly method: 'batchUpdate' | 'values';
  readonly json: Buffer;
}

interface Staged {
  /** They bring the large sheets into being, under titles that tell that they are not whole. */
  readonly batches: AsyncIterable<Batch>;
  /** What is left to do at once: the new titles are among it. */
  readonly rest: readonly SheetEdit[];
}

/** Whoever looks before the last batch sees what stood before, and the new sheet under another title. */
export function stageLargeSheets(edits: readonly SheetEdit[]): Staged {
  const large = edits
    .filter((edit) => edit.kind === 'add_sheet')
    .filter(({ layout }) => isLarge(layout.rows));
  if (large.length === 0) return { batches: stageSheets([]), rest: edits };
  const leftOut: ReadonlySet<SheetEdit> = new Set(large);
  const renames = large.map(({ sheetId, layout: { title } }): SheetEdit => ({
    kind: 'rename_sheet',
    sheetId,
    title,
  }));
  return {
    batches: aheadOfUse(stageSheets(large)),
    // A title may be that of a sheet which leaves by the same batch.
    rest: [...edits.filter((edit) => !leftOut.has(edit)), ...renames],
  };
}

/** By an estimate: to plan all cells only to learn their size would cost as much as to write them. */
function isLarge(rows: readonly LayoutRow[]): boolean {
  let size = 0;
  for (const { cells } of rows) {
    size += roughSize([cells]);
    if (size > MAX_PART_BYTES) return true;
  }
  return false;
}

async function* stageSheets(sheets: readonly AddSheet[]): AsyncGenerator<Batch> {
  for (const sheet of sheets) yield* stageSheet(sheet);
}

/** In as few calls as the size needs; what may not be repeated comes first, with the sheet that can be looked up. */
async function* stageSheet(edit: AddSheet): AsyncGenerator<Batch> {
  const { sheetId, layout } = edit;
  const title = layout.title + UNFINISHED_SUFFIX;
  let edits: readonly SheetEdit[] = [edit];
  for await (const list of pack([planBareSheet({ ...edit, layout: { ...layout, title } })])) {
    yield { edits, body: requestsOf(list) };
    edits = [];
  }
  const pieces = divideRows(layout.rows);
  for await (const list of pack(mapEach(pieces, (piece) => planValueRanges(sheetId, piece)))) {
    yield { edits, body: valuesOf(list) };
  }
  for await (const list of pack(planLooks(edit))) yield { edits, body: requestsOf(list) };
}

/** Formats, links and notes of the rows, a piece after the other, then what is joined and how large it is shown. */
function* planLooks({ sheetId, layout }: AddSheet): Generator<readonly object[]> {
  for (const piece of divideRows(layout.rows)) {
    yield planFormats(sheetId, layout, piece);
    yield planMarkRequests(sheetId, piece);
  }
  yield planFinish(sheetId, layout);
}

function* mapEach<From, To>(items: readonly From[], change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item);
}

function requestsOf(list: string): StagedBody {
  return { method: 'batchUpdate', json: Buffer.from(`{"requests":[${list}]}`) };
}

/** `RAW`: a text that begins with `=` stays text, as it does in typed values. */
function valuesOf(list: string): StagedBody {
  return { method: 'values', json: Buffer.from(`{"valueInputOption":"RAW","data":[${list}]}`) };
}

/** The items as the inside of JSON lists, each as long as a call may be. */
async function* pack(parts: Iterable<readonly object[]>): AsyncGenerator<string> {
  let texts: string[] = [];
  let size = 0;
  for (const items of parts) {
    for (const item of items) {
      const text = JSON.stringify(item);
      const own = Buffer.byteLength(text) + 1;
      if (size > 0 && size + own > MAX_STAGED_BYTES) {
        yield texts.join(',');
        [texts, size] = [[], 0];
      }
      texts.push(text);
      size += own;
    }
    // The call before is on its way meanwhile.
    await turn();
  }
  if (size > 0) yield texts.join(',');
}

/** Makes each item while the one before it is in use. */
async function* aheadOfUse<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const source = items[Symbol.asyncIterator]();
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      yield value;
    }
  } finally {
    await Promise.allSettled([next]);
  }
}
