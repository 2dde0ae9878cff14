import { DataValidationModel } from '@univerjs/data-validation';
import type { IRange, Worksheet } from '@univerjs/core';
import { ConditionalFormattingRuleModel } from '@univerjs/sheets-conditional-formatting';
import type { PageFrame } from '../../wire/book.ts';
import type { Execute } from '../grid/executor.ts';
import type { Grid } from '../grid/univer.ts';
import { toFreeze, toHighlights, toRange, toValidations } from '../grid/workbook-data.ts';
import { columnRange, groupHeights, rowRange } from './line-ranges.ts';

interface FrameTarget {
  readonly grid: Grid;
  readonly execute: Execute;
  readonly place: { readonly unitId: string; readonly subUnitId: string };
  readonly worksheet: Worksheet;
}

/** Gives the grid's sheet all of the frame that differs from what it was last given. */
export function settleFrame(target: FrameTarget, before: PageFrame | undefined, after: PageFrame): void {
  const { execute, place, worksheet } = target;
  const differs = (name: keyof PageFrame) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]);
  if (worksheet.getName() !== after.title)
    execute('sheet.mutation.set-worksheet-name', { ...place, name: after.title });
  if (differs('tabColour'))
    execute('sheet.mutation.set-tab-color', { ...place, color: after.tabColour ?? '' });
  if (differs('isHidden'))
    execute('sheet.mutation.set-worksheet-hidden', { ...place, hidden: after.isHidden ? 1 : 0 });
  if (differs('frozenRows') || differs('frozenColumns'))
    execute('sheet.mutation.set-frozen', { ...place, ...toFreeze(after) });
  if (differs('columnWidths')) settleWidths(target, after);
  if (differs('rowHeights')) settleHeights(target, after);
  if (differs('hiddenRows'))
    settleHidden(target, 'row', { count: after.rowKeys.length, hidden: after.hiddenRows });
  if (differs('hiddenColumns'))
    settleHidden(target, 'col', { count: after.columnKeys.length, hidden: after.hiddenColumns });
  if (differs('merges')) settleMerges(target, after);
  if (differs('validations')) settleValidations(target, after);
  if (differs('highlights')) settleHighlights(target, after);
}

function settleWidths({ execute, place, worksheet }: FrameTarget, { columnWidths }: PageFrame): void {
  const changed = Object.entries(columnWidths).filter(
    ([column, width]) => worksheet.getColumnWidth(Number(column)) !== width,
  );
  for (const [column, colWidth] of changed) {
    const ranges = [columnRange(Number(column), worksheet.getRowCount())];
    execute('sheet.mutation.set-worksheet-col-width', { ...place, ranges, colWidth });
  }
}

function settleHeights({ execute, place, worksheet }: FrameTarget, { rowHeights }: PageFrame): void {
  for (const { rowHeight, ranges } of groupHeights(rowHeights, worksheet.getColumnCount())) {
    execute('sheet.mutation.set-worksheet-row-height', { ...place, ranges, rowHeight });
    execute('sheet.mutation.set-worksheet-row-is-auto-height', { ...place, ranges, autoHeightInfo: 0 });
  }
}

function settleHidden(
  { execute, place, worksheet }: FrameTarget,
  line: 'row' | 'col',
  { count, hidden }: { count: number; hidden: readonly number[] },
): void {
  const wanted = new Set(hidden);
  const isVisible = (index: number): boolean =>
    line === 'row' ? worksheet.getRowRawVisible(index) : worksheet.getColVisible(index);
  const rangeOf = (index: number): IRange =>
    line === 'row'
      ? rowRange(index, worksheet.getColumnCount())
      : columnRange(index, worksheet.getRowCount());
  const lines = Array.from({ length: count }, (_, index) => index);
  const wrong = lines.filter((index) => isVisible(index) === wanted.has(index));
  for (const [change, isMeant] of [
    ['hidden', true],
    ['visible', false],
  ] as const) {
    const ranges = wrong.filter((index) => wanted.has(index) === isMeant).map(rangeOf);
    if (ranges.length > 0) execute(`sheet.mutation.set-${line}-${change}`, { ...place, ranges });
  }
}

function settleMerges({ execute, place, worksheet }: FrameTarget, { merges }: PageFrame): void {
  const standing = worksheet.getMergeData();
  if (standing.length > 0)
    execute('sheet.mutation.remove-worksheet-merge', { ...place, ranges: [...standing] });
  if (merges.length > 0)
    execute('sheet.mutation.add-worksheet-merge', { ...place, ranges: merges.map(toRange) });
}

function settleValidations({ grid, execute, place }: FrameTarget, frame: PageFrame): void {
  const model = grid.injector.get(DataValidationModel);
  const ruleId = model.getRules(place.unitId, place.subUnitId).map(({ uid }) => uid);
  if (ruleId.length > 0) execute('data-validation.mutation.removeRule', { ...place, ruleId });
  for (const rule of toValidations(frame)) execute('data-validation.mutation.addRule', { ...place, rule });
}

function settleHighlights({ grid, execute, place }: FrameTarget, frame: PageFrame): void {
  const model = grid.injector.get(ConditionalFormattingRuleModel);
  const standing = (model.getSubunitRules(place.unitId, place.subUnitId) ?? []).map(({ cfId }) => cfId);
  for (const cfId of standing) execute('sheet.mutation.delete-conditional-rule', { ...place, cfId });
  // The last one added comes first.
  for (const rule of toHighlights(frame).toReversed())
    execute('sheet.mutation.add-conditional-rule', { ...place, rule });
}
