import { CommandType, ICommandService, type ICommandInfo } from '@univerjs/core';
import type { PageBook } from '../../wire/book.ts';
import type { Step } from '../../wire/edits.ts';
import type { Axes } from '../grid/axes.ts';
import { toStyle } from '../grid/cell-data.ts';
import { findSheet } from '../grid/mirror.ts';
import { translate } from './translate.ts';
import type { Grid } from '../grid/univer.ts';

interface Collecting {
  readonly axes: Axes;
  readonly mirror: () => PageBook;
  readonly onEdit: (steps: readonly Step[]) => void;
}

/** What one command does to the model is one edit. */
export function collectEdits(grid: Grid, { axes, mirror, onEdit }: Collecting): void {
  let steps: Step[] = [];
  const styleBefore = (sheetId: number, row: number, column: number) => {
    const style = findSheet(mirror(), sheetId)?.rows[row]?.[column]?.s;
    return style && toStyle(style);
  };
  const flush = (): void => {
    const done = steps;
    steps = [];
    if (done.length > 0) onEdit(done);
  };
  grid.injector.get(ICommandService).onCommandExecuted((info: Readonly<ICommandInfo>, options) => {
    if (info.type !== CommandType.MUTATION || options?.fromCollab) return;
    const { unitId } = (info.params ?? {}) as { unitId?: string };
    if (unitId !== grid.workbook.getUnitId()) return;
    const isRaw = steps.some(({ kind }) => kind === 'insert');
    const added = translate(
      { id: info.id, params: (info.params ?? {}) as Record<string, unknown> },
      { axes, styleBefore, isRaw },
    );
    if (added.length === 0) return;
    if (steps.length === 0) queueMicrotask(flush);
    steps.push(...added);
  });
}
