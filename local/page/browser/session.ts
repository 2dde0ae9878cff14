import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { BookPatch, PageBook, PageFrame } from '../wire/book.ts';
import type { EditsAnswer, Step } from '../wire/edits.ts';
import { createAxes, type Axes } from './grid/axes.ts';
import { collectEdits } from './edits/collect-edits.ts';
import { watchEditor, type OpenEditor } from './edits/conflict/open-editor.ts';
import { patchBook } from './grid/mirror.ts';
import { keepRowHeights } from './settle/row-heights.ts';
import { settleSeen, settleSheets, type Dirty } from './settle/settle-book.ts';
import type { Grid } from './grid/univer.ts';

export interface SessionOptions {
  readonly grid: Grid;
  readonly book: PageBook;
  readonly newKey: () => string;
  /** Called with what the user has done, a deed at a time. */
  readonly onEdit: (steps: readonly Step[]) => void;
  /** Whether edits are still on their way. */
  readonly isWaiting: () => boolean;
}

/** The grid and the server's workbook, kept the same. */
export interface Session {
  readonly book: () => PageBook;
  readonly axes: Axes;
  readonly editor: OpenEditor;
  patch(patch: BookPatch): void;
  /** A whole state, after the connection was lost. */
  replace(book: PageBook): void;
  answered(answer: EditsAnswer): void;
}

/** Long enough to paint the sheet that is looked at. */
const UNSEEN_MS = 30;

export function openSession({ grid, book, newKey, onEdit, isWaiting }: SessionOptions): Session {
  const axes = createAxes(newKey);
  const applied = new Map<number, PageFrame>();
  let mirror = book;
  let awaited = 0;
  const heights = keepRowHeights(grid, () => mirror);
  let dirty: Dirty = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const { frame } of book.sheets) {
    axes.set(frame.sheetId, { rows: frame.rowKeys, columns: frame.columnKeys });
    applied.set(frame.sheetId, frame);
  }
  const touch = (sheetId: number, keys: Iterable<string> | undefined): void => {
    if (keys === undefined) return void dirty.set(sheetId, undefined);
    if (dirty.has(sheetId) && dirty.get(sheetId) === undefined) return;
    dirty.set(sheetId, new Set([...(dirty.get(sheetId) ?? []), ...keys]));
  };
  const isBehind = (): boolean => isWaiting() || mirror.sequence < awaited;
  const editor = watchEditor(grid, { axes, mirror: () => mirror, isWaiting: isBehind });
  // A row must not slip away under the editor; other rows may change beside it.
  const mustWait = (): boolean => isBehind() || (isEditing(grid) && isMoving(mirror, axes));
  /** Work for now; what would be written under an open editor stays for later. */
  const takeWork = (): Dirty => {
    const [work, later] = holdBack(dirty, editor);
    dirty = later;
    return work;
  };
  const settleRest = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (mustWait()) return;
    settleSheets({ grid, mirror, axes, applied, heights }, { dirty: takeWork(), isMeant: () => true });
  };
  /** What nobody looks at may come after what somebody waits for. */
  const settle = (): void => {
    if (mustWait()) return;
    const rest = settleSeen({ grid, mirror, axes, applied, heights }, takeWork());
    for (const [sheetId, keys] of rest) touch(sheetId, keys);
    timer ??= setTimeout(settleRest, UNSEEN_MS);
  };
  grid.workbook.activeSheet$.subscribe(() => queueMicrotask(settleRest));
  collectEdits(grid, {
    axes,
    mirror: () => mirror,
    onEdit: (steps) => {
      for (const [sheetId, keys] of touchedBy(steps)) touch(sheetId, keys);
      onEdit(steps);
    },
  });
  onEditorClosed(grid, settle);
  return {
    book: () => mirror,
    axes,
    editor,
    patch(patch) {
      mirror = patchBook(mirror, patch);
      for (const { sheetId, frame, rows } of patch.sheets) {
        const keys = mirror.sheets.find((sheet) => sheet.frame.sheetId === sheetId)?.frame.rowKeys ?? [];
        touch(sheetId, frame && !applied.has(sheetId) ? undefined : rows.map(([row]) => keys[row] ?? ''));
      }
      settle();
    },
    replace(next) {
      mirror = next;
      for (const { frame } of next.sheets) touch(frame.sheetId, undefined);
      settle();
    },
    answered({ sequence }) {
      awaited = Math.max(awaited, sequence);
      settle();
    },
  };
}

/** What may be done now, and what must wait for the editor to be closed: its own row. */
function holdBack(dirty: Dirty, editor: OpenEditor): readonly [now: Dirty, later: Dirty] {
  editor.settled();
  const place = editor.place();
  if (!place || !dirty.has(place.sheetId)) return [dirty, new Map()];
  const { sheetId, row } = place;
  const keys = dirty.get(sheetId);
  const others = new Map(dirty);
  // All rows are meant, and the editor's among them.
  if (!keys) {
    others.delete(sheetId);
    return [others, new Map([[sheetId, undefined]])];
  }
  if (!keys.has(row)) return [dirty, new Map()];
  others.set(sheetId, new Set([...keys].filter((key) => key !== row)));
  return [others, new Map([[sheetId, new Set([row])]])];
}

/** Rows that the server may see otherwise than the grid: what was typed is a date there, or was refused. */
function touchedBy(steps: readonly Step[]): [number, string[] | undefined][] {
  return steps.map((step) => {
    if (step.kind === 'cells' || step.kind === 'style') return [step.sheetId, step.cells.map(([row]) => row)];
    if (step.kind === 'reorder') return [step.sheetId, step.rows];
    if (step.kind === 'size' || step.kind === 'hide') return [step.sheetId, []];
    return [step.sheetId, undefined];
  });
}

function isMoving({ sheets }: PageBook, axes: Axes): boolean {
  return sheets.some(({ frame }) => {
    const now = axes.get(frame.sheetId);
    return (
      now && (String(now.rows) !== String(frame.rowKeys) || String(now.columns) !== String(frame.columnKeys))
    );
  });
}

function isEditing({ injector }: Grid): boolean {
  return injector.get(IEditorBridgeService).isVisible().visible;
}

function onEditorClosed({ injector }: Grid, run: () => void): void {
  injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => {
    if (!visible) queueMicrotask(run);
  });
}
