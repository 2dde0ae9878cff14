import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { SheetEdit } from '../../use-cases/ports.ts';
import { splitBySize } from '../../use-cases/split-by-size.ts';
import { UNFINISHED_SUFFIX } from '../../workbook/server-sheets.ts';
import { planRequests } from './plan-requests.ts';
import { MAX_PART_BYTES } from './split-edits.ts';

type Request = sheets_v4.Schema$Request;
type AddSheet = Extract<SheetEdit, { kind: 'add_sheet' }>;

/** One batch: the edits that it carries out, or requests that stand for a part of one. */
export interface Batch {
  readonly edits: readonly SheetEdit[];
  /** Absent: those of the edits. */
  readonly requests?: readonly Request[];
}

interface Staged {
  /** They bring the large sheets into being, under titles that tell that they are not whole. */
  readonly batches: readonly Batch[];
  /** What is left to do at once: the new titles are among it. */
  readonly rest: readonly SheetEdit[];
}

/** Whoever looks before the last batch sees what stood before, and the new sheet under another title. */
export function stageLargeSheets(edits: readonly SheetEdit[]): Staged {
  const batches: Batch[] = [];
  const rest = edits.map((edit): SheetEdit => {
    const stages = edit.kind === 'add_sheet' ? stageSheet(edit) : [];
    if (edit.kind !== 'add_sheet' || stages.length < 2) return edit;
    batches.push(...stages);
    return { kind: 'rename_sheet', sheetId: edit.sheetId, title: edit.layout.title };
  });
  if (batches.length === 0) return { batches, rest };
  const isRename = ({ kind }: SheetEdit) => kind === 'rename_sheet';
  // A title may be that of a sheet which leaves by the same batch.
  return { batches, rest: [...rest.filter((edit) => !isRename(edit)), ...rest.filter(isRename)] };
}

/** In as few batches as the size needs; what may not be repeated comes first, with the sheet that can be looked up. */
function stageSheet(edit: AddSheet): readonly Batch[] {
  const title = edit.layout.title + UNFINISHED_SUFFIX;
  const requests = planRequests([{ ...edit, layout: { ...edit.layout, title } }]);
  const once = requests.filter((request) => !isRepeatable(request));
  const repeatable = requests.filter(isRepeatable).flatMap(divideRows);
  const items = [...once, ...repeatable].map((request) => ({ request, size: bytesOf(request) }));
  return splitBySize(items, MAX_PART_BYTES).map((part, index) => ({
    edits: index === 0 ? [edit] : [],
    requests: part.map(({ request }) => request),
  }));
}

function isRepeatable(request: Request): boolean {
  return Boolean(
    request.updateCells ?? request.repeatCell ?? request.mergeCells ?? request.updateDimensionProperties,
  );
}

/** So few rows are small beside a batch. */
const ROWS_PER_PIECE = 200;

function divideRows(request: Request): Request[] {
  const { rows = [], start, ...rest } = request.updateCells ?? {};
  if (!rows || !start || rows.length <= ROWS_PER_PIECE) return [request];
  const pieces = Math.ceil(rows.length / ROWS_PER_PIECE);
  return Array.from({ length: pieces }, (_, piece) => ({
    updateCells: {
      ...rest,
      start: { ...start, rowIndex: (start.rowIndex ?? 0) + piece * ROWS_PER_PIECE },
      rows: rows.slice(piece * ROWS_PER_PIECE, (piece + 1) * ROWS_PER_PIECE),
    },
  }));
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
