import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { PageBook } from '../../../wire/book.ts';
import type { Axes } from '../../grid/axes.ts';
import { findSheet } from '../../grid/mirror.ts';
import type { Grid } from '../../grid/univer.ts';
import { textIn, type CellPlace } from './cell-place.ts';

/** The cell that somebody writes into, by keys: its row may move meanwhile. */
export interface OpenEditor {
  /** Undefined where no editor is open. */
  place(): CellPlace | undefined;
  /** Nothing of one's own is on its way any more: what the cell shows now is what one has begun with. */
  settled(): void;
  /**
   * What another person has written into the cell since its editor was opened; undefined where nobody has, or where the
   * row is gone. Also asked just after the editor was closed.
   */
  writtenMeanwhile(place: CellPlace): string | undefined;
}

interface Watched {
  readonly axes: Axes;
  readonly mirror: () => PageBook;
  /** Whether edits of one's own are on their way: what they come to is no other person's. */
  readonly isWaiting: () => boolean;
}

export function watchEditor(grid: Grid, { axes, mirror, isWaiting }: Watched): OpenEditor {
  const bridge = grid.injector.get(IEditorBridgeService);
  let last: { readonly place: CellPlace; text: string | undefined; isPending: boolean } | undefined;
  let isOpen = false;
  const textNow = (place: CellPlace) => textIn(findSheet(mirror(), place.sheetId), place);
  bridge.visible$.subscribe(({ visible }) => {
    if (visible === isOpen) return;
    isOpen = visible;
    const cell = visible ? bridge.getEditLocation() : undefined;
    if (!cell) return;
    const sheetId = Number(cell.sheetId);
    const [row, column] = [axes.get(sheetId)?.rows[cell.row], axes.get(sheetId)?.columns[cell.column]];
    const place = row !== undefined && column !== undefined ? { sheetId, row, column } : undefined;
    last = place && { place, text: textNow(place), isPending: isWaiting() };
  });
  return {
    place: () => (isOpen ? last?.place : undefined),
    settled() {
      if (!last?.isPending) return;
      last.isPending = false;
      last.text = textNow(last.place);
    },
    writtenMeanwhile(place) {
      if (!last || last.isPending || !isSamePlace(last.place, place)) return undefined;
      const now = textNow(place);
      return now === last.text ? undefined : now;
    },
  };
}

function isSamePlace(a: CellPlace, b: CellPlace): boolean {
  return a.sheetId === b.sheetId && a.row === b.row && a.column === b.column;
}
