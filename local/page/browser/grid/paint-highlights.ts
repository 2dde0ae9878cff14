import {
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import {
  ConditionalFormattingService,
  ConditionalFormattingViewModel,
} from '@univerjs/sheets-conditional-formatting';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { Grid } from './univer.ts';

/** One picture of the screen: rules are reckoned cell by cell, and each tells that it has changed. */
const PAUSE_MS = 16;

/**
 * Cells get the colours of the rules that they meet. Univer reckons them, and paints them only with its own panel of
 * rules, which this page has not.
 */
export function paintHighlights({ injector, workbook }: Grid): void {
  const rules = injector.get(ConditionalFormattingService);
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'shnor.highlights',
    effect: InterceptorEffectEnum.Style,
    handler(cell, { unitId, subUnitId, row, col }, next) {
      const style = rules.composeStyle(unitId, subUnitId, row, col)?.style;
      return next(style ? { ...cell, s: { ...styleOf(cell), ...style } } : cell);
    },
  });
  function styleOf(cell: Nullable<ICellDataForSheetInterceptor>): IStyleData {
    return workbook.getStyles().getStyleByCell(cell || undefined) ?? {};
  }
  repaintOnChange({ injector, workbook });
}

function repaintOnChange({ injector, workbook }: Grid): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  injector.get(ConditionalFormattingViewModel).markDirty$.subscribe(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      const render = injector.get(IRenderManagerService).getRenderById(workbook.getUnitId());
      // The grid keeps the looks of its cells apart from their texts, and would paint the former ones.
      render?.with(SheetSkeletonManagerService).reCalculate();
      render?.mainComponent?.makeForceDirty();
    }, PAUSE_MS);
  });
}
